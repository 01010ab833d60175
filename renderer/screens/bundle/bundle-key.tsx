import type { BundleMark } from '#contract/shapes/bundle.ts';
import { ActButton } from '../../components/act-button.tsx';
import type { Stores } from '../../stores/stores.ts';
import { inLanguage, useWords } from '../../words/words.ts';

interface BundleKeyProps {
  readonly stores: Stores;
  readonly mark: BundleMark;
}

/** From a case back to the bundle it is a step of. */
export function BundleKey({ stores, mark }: BundleKeyProps) {
  const words = useWords();
  return (
    <ActButton act="bundle" look="quiet" onAct={async () => stores.bundle.getState().show(mark.id)}>
      <span className="el" title={inLanguage(words, mark.nameZh, mark.nameEn)}>
        {words.bundle.goBack}
      </span>
    </ActButton>
  );
}

import { useState } from 'react';
import type { CaseView } from '#contract/shapes/case.ts';
import { ActButton } from '../../components/act-button.tsx';
import type { Stores } from '../../stores/stores.ts';
import { useWords } from '../../words/words.ts';
import { MoreActsDialog } from './more-acts-dialog.tsx';

interface MoreActsProps {
  readonly stores: Stores;
  readonly file: CaseView | null;
  readonly look: 'quiet' | 'big' | 'button';
}

/** The button and the key of every act that is not on the act bar. */
export function MoreActs({ stores, file, look }: MoreActsProps) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <ActButton
        act="more-acts"
        look={look}
        standing={file ? 'open' : 'choose-item'}
        onAct={() => setOpen(true)}
      >
        {words.progress.open}
      </ActButton>
      {open && file && <MoreActsDialog stores={stores} file={file} onClose={() => setOpen(false)} />}
    </>
  );
}

import { useStore } from 'zustand';
import { ActButton } from '../../components/act-button.tsx';
import { Icon } from '../../components/icon.tsx';
import type { Stores } from '../../stores/stores.ts';
import { useWords } from '../../words/words.ts';

/** What the same person gave in earlier cases, offered together; nothing of it fills itself. */
export function EarlierLine({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const takeEarlier = useStore(stores.form, (s) => s.takeEarlier);
  const offered = useStore(stores.form, ({ slots }) =>
    Object.values(slots)
      .filter(({ held, draft }) => held.earlier !== null && draft === null)
      .map(({ field }) => field.meaning)
      .join(' '),
  );
  if (offered === '') return null;
  const meanings = offered.split(' ');
  return (
    <div className="form-line">
      <Icon name="redo" size="s" />
      <span>{words.form.earlier(meanings.length)}</span>
      <ActButton act="form-earlier" look="quiet" onAct={() => void takeEarlier(meanings)}>
        {words.form.earlierTake}
      </ActButton>
    </div>
  );
}

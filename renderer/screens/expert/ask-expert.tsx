import { useState } from 'react';
import type { CaseView } from '#contract/shapes/case.ts';
import { ActButton } from '../../components/act-button.tsx';
import type { Stores } from '../../stores/stores.ts';
import { useWords } from '../../words/words.ts';
import { ExpertDialog } from './expert-dialog.tsx';

/** The button and the key of a question to the county's expert, among the further acts of a case. */
export function AskExpert({ stores, file }: { readonly stores: Stores; readonly file: CaseView }) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <ActButton act="ask-expert" look="quiet" onAct={() => setOpen(true)}>
        {words.expert.open}
      </ActButton>
      {open && <ExpertDialog stores={stores} file={file} onClose={() => setOpen(false)} />}
    </>
  );
}

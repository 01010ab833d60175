import './form.css';
import { useState } from 'react';
import type { CaseView } from '#contract/shapes/case.ts';
import { ActButton } from '../../components/act-button.tsx';
import type { Stores } from '../../stores/stores.ts';
import { useWords } from '../../words/words.ts';
import { SecondEntryDialog } from './second-entry-dialog.tsx';

/** The button and the key that open the list of what must be typed once more. */
export function SecondEntry({ stores, file }: { readonly stores: Stores; readonly file: CaseView }) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <ActButton act="second-entry" look="quiet" onAct={() => setOpen(true)}>
        {words.form.entry.open}
      </ActButton>
      {open && <SecondEntryDialog stores={stores} file={file} onClose={() => setOpen(false)} />}
    </>
  );
}

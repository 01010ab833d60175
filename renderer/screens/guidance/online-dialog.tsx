import { useState } from 'react';
import type { CaseView } from '#contract/shapes/case.ts';
import { OnlineNumber } from '#contract/shapes/guided.ts';
import { Dialog } from '../../components/dialog.tsx';
import { DialogField, DialogForm } from '../../components/dialog-form.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import { type Setback, tell } from '../../stores/asking.ts';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { useWords } from '../../words/words.ts';

interface OnlineProps {
  readonly stores: Stores;
  readonly file: CaseView;
  readonly onClose: () => void;
}

/** Alt+8: the application on the web that this case goes on with. */
export function OnlineDialog({ stores, file, onClose }: OnlineProps) {
  const words = useWords();
  const { online: said, onlineNumber } = words.guidance;
  const [typed, setTyped] = useState(file.onlineNumber ?? '');
  const [setback, setSetback] = useState<Setback | null>(null);
  const number = OnlineNumber.safeParse(typed);

  const link = async (wanted: string | null) => {
    const told = await tell(stores.desk, 'guidance.link-online', { caseId: file.id, onlineNumber: wanted });
    if (told.ok) onClose();
    else setSetback(told.setback);
  };
  return (
    <Dialog title={said.title} note={said.note} onClose={onClose}>
      <DialogForm
        isWhole={number.success}
        submit={said.do}
        onSubmit={() => number.success && void link(number.data)}
        beside={
          file.onlineNumber !== null && (
            <button type="button" className="btn quiet" onClick={() => void link(null)}>
              {said.clear}
            </button>
          )
        }
      >
        <DialogField
          label={onlineNumber}
          kind="code"
          first
          value={typed}
          maxLength={50}
          placeholder={said.shape}
          onType={setTyped}
        />
      </DialogForm>
      {setback && <SetbackLine>{setbackWords(words, setback)}</SetbackLine>}
    </Dialog>
  );
}

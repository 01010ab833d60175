import './trips.css';
import { useState } from 'react';
import type { CaseView, VisitView } from '#contract/shapes/case.ts';
import { TripCause } from '#contract/shapes/trip.ts';
import { needsWords } from '#rules/intake/trips.ts';
import { Dialog } from '../../components/dialog.tsx';
import { DialogField, DialogForm, focusDialogForm } from '../../components/dialog-form.tsx';
import { PickList } from '../../components/pick-list.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import { type Setback, tell } from '../../stores/asking.ts';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { useWords } from '../../words/words.ts';

interface ComeAgainProps {
  readonly stores: Stores;
  readonly file: CaseView;
  readonly visit: VisitView;
  readonly onClose: () => void;
  /** The visit was counted: the case may be taken up. */
  readonly onDone: () => void;
}

/** A case of an earlier visit is taken up: what made it necessary to come again. */
export function ComeAgainDialog({ stores, file, visit, onClose, onDone }: ComeAgainProps) {
  const words = useWords();
  const { again: said, causes } = words.trips;
  const { visits, planned } = file.trips;
  const [at, setAt] = useState(0);
  const [say, setSay] = useState('');
  const [setback, setSetback] = useState<Setback | null>(null);
  const cause = TripCause.options[at] ?? 'other';

  const count = async (chosen: TripCause) => {
    const told = await tell(stores.desk, 'trips.come-again', {
      caseId: file.id,
      visitId: visit.id,
      cause: chosen,
      say: needsWords(chosen) ? say.trim() : null,
    });
    if (told.ok) onDone();
    else setSetback(told.setback);
  };
  return (
    <Dialog
      title={said.title}
      note={said.note(visits.length + 1, planned)}
      hint={words.frame.dialogs.keysHint}
      onClose={onClose}
    >
      <PickList
        label={said.title}
        className="causes"
        rows={TripCause.options}
        rowKey={(one) => one}
        at={at}
        digits
        first
        onMove={setAt}
        onChoose={(one) => {
          if (needsWords(one)) focusDialogForm();
          else void count(one);
        }}
        renderRow={(one, index) => (
          <>
            {index < 9 ? <kbd className="kbd">{index + 1}</kbd> : <span className="kbd-room" />}
            <span>{causes[one]}</span>
          </>
        )}
      />
      {needsWords(cause) && (
        <DialogForm isWhole={say.trim().length >= 2} submit={said.do} onSubmit={() => void count(cause)}>
          <DialogField
            label={said.say}
            quiet
            value={say}
            maxLength={200}
            placeholder={said.say}
            onType={setSay}
          />
        </DialogForm>
      )}
      {setback && <SetbackLine>{setbackWords(words, setback)}</SetbackLine>}
    </Dialog>
  );
}

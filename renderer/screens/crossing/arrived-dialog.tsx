import { useState } from 'react';
import { useStore } from 'zustand';
import type { CaseView } from '#contract/shapes/case.ts';
import { Day } from '#contract/shapes/day.ts';
import { Dialog } from '../../components/dialog.tsx';
import { DialogField, DialogForm } from '../../components/dialog-form.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import { type Setback, tell } from '../../stores/asking.ts';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { useWords } from '../../words/words.ts';

interface ArrivedProps {
  readonly stores: Stores;
  readonly file: CaseView;
  readonly sentOn: Day;
  readonly onClose: () => void;
}

/** Ctrl+S again: the deciding body has the papers; its five days count from that day. */
export function ArrivedDialog({ stores, file, sentOn, onClose }: ArrivedProps) {
  const words = useWords();
  const { forward: said } = words.crossing;
  const today = useStore(stores.status, (s) => s.status?.today ?? sentOn);
  const [day, setDay] = useState<string>(today);
  const [setback, setSetback] = useState<Setback | null>(null);
  const on = Day.safeParse(day);

  const send = async () => {
    if (!on.success) return;
    const told = await tell(stores.desk, 'crossing.arrived', { caseId: file.id, on: on.data });
    if (told.ok) onClose();
    else setSetback(told.setback);
  };
  return (
    <Dialog title={said.arriveTitle} note={said.arriveNote} onClose={onClose}>
      <DialogForm isWhole={on.success} submit={said.arriveDo} onSubmit={() => void send()}>
        <DialogField
          label={said.day}
          kind="date"
          first
          value={day}
          min={sentOn}
          max={today}
          onType={setDay}
        />
      </DialogForm>
      {setback && <SetbackLine>{setbackWords(words, setback)}</SetbackLine>}
    </Dialog>
  );
}

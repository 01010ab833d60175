import { useState } from 'react';
import type { VisitId } from '#contract/shapes/case.ts';
import { Day } from '#contract/shapes/day.ts';
import { type Help, HelpAct, HelpMode } from '#contract/shapes/help.ts';
import type { ItemCode } from '#contract/shapes/item.ts';
import { isHelpersAct } from '#rules/intake/helping.ts';
import { ChoiceField } from '../../components/choice-field.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { DialogField, DialogForm } from '../../components/dialog-form.tsx';
import { PickList } from '../../components/pick-list.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import { type Setback, tell } from '../../stores/asking.ts';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { useWords } from '../../words/words.ts';
import { HelpLine } from './help-line.tsx';

interface HelperDialogProps {
  readonly stores: Stores;
  readonly visitId: VisitId;
  readonly today: Day;
  /** Who helps already; null: nobody. */
  readonly help: Help | null;
  /** The item of the case in hand. */
  readonly itemCode: ItemCode | null;
  readonly onClose: () => void;
}

const ACTS = HelpAct.options.filter(isHelpersAct);

/** 帮办代办: who helps on the citizen's signed word; once that stands, what they did is added line by line. */
export function HelperDialog({ stores, visitId, help, today, itemCode, onClose }: HelperDialogProps) {
  const words = useWords();
  const { help: said } = words;
  const [mode, setMode] = useState<HelpMode>('assist');
  const [name, setName] = useState('');
  const [badge, setBadge] = useState('');
  const [point, setPoint] = useState('');
  const [on, setOn] = useState<string>(today);
  const [until, setUntil] = useState<string>(today);
  const [forAll, setForAll] = useState(itemCode === null);
  const [seen, setSeen] = useState(false);
  const [at, setAt] = useState(0);
  const [setback, setSetback] = useState<Setback | null>(null);
  const days = { on: Day.safeParse(on), until: Day.safeParse(until) };
  const isWhole =
    days.on.success && days.until.success && [name, badge, point].every((text) => text.trim().length >= 2);

  const save = async () => {
    if (!days.on.success || !days.until.success) return;
    const told = await tell(stores.desk, 'help.save', {
      visitId,
      mode,
      helper: { name, badge, point },
      consent: {
        on: days.on.data,
        until: days.until.data,
        items: forAll || itemCode === null ? [] : [itemCode],
        originalSeen: seen,
      },
    });
    if (told.ok) onClose();
    else setSetback(told.setback);
  };
  const note = async (act: HelpAct) => {
    const told = await tell(stores.desk, 'help.note', { visitId, act });
    setSetback(told.ok ? null : told.setback);
  };
  return (
    <Dialog title={said.title} note={said.note} hint={words.frame.dialogs.keysHint} onClose={onClose}>
      {help ? (
        <>
          <HelpLine stores={stores} visitId={visitId} />
          <PickList
            label={said.did}
            rows={ACTS}
            rowKey={(act) => act}
            at={at}
            digits
            first
            onMove={setAt}
            onChoose={(act) => void note(act)}
            renderRow={(act, index) => (
              <>
                <kbd className="kbd">{index + 1}</kbd>
                <b>{said.acts[act]}</b>
              </>
            )}
          />
        </>
      ) : (
        <DialogForm isWhole={isWhole} submit={said.save} onSubmit={() => void save()}>
          <ChoiceField
            label={said.mode}
            value={mode}
            options={HelpMode.options.map((value) => ({ value, label: said.modes[value] }))}
            first
            onChoose={setMode}
          />
          <DialogField label={said.name} value={name} maxLength={40} onType={setName} />
          <DialogField label={said.badge} kind="code" value={badge} maxLength={30} onType={setBadge} />
          <DialogField label={said.point} value={point} maxLength={60} onType={setPoint} />
          <DialogField label={said.on} kind="date" value={on} max={today} onType={setOn} />
          <DialogField label={said.until} kind="date" value={until} min={today} onType={setUntil} />
          {itemCode !== null && <Tick label={said.forAll} checked={forAll} onTurn={setForAll} />}
          <Tick label={said.seen} checked={seen} onTurn={setSeen} />
        </DialogForm>
      )}
      {setback && <SetbackLine>{setbackWords(words, setback)}</SetbackLine>}
    </Dialog>
  );
}

interface TickProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onTurn: (checked: boolean) => void;
}

function Tick({ label, checked, onTurn }: TickProps) {
  return (
    <label className="tick">
      <input type="checkbox" checked={checked} onChange={(event) => onTurn(event.target.checked)} />
      {label}
    </label>
  );
}

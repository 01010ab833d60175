import { useState } from 'react';
import { Day } from '#contract/shapes/day.ts';
import { type Help, type HelpConsent, type Helper, HelpMode } from '#contract/shapes/help.ts';
import type { ItemCode } from '#contract/shapes/item.ts';
import { ActButton } from '../../components/act-button.tsx';
import { ChoiceField } from '../../components/choice-field.tsx';
import { DialogField, DialogForm } from '../../components/dialog-form.tsx';
import { useWords } from '../../words/words.ts';

/** What is written down with Enter, where the consent came on paper. */
interface OnPaper {
  readonly mode: HelpMode;
  readonly helper: Helper;
  readonly consent: HelpConsent;
}

/** What the citizen is asked to sign on their screen. */
interface OnScreen {
  readonly helper: Helper;
  readonly until: Day;
  readonly items: ItemCode[];
}

interface ConsentFormProps {
  /** Who helps already, on a consent that does not stand; null: nobody. */
  readonly help: Help | null;
  readonly today: Day;
  /** The item of the case in hand. */
  readonly itemCode: ItemCode | null;
  readonly onSave: (seen: OnPaper) => unknown;
  readonly onAsk: (wish: OnScreen) => unknown;
  readonly onOpenScreen: () => unknown;
}

/** Who helps, for how long and with what: seen on paper, or to be signed on the citizen's screen. */
export function ConsentForm(props: ConsentFormProps) {
  const { help, today, itemCode, onSave, onAsk, onOpenScreen } = props;
  const { help: said, papers } = useWords();
  const [mode, setMode] = useState<HelpMode>(help?.mode ?? 'assist');
  const [name, setName] = useState(help?.helper.name ?? '');
  const [badge, setBadge] = useState(help?.helper.badge ?? '');
  const [point, setPoint] = useState(help?.helper.point ?? '');
  const [on, setOn] = useState<string>(today);
  const [until, setUntil] = useState<string>(today);
  const [forAll, setForAll] = useState(itemCode === null);
  const [seen, setSeen] = useState(false);
  const days = { on: Day.safeParse(on), until: Day.safeParse(until) };
  const isNamed = [name, badge, point].every((text) => text.trim().length >= 2);
  const items = forAll || itemCode === null ? [] : [itemCode];
  const helper = { name, badge, point };
  const save = () => {
    if (!days.on.success || !days.until.success) return;
    const consent = { on: days.on.data, until: days.until.data, items, originalSeen: seen };
    onSave({ mode, helper, consent });
  };
  const mayAsk = mode === 'assist' ? (isNamed && days.until.success ? 'open' : 'fill-first') : 'nobody-signs';
  return (
    <DialogForm
      isWhole={days.on.success && days.until.success && isNamed}
      submit={said.save}
      onSubmit={save}
      beside={
        <>
          <ActButton act="citizen-screen" look="quiet" onAct={onOpenScreen}>
            {papers.openScreen}
          </ActButton>
          <ActButton
            act="sign-on-screen"
            standing={mayAsk}
            onAct={() => days.until.success && onAsk({ helper, until: days.until.data, items })}
          >
            {said.ask}
          </ActButton>
        </>
      }
    >
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

import { useEffect, useRef, useState } from 'react';
import { CollectorRole } from '#contract/calls/progress.ts';
import type { CaseView } from '#contract/shapes/case.ts';
import type { ProgressAct, ProgressView } from '#contract/shapes/progress.ts';
import { ChoiceField } from '../../components/choice-field.tsx';
import { Key } from '../../components/key.tsx';
import { PasswordField } from '../../components/password-field.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import type { Stores } from '../../stores/stores.ts';
import { clockWords, type Clockwork, dayWords } from '../../words/dates.ts';
import { setbackWords } from '../../words/saying.ts';
import { useWords, type Words } from '../../words/words.ts';
import { useClockwork } from '../case/hall-time.ts';
import { useCardRead } from './use-card-read.ts';
import { useNetworkCode } from './use-network-code.ts';
import {
  type ActField,
  fieldsOf,
  firstValues,
  isFull,
  stepOf,
  type Values,
  withdrawalStands,
} from './act-fields.ts';
import type { Progress } from './use-progress.ts';

interface ActFormProps {
  readonly stores: Stores;
  readonly file: CaseView;
  readonly act: ProgressAct;
  readonly view: ProgressView;
  readonly progress: Progress;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** What one act asks, and what it will do to the due day, said before it is done. */
export function ActForm({ stores, file, act, view, progress, onBack, onDone }: ActFormProps) {
  const words = useWords();
  const { progress: said } = words;
  const clock = useClockwork(stores.status);
  const card = useCardRead(stores.desk);
  const [scanId, forgetCode] = useNetworkCode(stores.desk);
  const collectors = collectorsOf(words, file);
  const [entered, setValues] = useState<Values>({});
  const values = withFirst(entered);
  const fields = fieldsNow(values);
  /** What stands in a field that was not keyed in; a choice may bring others up. */
  function withFirst(keyed: Values): Values {
    const known = { ...firstValues(fieldsNow(keyed), view), ...keyed };
    return { ...firstValues(fieldsNow(known), view), ...known };
  }
  function fieldsNow(known: Values): ActField[] {
    return fieldsOf(words, act, view, file.item, known, card !== null, collectors);
  }
  const byNetwork = act === 'deliver' && values.way === 'counter' && values.proof === 'network';
  const withdrawal = act === 'withdraw' ? withdrawalStands(view) : null;
  const full = isFull(fields, values) && withdrawal !== 'waits' && !(byNetwork && scanId === null);
  const set = (name: ActField['name'], value: string) => setValues((now) => ({ ...now, [name]: value }));
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('[data-first]')?.focus(), []);
  const asksSupervisor = fields.some(({ name }) => name === 'supervisor');

  const send = async () => {
    if (!full || progress.busy) return;
    if (withdrawal === 'not-asked' && values.signed === 'on-screen') {
      await progress.askWithdrawal((values.reason ?? '').trim());
      return;
    }
    const voucher = asksSupervisor
      ? await progress.vouch(values.supervisor ?? '', values.password ?? '')
      : null;
    if (asksSupervisor && voucher === null) return;
    const checkId =
      byNetwork && scanId !== null ? await progress.checkCollector(values.collector ?? '', scanId) : null;
    if (byNetwork) forgetCode();
    if (byNetwork && checkId === null) return;
    const signedPaper = withdrawal === 'signed' ? (view.withdrawal?.noticeId ?? null) : null;
    const step = stepOf(act, values, { voucher, readingId: card?.readingId ?? null, signedPaper, checkId });
    if (step && (await progress.take(step))) onDone();
  };

  return (
    <form
      ref={form}
      className="act-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {fields.map((field, index) => (
        <Field
          key={field.name}
          words={words}
          field={field}
          value={values[field.name] ?? ''}
          first={index === 0}
          onChange={(value) => set(field.name, value)}
        />
      ))}
      {asksSupervisor && <p className="note">{said.supervisorNote}</p>}
      {byNetwork && (
        <output className="consequence">{scanId === null ? said.showCode : said.codeHere}</output>
      )}
      {act === 'deliver' && card && values.way === 'counter' && values.proof === 'same' && (
        <output className="consequence">{said.cardRead(card.name, card.number)}</output>
      )}
      {withdrawal !== null && <WithdrawalPaper clock={clock} view={view} />}
      <Consequence words={words} act={act} view={view} />
      {progress.setback && <SetbackLine>{setbackWords(words, progress.setback)}</SetbackLine>}
      <div className="dialog-acts">
        <button type="button" className="btn big quiet" onClick={onBack}>
          <Key act="back" />
          {said.choose}
        </button>
        <button
          type="submit"
          className="btn big primary"
          disabled={!full || progress.busy}
          data-first={fields.length === 0 || undefined}
        >
          <Key cap="Enter" />
          {said.do}
        </button>
      </div>
    </form>
  );
}

/** Who of the case may take its result away. */
function collectorsOf(words: Words, { applicant, handler, people }: CaseView): ActField['options'] {
  const parties = { applicant, handler, ...people };
  return CollectorRole.options.flatMap((role) => {
    const party = parties[role];
    return party ? [{ value: role, label: `${words.sheet.identity.roles[role]} ${party.name}` }] : [];
  });
}

function Field({
  words,
  field,
  value,
  first,
  onChange,
}: {
  readonly words: Words;
  readonly field: ActField;
  readonly value: string;
  readonly first: boolean;
  readonly onChange: (value: string) => void;
}) {
  const label = words.progress.fields[field.name];
  if (field.kind === 'choice') {
    return (
      <ChoiceField label={label} value={value} options={field.options} first={first} onChoose={onChange} />
    );
  }
  if (field.kind === 'secret') return <PasswordField label={label} value={value} onChange={onChange} />;
  return (
    <label className="field">
      <span>{label}</span>
      <input
        className="input"
        type={field.kind === 'day' ? 'date' : 'text'}
        inputMode={field.kind === 'number' ? 'numeric' : undefined}
        value={value}
        maxLength={500}
        autoComplete="off"
        data-first={first || undefined}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

/** 撤回申请书: waiting on the citizen's screen, or signed. */
function WithdrawalPaper({ clock, view }: { readonly clock: Clockwork; readonly view: ProgressView }) {
  const { withdrawal: said } = clock.words.progress;
  const paper = view.withdrawal;
  const stands = withdrawalStands(view);
  if (!paper || stands === 'not-asked') return null;
  const signedAtMs = paper.signing.state === 'settled' ? paper.signing.atMs : null;
  return (
    <output className="consequence">
      {signedAtMs === null
        ? said.waits(paper.documentNumber)
        : said.signed(paper.documentNumber, clockWords(signedAtMs, clock))}
    </output>
  );
}

/** 到期日由 … 移到 …: said before it happens. */
function Consequence({
  words,
  act,
  view,
}: {
  readonly words: Words;
  readonly act: ProgressAct;
  readonly view: ProgressView;
}) {
  const now =
    view.clocks.find(({ kind }) => kind === 'promised') ?? view.clocks.find(({ kind }) => kind === 'legal');
  const then = act === 'extend' ? view.dueIfExtended : act === 'end-special' ? view.dueIfResumedToday : null;
  if (!now || then === null) return null;
  return (
    <output className="consequence">
      {words.progress.moves(dayWords(now.dueOn, words), dayWords(then, words))}
    </output>
  );
}

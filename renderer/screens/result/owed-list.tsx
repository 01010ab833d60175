import { useStore } from 'zustand';
import type { CaseView } from '#contract/shapes/case.ts';
import type { DebtState } from '#contract/shapes/sync-state.ts';
import { Icon, type IconName, type Tone } from '../../components/icon.tsx';
import type { Stores } from '../../stores/stores.ts';
import { useWords } from '../../words/words.ts';

export const DEBT_SIGNS = {
  pending: ['wait', 'indigo'],
  unknown: ['wait', 'indigo'],
  done: ['ok', 'pine'],
  returned: ['stop', 'zhu'],
  quarantined: ['warn', 'amber'],
  paused: ['pause', 'dim'],
} as const satisfies Record<DebtState, readonly [IconName, Tone]>;

/** What this case still owes the province, step by step. */
export function OwedList({ stores, file }: { readonly stores: Stores; readonly file: CaseView }) {
  const words = useWords();
  const { result } = words.sheet;
  const view = useStore(stores.sync, (s) => s.view);
  const debts = (view?.debts ?? [])
    .filter((debt) => debt.caseId === file.id)
    .toSorted((one, other) => one.step - other.step);
  const isSettled = file.sync === 'done';
  return (
    <div className="owed">
      <div className="h">
        {isSettled ? result.owesNone : result.owes}
        {!isSettled && <span className="note">{result.owesNote}</span>}
      </div>
      {view === null && <p className="note">{result.owesReading}</p>}
      <ul>
        {debts.map((debt) => (
          <li key={debt.id}>
            <Icon name={DEBT_SIGNS[debt.state][0]} tone={DEBT_SIGNS[debt.state][1]} />
            <span className="el">{result.debts[debt.kind]}</span>
            <span className="note nw">{result.debtState[debt.state]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

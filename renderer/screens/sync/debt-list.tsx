import type { KeyboardEvent } from 'react';
import { useRef } from 'react';
import type { Debt, SyncView } from '#contract/shapes/sync-state.ts';
import { shortReceiptNumber } from '#rules/numbers/receipt-number.ts';
import { Icon } from '../../components/icon.tsx';
import { listKeyDown } from '../../keys/list-keys.ts';
import type { Stores } from '../../stores/stores.ts';
import { runningWords } from '../../words/dates.ts';
import { inLanguage, useWords, type Words } from '../../words/words.ts';
import { useDeskNowMs } from '../case/hall-time.ts';
import { IdentityWaitTag } from '../sources/identity-wait.tsx';
import { DEBT_SIGNS } from '../result/owed-list.tsx';
import { DEBT_GROUPS, type DebtGroup, grouped } from './debt-groups.ts';

interface DebtListProps {
  readonly stores: Stores;
  readonly view: SyncView;
  readonly tab: DebtGroup | 'all';
  readonly chosen: Debt | null;
  readonly onTab: (tab: DebtGroup | 'all') => void;
  readonly onChoose: (debtId: string) => void;
  /** Enter on the chosen one. */
  readonly onOpen: (debt: Debt) => void;
}

/** Every debt, what waits for a person first. The arrows choose; the order does not change under them. */
export function DebtList({ stores, view, tab, chosen, onTab, onChoose, onOpen }: DebtListProps) {
  const words = useWords();
  const { sync } = words.sheet;
  const nowMs = useDeskNowMs(stores.status);
  const list = useRef<HTMLDivElement>(null);
  const groups = grouped(view);
  const shown = DEBT_GROUPS.filter((group) => tab === 'all' || tab === group);
  const flat = shown.flatMap((group) => groups.get(group) ?? []);

  const press = (event: KeyboardEvent, debt: Debt) => {
    if (event.key === 'Enter' && debt.id === chosen?.id && !event.nativeEvent.isComposing) {
      event.preventDefault();
      onOpen(debt);
      return;
    }
    listKeyDown(event, {
      count: flat.length,
      at: flat.indexOf(debt),
      moveTo: (index) => {
        const to = flat[index];
        if (!to) return;
        onChoose(to.id);
        list.current?.querySelectorAll<HTMLElement>('[data-debt]')[index]?.focus();
      },
    });
  };

  return (
    <section className="sheet debt-list" aria-label={sync.list}>
      <div className="tabs">
        {(['all', ...DEBT_GROUPS] as const).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === tab}
            className={one === tab ? 'on' : undefined}
            onClick={() => onTab(one)}
          >
            {sync.tabs[one]}
            <b className="n">{one === 'all' ? view.debts.length : (groups.get(one)?.length ?? 0)}</b>
          </button>
        ))}
      </div>
      <div className="scroll" ref={list}>
        {flat.length === 0 && (
          <div className="empty-say">
            <b>{sync.empty}</b>
            <span className="note">{sync.emptyNote}</span>
          </div>
        )}
        {shown.map((group) => {
          const debts = groups.get(group) ?? [];
          return debts.length === 0 ? null : (
            <section key={group} aria-label={sync.groups[group](debts.length)}>
              <h2 className="grp">{sync.groups[group](debts.length)}</h2>
              {debts.map((debt) => (
                <button
                  key={debt.id}
                  type="button"
                  data-debt
                  data-needs-clerk={group === 'clerk' || undefined}
                  data-focus-first={debt.id === chosen?.id || undefined}
                  className={debt.id === chosen?.id ? 'it on' : 'it'}
                  aria-current={debt.id === chosen?.id || undefined}
                  tabIndex={debt.id === chosen?.id ? 0 : -1}
                  onClick={() => onChoose(debt.id)}
                  onKeyDown={(event) => press(event, debt)}
                >
                  <Icon name={DEBT_SIGNS[debt.state][0]} tone={DEBT_SIGNS[debt.state][1]} />
                  <b className="el">{inLanguage(words, debt.itemNameZh, debt.itemNameEn)}</b>
                  <span className="no n">
                    {debt.receiptNumber ? shortReceiptNumber(debt.receiptNumber) : ''}
                  </span>
                  <span className="note el">{noteOf(words, debt, nowMs)}</span>
                  <IdentityWaitTag wait={debt.identityWait} />
                </button>
              ))}
            </section>
          );
        })}
      </div>
    </section>
  );
}

/** Which step, and what happens to it next. */
function noteOf(words: Words, debt: Debt, nowMs: number): string {
  const { sync, result } = words.sheet;
  const parts = [result.debts[debt.kind], sync.titles[debt.state]];
  if (debt.because !== null && debt.state !== 'done') parts.push(becauseWords(words, debt.because));
  if (debt.nextTryAtMs !== null && debt.state !== 'done') {
    parts.push(debt.nextTryAtMs <= nowMs ? sync.nextNow : sync.next(runningWords(debt.nextTryAtMs - nowMs)));
  }
  return parts.join(' · ');
}

export function becauseWords(words: Words, because: string): string {
  const known: Readonly<Record<string, string>> = words.sheet.sync.because;
  return known[because] ?? words.sheet.sync.becauseOther(because);
}

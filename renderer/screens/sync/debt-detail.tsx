import type { Debt, DebtState } from '#contract/shapes/sync-state.ts';
import { Icon } from '../../components/icon.tsx';
import { Key } from '../../components/key.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import type { Stores } from '../../stores/stores.ts';
import { clockSecondsWords, type Clockwork, runningWords } from '../../words/dates.ts';
import { inLanguage } from '../../words/words.ts';
import { useClockwork, useDeskNowMs } from '../case/hall-time.ts';
import { IdentityWaitLine } from '../sources/identity-wait.tsx';
import { DEBT_SIGNS } from '../result/owed-list.tsx';
import { becauseWords } from './debt-list.tsx';
import { DebtOffers } from './debt-offers.tsx';

interface DebtDetailProps {
  readonly stores: Stores;
  readonly debt: Debt | null;
  readonly busy: 'try-now' | 'send-again' | null;
  readonly setback: string | null;
  readonly onSendAgain: (debt: Debt) => void;
  readonly onTryNow: () => void;
  readonly onOpen: (debt: Debt) => void;
}

const TAGS = {
  pending: 'i',
  unknown: 'i',
  done: 'p',
  returned: 'z',
  quarantined: 'a',
  paused: '',
} as const satisfies Record<DebtState, string>;

/** One debt: the platform's own words, what they mean, and what can be done. */
export function DebtDetail(props: DebtDetailProps) {
  const { stores, debt, busy, setback } = props;
  const clock = useClockwork(stores.status);
  const nowMs = useDeskNowMs(stores.status);
  const { words } = clock;
  const { sync } = words.sheet;
  if (!debt) {
    return (
      <section className="sheet debt-detail" aria-label={sync.choose}>
        <div className="empty-say">
          <b>{sync.choose}</b>
          <span className="note">{sync.chooseNote}</span>
        </div>
      </section>
    );
  }
  const mayResend = debt.offers.includes('send-again');
  const openCase = () => props.onOpen(debt);
  return (
    <section className="sheet debt-detail" aria-label={sync.titles[debt.state]}>
      <header>
        <div className="el">
          <h1 className="el">
            {inLanguage(words, debt.itemNameZh, debt.itemNameEn)} {sync.titles[debt.state]}
          </h1>
          <span className="note">{lineOf(clock, debt)}</span>
        </div>
        <span className={`tag ${TAGS[debt.state]}`}>
          <Icon name={DEBT_SIGNS[debt.state][0]} size="s" />
          {sync.tags[debt.state]}
        </span>
      </header>
      <div className="scroll">
        {setback && <SetbackLine>{setback}</SetbackLine>}
        <IdentityWaitLine wait={debt.identityWait} />
        {debt.platformWords !== null && (
          <blockquote>
            <p>{debt.platformWords}</p>
            <span className="note">
              {[sync.words, debt.platformReceipt === null ? '' : sync.receiptOf(debt.platformReceipt)]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </blockquote>
        )}
        {debt.fieldErrors.length > 0 && <FieldErrors clock={clock} debt={debt} />}
        <div>
          <div className="h">{sync.whatHappened}</div>
          <p>{sync.happened[debt.state]}</p>
          <p className="note">{nextOf(clock, debt, nowMs)}</p>
        </div>
        <DebtOffers
          debt={debt}
          busy={busy !== null}
          onSendAgain={props.onSendAgain}
          onTryNow={props.onTryNow}
          onOpenCase={openCase}
        />
      </div>
      <footer>
        <span className="note">{mayResend && sync.sendAgainNote}</span>
        <button type="button" className="btn big quiet" onClick={openCase}>
          <Key cap="Enter" />
          {sync.openCase}
        </button>
        <button
          type="button"
          className={mayResend ? 'btn big primary' : 'btn big off'}
          aria-disabled={!mayResend || undefined}
          aria-busy={busy === 'send-again' || undefined}
          title={mayResend ? undefined : sync.notReturned}
          onClick={() => {
            if (mayResend && busy === null) props.onSendAgain(debt);
          }}
        >
          <Key act="accept" />
          {busy === 'send-again' ? sync.sendingAgain : sync.sendAgain}
        </button>
      </footer>
    </section>
  );
}

function lineOf(clock: Clockwork, debt: Debt): string {
  const { sync, result } = clock.words.sheet;
  return [
    debt.receiptNumber ?? result.cases.noNumber,
    sync.step(result.debts[debt.kind], debt.step),
    sync.queuedAt(clockSecondsWords(debt.queuedAtMs, clock)),
    debt.doneAtMs === null ? '' : sync.doneAt(clockSecondsWords(debt.doneAtMs, clock)),
  ]
    .filter(Boolean)
    .join(' · ');
}

function nextOf(clock: Clockwork, debt: Debt, nowMs: number): string {
  const { sync } = clock.words.sheet;
  const next = debt.nextTryAtMs;
  return [
    sync.attempts(debt.attempts),
    debt.because === null ? '' : `${sync.lastTime} ${becauseWords(clock.words, debt.because)}`,
    next === null ? '' : next <= nowMs ? sync.nextNow : sync.next(runningWords(next - nowMs)),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What the platform said about single fields, quoted as text. */
function FieldErrors({ clock, debt }: { readonly clock: Clockwork; readonly debt: Debt }) {
  const { sync } = clock.words.sheet;
  return (
    <div>
      <div className="h">{sync.fieldErrors}</div>
      <table className="field-errors">
        <thead>
          <tr>
            <th scope="col">{sync.field}</th>
            <th scope="col">{sync.fieldSay}</th>
          </tr>
        </thead>
        <tbody>
          {debt.fieldErrors.map((error) => (
            <tr key={`${error.field}.${error.say}`}>
              <td className="n">{error.field}</td>
              <td>{error.say}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

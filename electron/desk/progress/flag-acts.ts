import type { ProgressStep } from '#contract/calls/progress.ts';
import type { FlagKind, FlagResult } from '#contract/shapes/supervision.ts';
import { mayBeSettled } from '#rules/intake/supervision.ts';
import { usedVoucher } from '../intake/used-voucher.ts';
import type { CaseEvent } from '../platform/case-event.ts';
import { clearFlag, raiseFlag } from '../store/case-flags.ts';
import { actMade } from './act-made.ts';
import type { Step, StepRefusal } from './step.ts';

/**
 * 承诺核查: what the department found. One that was kept leaves nothing; one that was broken stands against the
 * applicant until a supervisor settles it.
 *
 * @source domain.md 5.4, 12.3 F46
 */
export function checkCommitment(
  at: Step,
  wish: Extract<ProgressStep, { act: 'check-commitment' }>,
): StepRefusal | null {
  const { bench, progress } = at;
  const { record } = progress.whole;
  const { nowMs: atMs, today: on } = bench;
  const found = cleared(at, 'commitment-unchecked', wish.result);
  if (!found) return 'no-such-flag';
  const flags = [reported('commitment-unchecked', found, at, wish.result)];
  if (wish.result === 'broken') {
    const kind = 'commitment-broken';
    const { personKey, itemCode } = found;
    raiseFlag(bench.db, {
      caseId: record.id,
      kind,
      personKey,
      itemCode,
      on,
      atMs,
      dueOn: null,
      say: wish.say,
    });
    flags.push({ kind, since: on, dueOn: null, say: wish.say, cleared: null });
  }
  const said = { say: wish.say };
  actMade(bench, record, {
    event: 'check-commitment',
    notice: null,
    said,
    flags,
    detail: { result: wish.result },
  });
  return null;
}

/** A supervisor takes down what is nobody else's to take down. */
export function settleFlag(
  at: Step,
  wish: Extract<ProgressStep, { act: 'settle-flag' }>,
): StepRefusal | null {
  const { bench, progress } = at;
  const stands = progress.facts.flags.includes(wish.flag);
  if (!stands || !mayBeSettled(wish.flag, progress.facts.owed)) return 'no-such-flag';
  const supervisor = usedVoucher(bench, wish.voucher);
  if (supervisor === null) return 'voucher-not-good';
  const said = { say: wish.reason, supervisor };
  const flags = takenDown(at, wish.flag, 'settled');
  const detail = { flag: wish.flag };
  actMade(bench, progress.whole.record, { event: 'settle-flag', notice: null, said, flags, detail });
  return null;
}

/** Takes a flag down where it stands, and says so as it is owed to the province. */
export function takenDown(at: Step, kind: FlagKind, result: FlagResult): CaseEvent['flags'] {
  const found = cleared(at, kind, result);
  return found ? [reported(kind, found, at, result)] : [];
}

type Cleared = NonNullable<ReturnType<typeof clearFlag>>;

function cleared({ bench, progress }: Step, kind: FlagKind, result: FlagResult): Cleared | null {
  const by = bench.asker.staff?.number ?? 'desk';
  const { nowMs: atMs, today: on, db } = bench;
  return clearFlag(db, { caseId: progress.whole.record.id, kind, result, on, atMs, by });
}

function reported(
  kind: FlagKind,
  { since, dueOn, say }: Cleared,
  { bench }: Step,
  result: FlagResult,
): CaseEvent['flags'][number] {
  return { kind, since, dueOn, say, cleared: { on: bench.today, result } };
}

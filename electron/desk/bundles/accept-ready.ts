import type { NoticeFacts } from '#rules/notices/notice-facts.ts';
import type { Writer } from '#native/sqlite/database.ts';
import { isFormWhole } from '#rules/form/form-standing.ts';
import { readyAct } from '#rules/bundles/ready-act.ts';
import type { OutsideBench, WriteBench } from '../answering.ts';
import { gatherCase, type Looking } from '../intake/case-whole.ts';
import { decideCase } from '../intake/decide-case.ts';
import { issueNotice } from '../papers/issue-notice.ts';
import { receiptsOfBundle } from '../store/notices.ts';
import type { OpenBundle } from '../store/open-bundles.ts';
import { bundleReceiptFacts } from './receipt-facts.ts';
import { gatherBundle, type WholeStep } from './whole-bundle.ts';

/** What became of one case in the act for all of them. */
export interface StepDone {
  readonly itemCode: WholeStep['step']['itemCode'];
  readonly act: 'accept' | 'accept-tolerant' | 'receive';
  /** Null: it is done. */
  readonly because: string | null;
}

/**
 * Accepts every case of a bundle that is ready, and receives what only its own department may accept: each in a
 * transaction of its own, with its own number, notices and debts, so that what cannot be done with one case never
 * undoes another. Then the slip for all of them.
 *
 * @source domain.md 7 (5) (7)
 */
export function acceptReady(bench: OutsideBench, open: OpenBundle): StepDone[] {
  const later: (() => void)[] = [];
  const inOne = <T>(act: (write: WriteBench) => T): T => bench.record((db) => act(writing(bench, db, later)));
  const done: StepDone[] = [];
  const faults: unknown[] = [];
  // What was ready when the clerk pressed the key is tried: what no longer goes is told and not passed over.
  const ready = gatherBundle(bench, open).steps.flatMap((step) => {
    const act = actOf(bench, step);
    return act && step.record ? [{ step: step.step, id: step.record.id, act }] : [];
  });
  for (const { step, id, act } of ready) {
    try {
      const because = inOne((write) => decided(write, id, act));
      done.push({ itemCode: step.itemCode, act, because });
    } catch (thrown) {
      if (thrown instanceof Refused) done.push({ itemCode: step.itemCode, act, because: thrown.refusal });
      else faults.push(thrown);
    }
  }
  const changed = done.some(({ because }) => because === null);
  if (changed || owesReceipt(bench, open)) inOne((write) => issueReceipt(write, open));
  for (const act of later) act();
  // The others are on the disk and stay there; what broke is told as a fault with its number.
  if (faults.length > 0) throw faults[0];
  return done;
}

function actOf(looking: Looking, { record, begun }: WholeStep): StepDone['act'] | null {
  if (!record || begun) return null;
  const { outcomes, papers, form, crossing } = gatherCase(looking, record);
  return readyAct({
    outcomes,
    may: crossing.may,
    missing: papers.missing.length,
    formWhole: isFormWhole(form.standing),
  }).act;
}

function decided(write: WriteBench, id: NonNullable<WholeStep['record']>['id'], act: StepDone['act']): null {
  const decision = { act: act === 'receive' ? 'receive' : 'accept' } as const;
  const reply = decideCase(write, id, decision);
  if (!reply.ok) throw new Refused(reply.refusal);
  return null;
}

/** The bundle was acted on and the desk died before its slip was made. */
function owesReceipt(looking: Looking, open: OpenBundle): boolean {
  const begun = gatherBundle(looking, open).steps.some((step) => step.begun);
  return begun && receiptsOfBundle(looking.db, open.id).length === 0;
}

function issueReceipt(write: WriteBench, open: OpenBundle): void {
  const facts: NoticeFacts['bundle-receipt'] = bundleReceiptFacts(write, open);
  issueNotice(write, { kind: 'bundle-receipt', bundleId: open.id, facts });
}

function writing(bench: OutsideBench, db: Writer, later: (() => void)[]): WriteBench {
  const { asker, nowMs, today, parts } = bench;
  // The audit entry is about the bundle; each case has the act in its own time line.
  const afterwards = (act: () => void) => later.push(act);
  return { db, asker, nowMs, today, parts, about: () => undefined, afterwards };
}

/** Undoes the transaction of one case. */
class Refused extends Error {
  override name = 'Refused';
  readonly refusal: string;
  constructor(refusal: string) {
    super(refusal);
    this.refusal = refusal;
  }
}

import { z } from 'zod';
import { Moment } from './day.ts';
import { IdentityWait } from './supervision.ts';

/**
 * A debt to the province (待上报).
 *
 * pending: to be sent · unknown: sent, outcome not known, same key again · done: typed acknowledgement held
 * returned: the platform found something wrong, a clerk decides · quarantined: the answer cannot be trusted
 * paused: the line itself is refused (sign-in, address, certificate), nothing is counted against the debt
 *
 * @source safety.md 1c
 */
export const DebtState = z.enum(['pending', 'unknown', 'done', 'returned', 'quarantined', 'paused']);

/** The steps of a case that are owed, in order. */
export const DebtKind = z.enum([
  'case.received',
  'case.accepted',
  'case.correction',
  'case.refused',
  'case.not-needed',
  'case.wrong-organ',
  'case.all-in',
  'case.lapsed',
  'case.deemed-accepted',
  'case.referred',
  'case.withdrawn',
  'case.suspended',
  'case.resumed',
  'case.extended',
  'case.owed-filled',
  'case.owed-late',
  'case.granted',
  'case.denied',
  'case.result-made',
  'case.delivered',
  'case.archived',
  'case.given-back',
  /** A source of a value was found otherwise at the window. */
  'case.value-difference',
  'case.passed-on',
  'case.arrived',
  /** 合并办理: a folded filing's department gets its receipt. */
  'case.filing-merged',
  /** 承诺核查: what was found about a commitment. */
  'case.commitment-checked',
  /** A supervision flag was taken down by a supervisor. */
  'case.flag-settled',
  /** 好差评: what the citizen said of the service. */
  'case.evaluated',
]);

export const Debt = z.strictObject({
  id: z.uuid(),
  caseId: z.uuid(),
  receiptNumber: z.string().nullable(),
  itemNameZh: z.string(),
  itemNameEn: z.string(),
  /** What the identity of its case waits for; null: for nothing. */
  identityWait: IdentityWait.nullable(),
  kind: DebtKind,
  /** Order inside its case, from 1. */
  step: z.int().positive(),
  state: DebtState,
  attempts: z.int().nonnegative(),
  queuedAtMs: Moment,
  nextTryAtMs: Moment.nullable(),
  doneAtMs: Moment.nullable(),
  /** Our word for what happened last; in renderer/words. */
  because: z.string().nullable(),
  /** The platform's own sentence, as text. */
  platformWords: z.string().nullable(),
  fieldErrors: z.array(z.strictObject({ field: z.string(), say: z.string() })),
  platformReceipt: z.string().nullable(),
  /** What a clerk can do about it. */
  offers: z.array(z.enum(['try-now', 'send-again', 'correct-and-send', 'call-technician'])),
});

/** How the line to the province stands, by the last acknowledged write and not by a ping. */
export const LineState = z.enum([
  'never-tried',
  'ok',
  'away',
  'slow',
  'intercepted',
  'signed-out',
  'not-authorised',
  'wrong-address',
  'certificate',
  'not-configured',
]);

export const SyncView = z.strictObject({
  line: LineState,
  lineSinceMs: Moment.nullable(),
  lastAckAtMs: Moment.nullable(),
  lastTryAtMs: Moment.nullable(),
  nextTryAtMs: Moment.nullable(),
  owed: z.int().nonnegative(),
  owedCases: z.int().nonnegative(),
  needsClerk: z.int().nonnegative(),
  doneToday: z.int().nonnegative(),
  oldestQueuedAtMs: Moment.nullable(),
  sendingReceiptNumber: z.string().nullable(),
  /** Platform clock minus ours, from the Date of its last answer; null before the first. */
  skewMs: z.int().nullable(),
  debts: z.array(Debt),
  numberBlock: z.strictObject({ from: z.int(), to: z.int(), next: z.int(), left: z.int() }).nullable(),
});

export type DebtState = z.output<typeof DebtState>;
export type DebtKind = z.output<typeof DebtKind>;
export type Debt = z.output<typeof Debt>;
export type LineState = z.output<typeof LineState>;
export type SyncView = z.output<typeof SyncView>;

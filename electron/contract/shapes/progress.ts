import { z } from 'zod';
import { CaseId, CaseState, ReceiptNumber } from './case.ts';
import { Day, Moment } from './day.ts';
import { MessageLine } from './message.ts';
import { NoticeId } from './notice.ts';
import { ClerkNumber } from './person.ts';
import { SigningState } from './signature.ts';
import { CaseFlag } from './supervision.ts';

/** Acts on a case beside the three of the act bar. The moves are `rules/intake/case-moves.ts`. */
export const ProgressAct = z.enum([
  'all-in',
  'not-needed',
  'wrong-organ',
  'refer',
  'withdraw',
  'start-special',
  'end-special',
  'extend',
  'fill-owed',
  'answer-overdue',
  'check-commitment',
  'settle-flag',
  'grant',
  'deny',
  'make-result',
  'deliver',
  'archive',
]);

/** A supervisor's leave, good once and for five minutes. */
export const VoucherId = z.uuid().brand<'VoucherId'>();

/** What a manager says when a promised paper did not come. @source domain.md 5.4 */
export const OverdueAnswer = z.enum(['remind', 'return', 'end']);

export const ActStanding = z.strictObject({
  act: ProgressAct,
  open: z.boolean(),
  /** A word of renderer/words when closed, else null. */
  because: z.string().nullable(),
});

/** One clock of a case: what it counts to, and whether it runs. */
export const CaseClock = z.strictObject({
  kind: z.enum(['notice', 'correction', 'promised', 'legal', 'tolerance', 'delivery']),
  /** The material a tolerance is about. */
  about: z.string().nullable(),
  dueOn: Day,
  running: z.boolean(),
});

/** One act of the time line. */
export const ActLine = z.strictObject({
  seq: z.int(),
  event: z.string(),
  from: z.string(),
  to: z.string(),
  atMs: Moment,
  on: Day,
  clerk: z.string(),
  window: z.int(),
  supervisor: z.string().nullable(),
  notice: z.string().nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const PauseView = z.strictObject({
  nameZh: z.string(),
  reason: z.string(),
  startedOn: Day,
  expectedEndOn: Day,
  endedOn: Day.nullable(),
  /** Working days it stopped the clock, so far. */
  workingDays: z.int(),
});

/** How a case goes on: its acts so far, its clocks, and what may be done now. */
export const ProgressView = z.strictObject({
  caseId: CaseId,
  state: CaseState,
  acts: z.array(ActStanding),
  clocks: z.array(CaseClock),
  pauses: z.array(PauseView),
  timeline: z.array(ActLine),
  /** Papers promised and not yet here. */
  owed: z.array(
    z.strictObject({
      materialId: z.string(),
      nameZh: z.string(),
      nameEn: z.string(),
      dueOn: Day,
      overdue: z.boolean(),
    }),
  ),
  /** What stands of this case for supervision; `mayBeSettled`: by a supervisor. */
  flags: z.array(CaseFlag.extend({ mayBeSettled: z.boolean() })),
  /** 办件短信 that go with the steps of the case, and whether its people took back that they want them. */
  messages: z.array(MessageLine),
  messagesStopped: z.boolean(),
  /** The last application to withdraw that was left, and how its signature stands; null when there is none. */
  withdrawal: z
    .strictObject({ noticeId: NoticeId, documentNumber: z.string(), signing: SigningState })
    .nullable(),
  /** The due day a pause that ends today, or an extension of `mayExtendBy` days, would give. */
  dueIfResumedToday: Day.nullable(),
  dueIfExtended: Day.nullable(),
  /** The most working days the law lets it be extended by; 0 when it cannot be. */
  mayExtendBy: z.int().nonnegative(),
});

/** What a list of clocks shows. */
export const ClockList = z.enum([
  'notice',
  'due',
  'overdue',
  'tolerance',
  'correction',
  'alarms',
  'sources',
  'mismatch',
]);

export const ClockLine = z.strictObject({
  caseId: CaseId,
  receiptNumber: ReceiptNumber,
  itemNameZh: z.string(),
  itemNameEn: z.string(),
  state: CaseState,
  dueOn: Day,
  /** What the line is about: a material, an alarm. */
  about: z.string().nullable(),
});

export const ClockLists = z.strictObject({
  counts: z.record(ClockList, z.int().nonnegative()),
  lines: z.array(ClockLine),
});

/** A case whose due day another calendar would move. */
export const MovedDue = z.strictObject({
  caseId: CaseId,
  receiptNumber: ReceiptNumber,
  itemNameZh: z.string(),
  itemNameEn: z.string(),
  legal: z.strictObject({ from: Day.nullable(), to: Day.nullable() }),
  promised: z.strictObject({ from: Day.nullable(), to: Day.nullable() }),
});

export const Vouched = z.strictObject({
  voucher: VoucherId,
  supervisor: ClerkNumber,
  goodUntilMs: Moment,
});

export type ProgressAct = z.output<typeof ProgressAct>;
export type VoucherId = z.output<typeof VoucherId>;
export type ActStanding = z.output<typeof ActStanding>;
export type ActLine = z.output<typeof ActLine>;
export type CaseClock = z.output<typeof CaseClock>;
export type PauseView = z.output<typeof PauseView>;
export type ProgressView = z.output<typeof ProgressView>;
export type ClockList = z.output<typeof ClockList>;
export type ClockLine = z.output<typeof ClockLine>;
export type ClockLists = z.output<typeof ClockLists>;
export type MovedDue = z.output<typeof MovedDue>;

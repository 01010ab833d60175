import { z } from 'zod';
import { call } from '../call.ts';
import { CaseId } from '../shapes/case.ts';
import { Day } from '../shapes/day.ts';
import { NETWORK_REFUSALS } from '../shapes/network-identity.ts';
import { NoticeId } from '../shapes/notice.ts';
import { CertificateKind, PartyRole } from '../shapes/party.ts';
import {
  ClockList,
  ClockLists,
  MovedDue,
  OverdueAnswer,
  ProgressView,
  VoucherId,
} from '../shapes/progress.ts';
import { FlagKind } from '../shapes/supervision.ts';

const Say = z.string().trim().min(2).max(500);
const Organ = z.string().trim().min(2).max(100);

/** Who may take a result away, in the order in which one number is looked for. */
export const CollectorRole = PartyRole.extract(['applicant', 'legalRepresentative', 'guardian', 'handler']);

/**
 * How somebody of the case proves who they are with something else than the certificate the case was opened with:
 * a network certificate that was verified for them just now, or another document that the clerk compared.
 *
 * @source domain.md 3.2, 5.3 领取单, 12 F16
 */
const CollectorProof = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('network'), role: CollectorRole, checkId: z.uuid() }),
  z.strictObject({
    by: z.literal('other-certificate'),
    role: CollectorRole,
    certificateKind: CertificateKind.exclude(['credit-code']),
    certificateNumber: z.string().trim().min(4).max(50),
  }),
]);

/** One act on a case, with what only this act says. */
export const ProgressStep = z.discriminatedUnion('act', [
  /** 补齐再收件: every correction is in; the case counts as accepted from today. */
  z.strictObject({ act: z.literal('all-in') }),
  /** 不需要许可 (行政许可法 art. 32(1)(1)). */
  z.strictObject({ act: z.literal('not-needed'), say: Say }),
  /** 非本机关职权 (art. 32(1)(2)): the right organ is named. */
  z.strictObject({
    act: z.literal('wrong-organ'),
    organ: Organ,
    whereTo: z.string().trim().max(200).nullable(),
    say: Say,
  }),
  /** 转报 (art. 43). */
  z.strictObject({ act: z.literal('refer'), organ: Organ, reason: Say }),
  /** 撤回: the applicant signed a paper the desk left before, or signs it with a pen now. */
  z.strictObject({
    act: z.literal('withdraw'),
    signed: z.discriminatedUnion('how', [
      z.strictObject({ how: z.literal('on-paper'), reason: Say }),
      z.strictObject({ how: z.literal('on-screen'), noticeId: NoticeId }),
    ]),
  }),
  /** 特别程序 (art. 45): the decision's clock stops. `procedureId` null: one the item does not list. */
  z.strictObject({
    act: z.literal('start-special'),
    procedureId: z.string().nullable(),
    reason: Say,
    expectedEndOn: Day,
  }),
  z.strictObject({ act: z.literal('end-special'), result: Say }),
  /** 延期 (art. 42), once. */
  z.strictObject({
    act: z.literal('extend'),
    workingDays: z.int().min(1).max(15),
    reason: Say,
    voucher: VoucherId,
  }),
  /** A promised paper came (容缺补齐). */
  z.strictObject({
    act: z.literal('fill-owed'),
    materialId: z.string(),
    originalsTaken: z.int().min(0).max(99),
    copiesTaken: z.int().min(0).max(99),
    checkedAgainstOriginal: z.boolean(),
  }),
  /** A promised paper did not come: a supervisor says what follows. */
  z.strictObject({
    act: z.literal('answer-overdue'),
    materialId: z.string(),
    answer: OverdueAnswer,
    reason: Say,
    voucher: VoucherId,
  }),
  /** 承诺核查: what the department found about a commitment. */
  z.strictObject({ act: z.literal('check-commitment'), result: z.enum(['kept', 'broken']), say: Say }),
  /** A supervisor takes a flag down, with a reason. */
  z.strictObject({
    act: z.literal('settle-flag'),
    flag: FlagKind.exclude(['commitment-unchecked']),
    reason: Say,
    voucher: VoucherId,
  }),
  z.strictObject({ act: z.literal('grant'), reason: Say }),
  z.strictObject({ act: z.literal('deny'), reason: Say }),
  z.strictObject({ act: z.literal('make-result'), licenceNumber: z.string().trim().max(100).nullable() }),
  /** 送达: collected with a certificate that is the applicant's or the handler's, or sent with a waybill. */
  z.strictObject({
    act: z.literal('deliver'),
    to: z.discriminatedUnion('way', [
      z.strictObject({
        way: z.literal('counter'),
        /** The card on the reader; else the number is keyed from the certificate. */
        readingId: z.string().nullable(),
        certificateNumber: z.string().trim().max(50),
        /** Set where neither the card nor a number of the case is shown. */
        proof: CollectorProof.nullable().default(null),
      }),
      z.strictObject({ way: z.literal('express'), waybill: z.string().trim().min(4).max(50) }),
    ]),
  }),
  z.strictObject({ act: z.literal('archive') }),
]);
export type CollectorRole = z.output<typeof CollectorRole>;
export type ProgressStep = z.output<typeof ProgressStep>;

export const progressCalls = {
  /**
   * 网证: asks the platform whether whoever collects is this person of the case. `outside`: the code is good once and
   * for a short time. The check is good for this case's delivery, for ten minutes.
   */
  'progress.check-collector': call({
    kind: 'outside',
    role: 'clerk',
    input: z.strictObject({ caseId: CaseId, role: CollectorRole, scanId: z.uuid() }),
    output: z.strictObject({ checkId: z.uuid() }),
    refusals: ['no-such-case', 'not-the-collector', ...NETWORK_REFUSALS],
  }),

  /** How a case goes on: time line, clocks, and every further act with its why-not. */
  'progress.look': call({
    kind: 'read',
    role: 'case-worker',
    input: z.strictObject({ caseId: CaseId }),
    output: ProgressView,
    refusals: ['no-such-case'],
  }),

  /** One act beside accepting, correcting and refusing; audited, owed to the province, with its paper. */
  'progress.act': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({ caseId: CaseId, step: ProgressStep }),
    output: ProgressView,
    refusals: [
      'no-such-case',
      'not-in-this-state',
      'identity-missing',
      'identity-unconfirmed',
      'identity-objection',
      'authorisation-missing',
      'materials-missing',
      'papers-owed',
      'licence-not-rechecked',
      'licence-no-longer-good',
      'no-such-material',
      'nothing-overdue',
      'not-a-tolerant-case',
      'no-such-flag',
      'not-signed-yet',
      'already-extended',
      'cannot-extend',
      'too-many-days',
      'end-not-after-today',
      'no-such-procedure',
      'clock-already-stopped',
      'voucher-not-good',
      'same-person-twice',
      'not-the-collector',
      'certificate-number-wrong',
      'check-gone',
      'collecting-not-authorised',
      'reading-gone',
      'time-runs-out-first',
      'originals-here',
      'no-calendar',
      'no-number-left',
    ],
  }),

  /** Leaves the application to withdraw (撤回申请书) and puts it on the citizen's screen; the case goes on. */
  'progress.ask-withdrawal': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({ caseId: CaseId, reason: Say }),
    output: ProgressView,
    refusals: ['no-such-case', 'not-in-this-state'],
  }),

  /** 办件短信: the citizen took back that they want messages about this case. @source 个人信息保护法 art. 15 */
  'progress.stop-messages': call({
    kind: 'write',
    role: 'case-worker',
    input: z.strictObject({ caseId: CaseId }),
    output: ProgressView,
    refusals: ['no-such-case'],
  }),

  /** Cases by what their clocks say: running out, due today, overdue, owed papers, and what the clocks did. */
  'progress.lists': call({
    kind: 'read',
    role: 'case-worker',
    input: z.strictObject({ list: ClockList }),
    output: ClockLists,
    refusals: [],
  }),

  /** Says that the clerk has seen what a clock did to a case. */
  'progress.seen': call({
    kind: 'write',
    role: 'case-worker',
    input: z.strictObject({ caseId: CaseId }),
    output: z.strictObject({ seen: z.int() }),
    refusals: ['no-such-case'],
  }),

  /** Cases whose due days the calendar in force would move (invariant 25). */
  'progress.calendar': call({
    kind: 'read',
    role: 'manager',
    input: z.strictObject({}),
    output: z.strictObject({ calendar: z.string(), cases: z.array(MovedDue) }),
    refusals: [],
  }),

  /** Moves them. `calendar` is the one the manager looked at. */
  'progress.move-dues': call({
    kind: 'write',
    role: 'manager',
    input: z.strictObject({ calendar: z.string() }),
    output: z.strictObject({ moved: z.int() }),
    refusals: ['calendar-changed'],
  }),
} as const;

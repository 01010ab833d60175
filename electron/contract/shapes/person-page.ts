import { z } from 'zod';
import { BundleMark } from './bundle.ts';
import { BundleState, StepStanding } from './bundle-view.ts';
import { CaseId, CaseLine, ReceiptNumber } from './case.ts';
import { Day, Moment } from './day.ts';
import { CertificateKind, PartyKind, PartyRole } from './party.ts';
import { CaseFlag } from './supervision.ts';

/** Why somebody looks at everything of one person. It stands in the audit. */
export const LookPurpose = z.enum([
  'serve-at-the-window',
  'answer-a-question',
  'check-a-case',
  'handle-a-complaint',
]);

/**
 * Which number is meant: whoever stands there, lies on the reader, showed a network certificate, is part of a case, or
 * is typed.
 */
export const WhichPerson = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('party'), visitId: z.uuid().brand<'VisitId'>(), role: PartyRole }),
  z.strictObject({ by: z.literal('card'), readingId: z.string() }),
  z.strictObject({ by: z.literal('network'), scanId: z.uuid() }),
  z.strictObject({ by: z.literal('case'), caseId: CaseId, role: PartyRole }),
  z.strictObject({ by: z.literal('number'), text: z.string().trim().min(1).max(40) }),
]);

/** The case a line of the page is about. */
const OfCase = z.strictObject({
  caseId: CaseId,
  receiptNumber: ReceiptNumber.nullable(),
  itemNameZh: z.string(),
  itemNameEn: z.string(),
});

/**
 * Everything about one id or credit code (一号): masked, newest first in each list.
 *
 * @source domain.md 12.2 F23
 */
export const PersonPage = z.strictObject({
  /** Null: nothing is filed under this number. */
  name: z.string().nullable(),
  kind: PartyKind,
  certificateKind: CertificateKind,
  certificateNumber: z.string(),
  purpose: LookPurpose,
  /** Cases in every state, with what this person is in them. */
  cases: z.array(CaseLine.extend({ roles: z.array(PartyRole).min(1) })),
  drafts: z.array(CaseLine.extend({ roles: z.array(PartyRole).min(1) })),
  /** Events of several cases (一件事) that one of these cases is a step of. */
  bundles: z.array(
    OfCase.extend({
      bundle: BundleMark,
      state: BundleState,
      /** In the order of the bundle. The case of the line is the first of them that is not over. */
      steps: z.array(
        z.strictObject({
          itemNameZh: z.string(),
          itemNameEn: z.string(),
          standing: StepStanding,
          /** What it waits for, by the name of the result. */
          waitsFor: z.array(z.string()),
        }),
      ),
    }),
  ),
  /** What is still to be brought: promised papers, and corrections that are awaited. */
  owed: z.array(
    OfCase.extend({
      what: z.enum(['promised', 'correction']),
      sayZh: z.string(),
      sayEn: z.string(),
      /** Null: a correction for which the hall sets no day. */
      dueOn: Day.nullable(),
      overdue: z.boolean(),
    }),
  ),
  /** What acts of this applicant's cases leave open for supervision. */
  flags: z.array(CaseFlag.extend({ caseId: CaseId, receiptNumber: ReceiptNumber })),
  /** Results and decisions that wait to be handed over. */
  pickups: z.array(
    OfCase.extend({
      resultName: z.string(),
      granted: z.boolean(),
      deliverBy: Day.nullable(),
      overdue: z.boolean(),
    }),
  ),
  /** Services that ended and were not evaluated (好差评). */
  evaluations: z.array(OfCase.extend({ endedOn: Day, askUntil: Day })),
  /** Originals that lie at this counter. */
  originals: z.array(
    OfCase.extend({
      paperName: z.string(),
      originals: z.int().positive(),
      since: Day,
      overnight: z.boolean(),
    }),
  ),
  /** Copies a clerk compared with the original and that may still be used again. */
  copies: z.array(OfCase.extend({ paperName: z.string(), verifiedOn: Day, ageDays: z.int().nonnegative() })),
  /** Numbers of today: where this person waits, and where they were. */
  tickets: z.array(
    z.strictObject({
      number: z.string(),
      state: z.enum(['waiting', 'at-the-window', 'held', 'done']),
      sinceMs: Moment,
    }),
  ),
});

export type LookPurpose = z.output<typeof LookPurpose>;
export type WhichPerson = z.output<typeof WhichPerson>;
export type PersonPage = z.output<typeof PersonPage>;

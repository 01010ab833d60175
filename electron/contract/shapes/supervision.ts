import { z } from 'zod';
import { Day } from './day.ts';

/**
 * What an act of a case leaves open for supervision (事中事后监管).
 *
 * commitment-unchecked: accepted on a commitment nobody has checked yet · tolerance-unfinished: promised papers are not
 * here · refused-before: shown when the same person asks for the same item again · commitment-broken: it was checked
 * and was not true · identity-unconfirmed: accepted without a line on the chip alone, and the register did not know this
 * person afterwards
 *
 * @source domain.md 12.3 F46
 */
export const FlagKind = z.enum([
  'commitment-unchecked',
  'tolerance-unfinished',
  'refused-before',
  'commitment-broken',
  'identity-unconfirmed',
]);

/** How a flag was taken down. kept, broken: a commitment was checked · filled: the papers came · settled: by a supervisor */
export const FlagResult = z.enum(['kept', 'broken', 'filled', 'settled']);

/**
 * Why nobody has confirmed yet who was identified by the chip alone while the line was down (断网时读的证).
 *
 * to-ask: the register is asked when the line is back · unanswered: it was asked and did not answer, and is asked again ·
 * not-connected: it was not asked, because the register is not connected here
 */
export const IdentityWait = z.enum(['to-ask', 'unanswered', 'not-connected']);

/** A flag that stands. */
export const CaseFlag = z.strictObject({
  kind: FlagKind,
  /** The case whose act raised it; another one of the same applicant than the case that shows it, or the same. */
  caseId: z.uuid(),
  receiptNumber: z.string(),
  itemNameZh: z.string(),
  itemNameEn: z.string(),
  since: Day,
  /** By when it is to be checked, or filled; null: no day is set. */
  dueOn: Day.nullable(),
  overdue: z.boolean(),
  /** What was said with it: why it was refused, what was not true. */
  say: z.string().nullable(),
});

export type FlagKind = z.output<typeof FlagKind>;
export type IdentityWait = z.output<typeof IdentityWait>;
export type FlagResult = z.output<typeof FlagResult>;
export type CaseFlag = z.output<typeof CaseFlag>;

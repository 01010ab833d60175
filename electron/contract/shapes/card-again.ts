import { z } from 'zod';
import { SourcedValue } from './form-value.ts';
import { PartyRole } from './party.ts';

/** What of a card may be otherwise when the same person's card is read again. Birth and sex lie in its number. */
export const CardField = z.enum(['name', 'address', 'ethnicity', 'issuer', 'validity']);

/** Which of the two counts: what the party said until now, or what the chip says now. */
export const CardWord = z.enum(['before', 'now']);

/**
 * What the chip says now and the party said otherwise before: both stand until a clerk picks one with a reason.
 * `validity` is shown as two days with a stroke between, the second one empty where the card holds for ever;
 * `ethnicity` as its code.
 *
 * @source domain.md 12.3 F44 (动态更新、多源校核)
 */
export const CardLine = z.strictObject({
  role: PartyRole,
  field: CardField,
  before: SourcedValue,
  now: SourcedValue,
});

/** What came of asking for the card again. */
export const CardAsked = z.strictObject({ role: PartyRole, differing: z.int().nonnegative() });

export type CardField = z.output<typeof CardField>;
export type CardWord = z.output<typeof CardWord>;
export type CardLine = z.output<typeof CardLine>;
export type CardAsked = z.output<typeof CardAsked>;

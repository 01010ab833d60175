import type { Day } from '#contract/shapes/day.ts';
import type { CertificateKind, PartyKind } from '#contract/shapes/party.ts';
import { dayFromDigits } from '../calendar/days.ts';
import { readCitizenNumber } from './citizen-number.ts';

/** Of full age (成年). @source 民法典 art. 17 */
export const ADULT_AT = 18;

/** From here on somebody may live on their own labour and then counts as an adult. @source 民法典 art. 18 */
export const NEAR_ADULT_AT = 16;

/** What says when somebody was born. */
export interface BirthFacts {
  readonly kind: PartyKind;
  readonly certificateKind: CertificateKind;
  readonly certificateNumber: string;
  /** From the chip only, `YYYYMMDD`. */
  readonly chip?: { readonly birth: string } | null;
}

export interface BirthTerms {
  readonly today: Day;
  /** The site code of this hall: its own region is always known. */
  readonly site: string;
}

/**
 * The day a person was born, as the chip says it, else as the number holds it. Null: nobody can tell from what is
 * filled, or it is no person.
 *
 * @source GB 11643; devices.md 1.7
 */
export function birthOf(facts: BirthFacts, { today, site }: BirthTerms): Day | null {
  if (facts.kind !== 'person') return null;
  const onChip = facts.chip ? dayFromDigits(facts.chip.birth) : null;
  if (onChip) return onChip;
  if (!WITH_BIRTH.has(facts.certificateKind)) return null;
  const reading = readCitizenNumber(facts.certificateNumber, today, site);
  return reading.ok ? reading.birth : null;
}

const WITH_BIRTH: ReadonlySet<CertificateKind> = new Set([
  'resident-id',
  'hmt-residence',
  'foreigner-permanent',
]);

/** Full years on a day. The birthday itself counts; somebody born on 29 February has it on 1 March in other years. */
export function fullYears(birth: Day, today: Day): number {
  const years = Number(today.slice(0, 4)) - Number(birth.slice(0, 4));
  return today.slice(5) < birth.slice(5) ? years - 1 : years;
}

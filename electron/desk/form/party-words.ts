import type { Meaning } from '#contract/shapes/form.ts';
import { CardField } from '#contract/shapes/card-again.ts';
import type { FieldTerms } from '#rules/form/field-trouble.ts';
import { personValues } from '#rules/form/person-values.ts';
import { dayInHall } from '../intake/time-of-day.ts';
import type { FormWord } from '../store/form-values.ts';
import type { Parties, Party, PartyDetails } from '../store/parties.ts';

/** Parties of a form. All but the handler are one person of every form; who another party is on a form, a clerk says. */
export type FormPeople = Pick<Parties, 'applicant' | 'handler' | 'legalRepresentative' | 'guardian'>;

/** What the people of a case say of themselves. A legal representative who is there says more than the body named. */
export function peopleWords(
  { applicant, legalRepresentative, guardian }: FormPeople,
  terms: FieldTerms,
  timeZone: string,
): ReadonlyMap<Meaning, FormWord> {
  return new Map([
    ...partyWords(applicant, terms, timeZone),
    ...partyWords(legalRepresentative, terms, timeZone, 'legal-representative'),
    ...partyWords(guardian, terms, timeZone, 'guardian'),
  ]);
}

/**
 * What a party says of a person of the form: the chip's word where it read one, and what was typed beside it.
 *
 * @param subject first word of the meanings; the party is the applicant unless said otherwise
 */
export function partyWords(
  party: Party | null,
  terms: FieldTerms,
  timeZone: string,
  subject = 'applicant',
): ReadonlyMap<Meaning, FormWord> {
  if (!party || party.verification === 'differs') return new Map();
  const { readAtMs } = party;
  const asOf = readAtMs === null ? terms.today : dayInHall(readAtMs, timeZone);
  const { network } = party.details;
  return new Map(
    personValues(subject, party.details, terms).map(({ meaning, value, fromChip }) => [
      meaning,
      {
        meaning,
        ...(stoodOf(party.details, meaning) ??
          (network && isProvedByNetwork(meaning)
            ? { source: 'shared-data' as const, asOf, origin: network.by }
            : {
                source: fromChip ? ('card' as const) : ('by-hand' as const),
                asOf: fromChip ? asOf : terms.today,
                origin: null,
              })),
        value,
        atMs: readAtMs ?? 0,
        by: 'desk',
      },
    ]),
  );
}

/** Whose word it is that a clerk let stand when the card was asked for again. */
function stoodOf(
  { stood }: PartyDetails,
  meaning: Meaning,
): Pick<FormWord, 'source' | 'asOf' | 'origin'> | null {
  const field = CardField.safeParse(meaning.slice(meaning.lastIndexOf('.') + 1));
  const word = field.success ? stood[field.data] : undefined;
  return word ? { ...word, origin: null } : null;
}

/** A network certificate says name and number, and with the number birth and sex. */
function isProvedByNetwork(meaning: Meaning): boolean {
  return /\.(?:name|citizen-number|birth-date|sex)$/.test(meaning);
}

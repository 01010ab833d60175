import { Meaning } from '#contract/shapes/form.ts';
import type { CertificateKind, PartyKind } from '#contract/shapes/party.ts';
import { dayFromDigits } from '../calendar/days.ts';
import { readCitizenNumber } from '../identity/citizen-number.ts';
import { ethnicityNameZh } from '../identity/ethnicity.ts';
import type { FieldTerms } from './field-trouble.ts';

/** The whole values of a party that a form may ask for. Empty: not filled. */
export interface PersonFacts {
  readonly kind: PartyKind;
  readonly name: string;
  readonly certificateKind: CertificateKind;
  readonly certificateNumber: string;
  readonly phone: string;
  readonly address: string;
  readonly legalRepresentative: string;
  readonly chip: {
    readonly birth: string;
    readonly sexCode: string;
    readonly ethnicityCode: string | null;
  } | null;
}

/** What of a party a chip says, where there is one; the rest was typed beside it. */
const ON_CHIP: ReadonlySet<string> = new Set([
  'name',
  'citizen-number',
  'address',
  'birth-date',
  'sex',
  'ethnicity',
]);

export interface PersonValue {
  readonly meaning: Meaning;
  readonly value: string;
  readonly fromChip: boolean;
}

/**
 * What a party says about a person of a form, so that it is not typed a second time. Birth and sex of somebody typed
 * by hand are read out of the citizen number.
 *
 * @param subject first word of the meanings: `applicant`, `mother`, `legal-representative`
 * @source domain.md 12.1 F05; GB 11643
 */
export function personValues(subject: string, facts: PersonFacts, terms: FieldTerms): PersonValue[] {
  const said: Readonly<Record<string, string>> = {
    name: facts.name,
    phone: facts.phone,
    address: facts.address,
    ...(facts.kind === 'person' ? ofPerson(facts, terms, subject === 'applicant') : {}),
  };
  const own = valuesUnder(subject, said, facts.chip !== null);
  if (facts.kind === 'person' || subject !== 'applicant') return own;
  // A body that applies is the enterprise of its own form.
  const body = { name: facts.name, 'credit-code': facts.certificateNumber, phone: facts.phone };
  return [
    ...own,
    ...valuesUnder('enterprise', body, false),
    ...valuesUnder('legal-representative', { name: facts.legalRepresentative }, false),
  ];
}

function ofPerson(
  facts: PersonFacts,
  { today, site }: FieldTerms,
  isApplicant: boolean,
): Readonly<Record<string, string>> {
  const { chip, certificateKind, certificateNumber } = facts;
  const hasNumber = WITH_NUMBER.has(certificateKind);
  const reading = hasNumber ? readCitizenNumber(certificateNumber, today, site) : null;
  const read = reading?.ok ? reading : null;
  const sexCode = chip?.sexCode ?? read?.sexCode ?? '';
  return {
    // An applicant with another certificate is known by its number; nobody else's passport passes for a citizen number.
    'citizen-number': hasNumber || isApplicant ? certificateNumber : '',
    'birth-date': (chip && dayFromDigits(chip.birth)) ?? read?.birth ?? '',
    sex: SEXES[sexCode] ?? '',
    ethnicity: chip?.ethnicityCode ? ethnicityNameZh(chip.ethnicityCode) : '',
  };
}

const WITH_NUMBER: ReadonlySet<CertificateKind> = new Set([
  'resident-id',
  'hmt-residence',
  'foreigner-permanent',
]);

/** The ids that the catalogue gives to the two. @source GB/T 2261.1 */
const SEXES: Readonly<Record<string, string>> = { '1': 'male', '2': 'female' };

function valuesUnder(
  subject: string,
  said: Readonly<Record<string, string>>,
  hasChip: boolean,
): PersonValue[] {
  return Object.entries(said)
    .filter(([, value]) => value !== '')
    .map(([word, value]) => ({
      meaning: Meaning.parse(`${subject}.${word}`),
      value,
      fromChip: hasChip && ON_CHIP.has(word),
    }));
}

/**
 * People a form asks about beside the applicant, whom a party of the visit may be: whoever is asked for by name and by
 * number or phone.
 */
export function peopleAsked(meanings: readonly Meaning[]): string[] {
  const all = new Set<string>(meanings);
  const named = meanings.filter((meaning) => meaning.endsWith('.name')).map((meaning) => subjectOf(meaning));
  return named.filter(
    (subject) =>
      !NOBODY.has(subject) && (all.has(`${subject}.citizen-number`) || all.has(`${subject}.phone`)),
  );
}

/** The applicant says it without being asked, and a body is nobody who sits at a window. */
const NOBODY: ReadonlySet<string> = new Set(['applicant', 'enterprise']);

function subjectOf(meaning: Meaning): string {
  return meaning.slice(0, meaning.indexOf('.'));
}

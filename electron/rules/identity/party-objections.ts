import type { Day } from '#contract/shapes/day.ts';
import type { CertificateKind, PartyField, PartyKind } from '#contract/shapes/party.ts';
import { cardObjections, type FoundObjection } from './card-validity.ts';
import { isForeignerRegion, normalisedNumber, readCitizenNumber } from './citizen-number.ts';
import { readCreditCode } from './credit-code.ts';
import { readForeignerNumber } from './foreigner-number.ts';
import { isHmtRegion, readHmtNumber } from './hmt-number.ts';

export type { FoundObjection } from './card-validity.ts';

/** The whole values of a party. Empty or null means not filled yet, which is no objection. */
export interface PartyValues {
  readonly kind: PartyKind;
  readonly name: string;
  readonly certificateKind: CertificateKind;
  readonly certificateNumber: string;
  readonly phone?: string | null;
  readonly address?: string | null;
  readonly legalRepresentative?: string | null;
  /** From the chip only, `YYYYMMDD`; null or missing for a party typed by hand. */
  readonly chip?: ChipFacts | null;
}

/** What only a chip tells. */
interface ChipFacts {
  readonly birth: string;
  readonly sexCode: string;
  readonly validFrom: string;
  /** null means long-term (长期). */
  readonly validTo: string | null;
  /** Fields with private-use or broken characters, named as in `IdentityCard`. */
  readonly unreadable: readonly string[];
}

export interface ObjectionTerms {
  readonly today: Day;
  /** The site code of this hall: its own region is always known. */
  readonly site: string;
}

/**
 * Everything the rules object to in the values of a party, field by field, each with its word and whether it
 * stops acceptance until a clerk overrides it with a reason.
 *
 * @source domain.md 13.3, invariant 15; devices.md 1.7, 2.1, 2.2
 */
export function partyObjections(values: PartyValues, terms: ObjectionTerms): readonly FoundObjection[] {
  return [
    ...nameObjections(values),
    ...kindObjections(values),
    ...numberObjections(values, terms),
    ...phoneObjections(values.phone ?? ''),
    ...chipObjections(values, terms),
  ];
}

function nameObjections({ name, chip }: PartyValues): readonly FoundObjection[] {
  const found: FoundObjection[] = [];
  if (/\p{Co}|\p{Cs}|\uFFFD/u.test(name)) found.push(blocking('name', 'unreadable-characters'));
  else if (/\p{Cc}/u.test(name) || (name !== '' && name.trim() === ''))
    found.push(blocking('name', 'not-a-name'));
  else if (name === '' && chip?.unreadable.includes('name'))
    found.push(blocking('name', 'unreadable-characters'));
  if (chip?.unreadable.includes('address')) found.push(warning('address', 'unreadable-characters'));
  return found;
}

/** A credit code belongs to an organisation, a card to a person. */
function kindObjections({
  kind,
  certificateKind,
  certificateNumber,
}: PartyValues): readonly FoundObjection[] {
  if (certificateNumber.trim() === '' || certificateKind === 'other') return [];
  const organisation = certificateKind === 'credit-code';
  if (organisation === (kind !== 'person')) return [];
  return [blocking('certificateKind', 'wrong-certificate-kind')];
}

function numberObjections(values: PartyValues, terms: ObjectionTerms): readonly FoundObjection[] {
  const number = normalisedNumber(values.certificateNumber);
  return number === '' ? [] : numberRules[values.certificateKind](number, terms);
}

type NumberRule = (number: string, terms: ObjectionTerms) => readonly FoundObjection[];

const numberRules: Readonly<Record<CertificateKind, NumberRule>> = {
  'resident-id': (number, { today, site }) => {
    const reading = readCitizenNumber(number, today, site);
    if (!reading.ok) return [blocking('certificateNumber', reading.problem)];
    const another = isHmtRegion(number) || isForeignerRegion(number);
    return another ? [blocking('certificateKind', 'wrong-certificate-kind')] : [];
  },
  'hmt-residence': (number, { today }) => refusedIn(readHmtNumber(number, today)),
  'foreigner-permanent': (number, { today }) => refusedIn(readForeignerNumber(number, today)),
  'credit-code': (number) => {
    const reading = readCreditCode(number);
    if (!reading.ok) return refusedIn(reading);
    return reading.organisationCheckHolds ? [] : [warning('certificateNumber', 'wrong-organisation-check')];
  },
  passport: (number) => looksLike(/^[A-Z0-9]{5,15}$/, number),
  'hm-travel-permit': (number) => looksLike(/^[HM][0-9]{8}(?:[0-9]{2})?$/, number),
  'tw-travel-permit': (number) => looksLike(/^[0-9]{8}(?:[0-9]{2})?$/, number),
  'soldier-card': (number) => looksLike(otherNumber, number),
  other: (number) => looksLike(otherNumber, number),
};

const otherNumber = /^[\p{L}\p{N}()-]{3,40}$/u;

function refusedIn(
  reading: { readonly ok: true } | { readonly ok: false; readonly problem: string },
): readonly FoundObjection[] {
  return reading.ok ? [] : [blocking('certificateNumber', reading.problem)];
}

/** Formats of these numbers have no check digit and have changed: an unusual one only warns. */
function looksLike(shape: RegExp, number: string): readonly FoundObjection[] {
  return shape.test(number) ? [] : [warning('certificateNumber', 'unusual-number')];
}

function phoneObjections(phone: string): readonly FoundObjection[] {
  const digits = phone.normalize('NFKC').replaceAll(/[\s\-()+]/g, '');
  if (digits === '' || /^(?:86)?1[3-9][0-9]{9}$/.test(digits) || /^0[0-9]{9,11}$/.test(digits)) return [];
  return [warning('phone', 'unusual-phone')];
}

function chipObjections(values: PartyValues, { today, site }: ObjectionTerms): readonly FoundObjection[] {
  const { chip, certificateNumber } = values;
  if (!chip) return [];
  const found = [...cardObjections(chip, today)];
  const reading = readCitizenNumber(certificateNumber, today, site);
  if (!reading.ok) return found;
  if (reading.birth.replaceAll('-', '') !== chip.birth)
    found.push(blocking('birth', 'birth-differs-from-number'));
  if (['1', '2'].includes(chip.sexCode) && reading.sexCode !== chip.sexCode) {
    found.push(warning('certificateNumber', 'sex-differs-from-number'));
  }
  return found;
}

function blocking(field: PartyField | 'birth', problem: string): FoundObjection {
  return { field, problem, blocks: true };
}

function warning(field: PartyField, problem: string): FoundObjection {
  return { field, problem, blocks: false };
}

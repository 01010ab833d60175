import type { z } from 'zod';
import type { CardKind, IdentityCard } from '#contract/shapes/identity-card.ts';
import type { NetworkProof } from '#contract/shapes/network-identity.ts';
import { CertificateKind, MessageConsent, type PartyField, PartyKind } from '#contract/shapes/party.ts';
import { normalisedNumber } from '#rules/identity/citizen-number.ts';

import { WrongInput } from '../answering.ts';
import type { CardReading } from '../devices/card-desk.ts';
import type { NamedHolder } from '../platform/province.ts';
import type { Party, PartyDetails } from '../store/parties.ts';

const certificateOf: Readonly<Record<CardKind, CertificateKind>> = {
  resident: 'resident-id',
  'hmt-residence': 'hmt-residence',
  'foreigner-2017': 'foreigner-permanent',
  'foreigner-2023': 'foreigner-permanent',
};

/** Fields of a party, and the field of the card each comes from. */
const onCard: Readonly<Partial<Record<PartyField, keyof IdentityCard>>> = {
  name: 'name',
  certificateNumber: 'number',
  address: 'address',
};

const nobody: PartyDetails = {
  kind: 'person',
  name: '',
  certificateKind: 'resident-id',
  certificateNumber: '',
  phone: '',
  address: '',
  legalRepresentative: '',
  messages: '',
  chip: null,
  network: null,
  stood: {},
};

/** A party nobody has filled yet, to be typed by hand. */
export const emptyParty: Party = {
  details: nobody,
  source: 'by-hand',
  verification: 'by-hand',
  readingId: null,
  readAtMs: null,
  confirmedAtMs: null,
  overridden: [],
};

/**
 * The party a card reading gives. What a chip does not hold (the phone) is kept from what stood there before,
 * unless that was another person.
 *
 * @param confirmedAtMs when the second read agreed, null while it is under way
 */
export function partyFromReading(
  reading: CardReading,
  confirmedAtMs: number | null,
  before: Party | null,
): Party {
  const { card } = reading;
  const keepsTyped = isOpenForCard(before) || isSamePerson(before, card);
  return {
    details: {
      kind: 'person',
      name: card.name === '' ? (card.englishName ?? '') : card.name,
      certificateKind: certificateOf[card.kind],
      certificateNumber: normalisedNumber(card.number),
      phone: keepsTyped ? (before?.details.phone ?? '') : '',
      address: card.address ?? '',
      legalRepresentative: '',
      messages: keepsTyped ? (before?.details.messages ?? '') : '',
      chip: {
        cardKind: card.kind,
        englishName: card.englishName,
        sexCode: card.sexCode,
        ethnicityCode: card.ethnicityCode,
        nationality: card.nationality,
        birth: card.birth,
        issuer: card.issuer,
        validFrom: card.validFrom,
        validTo: card.validTo,
        travelPermit: card.travelPermit,
        issueCount: card.issueCount,
        unreadable: [...card.unreadable],
      },
      network: null,
      stood: {},
    },
    source: 'card-chip',
    verification: confirmedAtMs === null ? 'unconfirmed' : 'confirmed',
    readingId: reading.id,
    readAtMs: reading.readAtMs,
    confirmedAtMs,
    overridden: [],
  };
}

/**
 * The party a verified network certificate gives. The platform said who it is and nothing else: what it does not
 * hold (phone, address) is kept from what was typed.
 */
export function partyFromNetwork(
  { name, certificateKind, certificateNumber }: NamedHolder,
  proof: NetworkProof,
  before: Party | null,
): Party {
  const stood = before ?? emptyParty;
  const isSame = normalisedNumber(stood.details.certificateNumber) === normalisedNumber(certificateNumber);
  const keeps = isOpenForCard(before) || isSame;
  return {
    details: {
      ...nobody,
      name,
      certificateKind,
      certificateNumber: normalisedNumber(certificateNumber),
      phone: keeps ? stood.details.phone : '',
      address: keeps ? stood.details.address : '',
      messages: keeps ? stood.details.messages : '',
      network: proof,
    },
    source: 'network-identity',
    verification: 'network',
    readingId: proof.checkId,
    readAtMs: proof.checkedAtMs,
    confirmedAtMs: null,
    overridden: isSame ? stood.overridden : [],
  };
}

/** The platform said this of the person, so nobody types over it. */
export function isFromNetwork({ source }: Party, field: PartyField): boolean {
  return source === 'network-identity' && PROVED_FIELDS.has(field);
}

const PROVED_FIELDS: ReadonlySet<PartyField> = new Set([
  'kind',
  'name',
  'certificateKind',
  'certificateNumber',
]);

/** The party after its second read differed: what the card gave is gone, what a clerk typed stays. */
export function withReadingTakenBack(party: Party): Party {
  return {
    ...party,
    details: { ...nobody, phone: party.details.phone, messages: party.details.messages },
    verification: 'differs',
    confirmedAtMs: null,
    overridden: [],
  };
}

/** Nobody is in it yet, or what was read was taken back: the next card may fill it. */
export function isOpenForCard(party: Party | null): boolean {
  if (!party || party.verification === 'differs') return true;
  const { kind, name, certificateNumber } = party.details;
  return party.source === 'by-hand' && kind === 'person' && name === '' && certificateNumber === '';
}

/** Whether a card is of the person who stands there already. */
export function isSamePerson(party: Party | null, card: IdentityCard): boolean {
  return (
    party !== null &&
    party.details.certificateNumber !== '' &&
    normalisedNumber(party.details.certificateNumber) === normalisedNumber(card.number)
  );
}

/** The chip gave this field and it was readable, so a clerk does not type over it. */
export function isFromChip(party: Party, field: PartyField): boolean {
  const { chip } = party.details;
  if (!chip) return false;
  if (field === 'kind' || field === 'certificateKind') return true;
  const source = onCard[field];
  if (!source || chip.unreadable.includes(source)) return false;
  const stood = field === 'name' || field === 'address' ? party.details.stood[field] : undefined;
  return party.details[field] !== '' && stood?.source !== 'by-hand';
}

/**
 * The party with one field typed by a clerk. Objections that were overridden for the old value come back; a party
 * whose card read was taken back is typed by hand from here on.
 *
 * @throws WrongInput when a kind is not one of the known ones
 */
export function withTypedField(party: Party, field: PartyField, value: string): Party {
  const byHand = party.verification === 'differs';
  return {
    ...party,
    ...(byHand ? { source: 'by-hand', verification: 'by-hand', readingId: null, readAtMs: null } : {}),
    details: typed(party.details, field, value.trim()),
    overridden: party.overridden.filter((one) => !concerns(field, one.field)),
  };
}

/** Nothing was typed and nothing was chosen: there is no such party. */
export function isUntouched({ source, details }: Party): boolean {
  const { kind, certificateKind, chip: _chip, network: _network, stood: _stood, ...texts } = details;
  const nothing = Object.values(texts).every((text) => text === '');
  return source === 'by-hand' && nothing && kind === 'person' && certificateKind === 'resident-id';
}

function typed(details: PartyDetails, field: PartyField, value: string): PartyDetails {
  if (field === 'kind') {
    const kind = known(PartyKind, value);
    return { ...details, kind, certificateKind: certificateFor(kind, details) };
  }
  if (field === 'certificateKind') {
    return { ...details, certificateKind: known(CertificateKind, value) };
  }
  if (field === 'messages') return { ...details, messages: known(MessageConsent, value) };
  if (field === 'certificateNumber') return { ...details, certificateNumber: normalisedNumber(value) };
  return { ...details, [field]: value };
}

function known<K extends string>(kinds: z.ZodType<K> & { readonly options: readonly K[] }, value: string): K {
  const read = kinds.safeParse(value);
  if (read.success) return read.data;
  throw new WrongInput(`input.value: must be one of ${kinds.options.join(', ')}`);
}

/** An organisation has a credit code and a person does not: chosen for the clerk until a number is typed. */
function certificateFor(kind: PartyKind, details: PartyDetails): CertificateKind {
  if (details.certificateNumber !== '') return details.certificateKind;
  if (kind !== 'person') return 'credit-code';
  return details.certificateKind === 'credit-code' ? 'resident-id' : details.certificateKind;
}

/** A number says the birth as well. */
const certificateFields: ReadonlySet<string> = new Set([
  'kind',
  'certificateKind',
  'certificateNumber',
  'birth',
]);

function concerns(typedField: PartyField, objectedField: string): boolean {
  if (typedField === objectedField) return true;
  return certificateFields.has(typedField) && certificateFields.has(objectedField);
}

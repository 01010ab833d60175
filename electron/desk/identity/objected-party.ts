import type { Day } from '#contract/shapes/day.ts';
import type { MaskedParty, MaskedPeople, Objection, PartyRole } from '#contract/shapes/party.ts';
import { PartyField } from '#contract/shapes/party.ts';
import { dayFromDigits } from '#rules/calendar/days.ts';
import {
  maskedAddress,
  maskedCertificateNumber,
  maskedName,
  maskedPartyName,
  maskedPhone,
} from '#rules/identity/mask.ts';
import { byRole } from '#rules/identity/by-role.ts';
import { type FoundObjection, partyObjections } from '#rules/identity/party-objections.ts';
import { peopleObjections } from '#rules/identity/people-objections.ts';
import { sexInNumber } from '#rules/identity/citizen-number.ts';
import type { ProofOfIdentity } from '#rules/intake/identity-need.ts';
import type { CardHolder } from '#rules/intake/card-proves.ts';
import type { PartyStanding } from '#rules/intake/party-standing.ts';
import type { FrozenParty, Parties, Party } from '../store/parties.ts';

/** A party together with what the rules object to on a day. */
export type ObjectedParty = FrozenParty;

/** Everybody of a visit with what the rules object to, in each of them and in all of them together. */
export type ObjectedPeople = Readonly<Record<PartyRole, ObjectedParty | null>>;

/** What the rules object to today; what a clerk went past carries the reason. */
export function objectedPeople(people: Parties, today: Day, site: string): ObjectedPeople {
  const together = peopleObjections(
    byRole((role) => people[role]?.details ?? null),
    { today, site },
  );
  const of = (role: PartyRole): ObjectedParty | null => {
    const party = people[role];
    if (!party) return null;
    const own = partyObjections(party.details, { today, site });
    return objected(party, [...own, ...(together.get(role) ?? [])]);
  };
  return byRole(of);
}

function objected(party: Party, found: readonly FoundObjection[]): ObjectedParty {
  const objections = found.map((one): Objection => {
    const past = party.overridden.find(
      ({ field, problem }) => field === one.field && problem === one.problem,
    );
    return { ...one, overriddenBecause: past?.reason ?? null };
  });
  return { ...party, objections };
}

/** The party as every screen shows it. The birth date is cut to its year: the masked number hides it too. */
export function masked(party: ObjectedParty): MaskedParty {
  const { details } = party;
  const { chip } = details;
  return {
    kind: details.kind,
    name: maskedPartyName(details.kind, details.name),
    certificateKind: details.certificateKind,
    certificateNumber: maskedCertificateNumber(details.certificateKind, details.certificateNumber),
    sexCode: chip?.sexCode ?? null,
    ethnicityCode: chip?.ethnicityCode ?? null,
    birth: chip ? `${chip.birth.slice(0, 4)}****` : null,
    address: details.address === '' ? null : maskedAddress(details.address),
    issuer: chip?.issuer ?? null,
    validTo: chip?.validTo ? (dayFromDigits(chip.validTo) ?? chip.validTo) : null,
    longTerm: chip !== null && chip.validTo === null,
    phone: details.phone === '' ? null : maskedPhone(details.phone),
    legalRepresentative: details.legalRepresentative === '' ? null : maskedName(details.legalRepresentative),
    messages: details.messages,
    source: party.source,
    verification: party.verification,
    network: details.network,
    readAtMs: party.readAtMs,
    confirmedAtMs: party.confirmedAtMs,
    unreadable: chip?.unreadable ?? [],
    objections: party.objections,
    filled: PartyField.options.filter((field) => details[field] !== ''),
  };
}

/** Everybody as every screen shows them. */
export function maskedPeople(people: ObjectedPeople): MaskedPeople {
  return byRole((role) => {
    const party = people[role];
    return party && masked(party);
  });
}

/** What the rules of intake may know of a party: no name, no number. */
export function standingOf({ details, verification, objections }: ObjectedParty): PartyStanding {
  return {
    kind: details.kind,
    hasName: details.name !== '',
    hasNumber: details.certificateNumber !== '',
    verification,
    objections,
  };
}

/** How somebody's identity was proved, for what an item asks of it. */
export function proofOf({ details, source }: Party): ProofOfIdentity {
  return { kind: details.kind, source, network: details.network };
}

export function holderOf({ details, source, verification }: Party): CardHolder {
  return {
    kind: details.kind,
    name: details.name,
    sexCode: details.chip?.sexCode ?? (details.network && sexInNumber(details.certificateNumber)),
    legalRepresentative: details.legalRepresentative === '' ? null : details.legalRepresentative,
    isProved: source === 'network-identity' || (source === 'card-chip' && verification === 'confirmed'),
  };
}

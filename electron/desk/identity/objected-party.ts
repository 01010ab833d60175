import type { Day } from '#contract/shapes/day.ts';
import type { MaskedParty, Objection } from '#contract/shapes/party.ts';
import { PartyField } from '#contract/shapes/party.ts';
import { dayFromDigits } from '#rules/calendar/days.ts';
import {
  maskedAddress,
  maskedCertificateNumber,
  maskedName,
  maskedPartyName,
  maskedPhone,
} from '#rules/identity/mask.ts';
import { partyObjections } from '#rules/identity/party-objections.ts';
import type { CardHolder } from '#rules/intake/card-proves.ts';
import type { PartyStanding } from '#rules/intake/party-standing.ts';
import type { FrozenParty, Party } from '../store/parties.ts';

/** A party together with what the rules object to on a day. */
export type ObjectedParty = FrozenParty;

/** What the rules object to in a party today; those a clerk went past carry the reason. */
export function objected(party: Party, today: Day, site: string): ObjectedParty {
  const objections = partyObjections(party.details, { today, site }).map((found): Objection => {
    const past = party.overridden.find(
      ({ field, problem }) => field === found.field && problem === found.problem,
    );
    return { ...found, overriddenBecause: past?.reason ?? null };
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
    source: party.source,
    verification: party.verification,
    readAtMs: party.readAtMs,
    confirmedAtMs: party.confirmedAtMs,
    unreadable: chip?.unreadable ?? [],
    objections: party.objections,
    filled: PartyField.options.filter((field) => details[field] !== ''),
  };
}

/** What the rules of intake may know of a party: no name, no number. */
export function standingOf({ details, verification, objections }: ObjectedParty): PartyStanding {
  return {
    kind: details.kind,
    hasName: details.name !== '',
    hasNumber: details.certificateNumber !== '',
    hasLegalRepresentative: details.legalRepresentative !== '',
    verification,
    objections,
  };
}

export function holderOf({ details, source, verification }: Party): CardHolder {
  return {
    kind: details.kind,
    name: details.name,
    sexCode: details.chip?.sexCode ?? null,
    legalRepresentative: details.legalRepresentative === '' ? null : details.legalRepresentative,
    chipConfirmed: source === 'card-chip' && verification === 'confirmed',
  };
}

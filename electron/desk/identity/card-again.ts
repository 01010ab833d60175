import { CardField, type CardWord } from '#contract/shapes/card-again.ts';
import type { VisitId } from '#contract/shapes/case.ts';
import type { Day } from '#contract/shapes/day.ts';
import type { FormSource } from '#contract/shapes/form-value.ts';
import { PartyRole } from '#contract/shapes/party.ts';
import type { Writer } from '#native/sqlite/database.ts';
import { cardDifferences, cardValues } from '#rules/identity/card-again.ts';
import { normalisedNumber } from '#rules/identity/citizen-number.ts';
import type { CardReading } from '../devices/card-desk.ts';
import type { Looking } from '../intake/case-whole.ts';
import { dayInHall } from '../intake/time-of-day.ts';
import {
  addCardAsking,
  type CardAsking,
  type CardPicks,
  forgetCardAsking,
  keepCardPicks,
  openCardAskings,
} from '../store/card-askings.ts';
import { partiesOf, type Party, type PartyDetails, saveParty } from '../store/parties.ts';
import { visitById } from '../store/visits.ts';
import { isSamePerson, partyFromReading } from './party-values.ts';

/** One source's word on a field of a card. */
interface SaidOnCard {
  readonly source: FormSource;
  readonly asOf: Day;
  readonly value: string;
}

/** A field on which the chip, asked again, says something else than the party, and nobody has picked one. */
export interface CardDifference {
  readonly role: PartyRole;
  readonly field: CardField;
  readonly before: SaidOnCard;
  readonly now: SaidOnCard;
}

/** The days of what was said: when a chip was read, and when somebody came and typed. */
interface Days {
  readonly timeZone: string;
  readonly came: Day;
}

/** What a clerk still has to decide on in a visit, after a card was asked for again. */
export function cardDifferencesOf(looking: Looking, visitId: VisitId): CardDifference[] {
  const askings = openCardAskings(looking.db, visitId);
  if (askings.length === 0) return [];
  const people = partiesOf(looking.db, visitId);
  const days = daysOf(looking, visitId);
  return askings.flatMap((asking) => {
    const party = people[asking.role];
    if (!party) return [];
    return openFields(party, asking).map((field) => ({
      role: asking.role,
      field,
      before: saidBefore(party, field, days),
      now: saidNow(asking.party, field, days),
    }));
  });
}

/**
 * A card that was asked for again, read twice: whose it is among the people of the visit, and on how many fields it says
 * something else. Where it says the same the party is of today; else nothing changes before a clerk has picked.
 */
export function takeCardAgain(
  looking: Looking & { readonly db: Writer },
  visitId: VisitId,
  reading: CardReading,
  askedBy: string,
): { readonly role: PartyRole; readonly differing: number } | null {
  const { db } = looking;
  const people = partiesOf(db, visitId);
  const role = PartyRole.options.find((one) => isSamePerson(people[one], reading.card));
  const party = role && people[role];
  if (!role || !party) return null;
  const now = partyFromReading(reading, reading.readAtMs, party);
  const textBlock = reading.card.unreadable.length > 0 ? Uint8Array.from(reading.textBlock) : null;
  const differing = cardDifferences(party.details, now.details).length;
  if (differing === 0) {
    forgetCardAsking(db, visitId, role);
    keepRead(looking, visitId, {
      role,
      askedAtMs: reading.readAtMs,
      askedBy,
      party: now,
      textBlock,
      picks: {},
    });
  } else addCardAsking(db, visitId, { role, askedAtMs: reading.readAtMs, askedBy, party: now, textBlock });
  return { role, differing };
}

/** A clerk says which word counts, and why. With the last one the party becomes what was decided. */
export function pickCardWord(
  looking: Looking & { readonly db: Writer },
  visitId: VisitId,
  { role, field, ...pick }: CardPickMade,
): 'no-difference' | null {
  const { db } = looking;
  const asking = openCardAskings(db, visitId).find((one) => one.role === role);
  const party = partiesOf(db, visitId)[role];
  if (!asking || !party || !openFields(party, asking).includes(field)) return 'no-difference';
  const decided: CardAsking = { ...asking, picks: { ...asking.picks, [field]: pick } };
  const isSettled = openFields(party, decided).length === 0;
  keepCardPicks(db, visitId, decided, isSettled ? pick.atMs : null);
  if (isSettled) keepRead(looking, visitId, decided);
  return null;
}

interface CardPickMade {
  readonly role: PartyRole;
  readonly field: CardField;
  readonly word: CardWord;
  readonly reason: string;
  readonly atMs: number;
  readonly by: string;
}

/** What both say otherwise and nobody has picked. Nothing where another person has taken the place meanwhile. */
function openFields(party: Party, { party: now, picks }: CardAsking): CardField[] {
  const isSame =
    normalisedNumber(party.details.certificateNumber) === normalisedNumber(now.details.certificateNumber);
  return isSame ? cardDifferences(party.details, now.details).filter((field) => !picks[field]) : [];
}

function keepRead(
  looking: Looking & { readonly db: Writer },
  visitId: VisitId,
  { role, party: now, textBlock, picks }: CardAsking,
): void {
  const before = partiesOf(looking.db, visitId)[role];
  const party = before ? decidedParty(before, now, picks, daysOf(looking, visitId)) : now;
  saveParty(looking.db, visitId, role, party, {
    personKey: looking.parts.personKey(normalisedNumber(party.details.certificateNumber)),
    textBlock,
  });
}

/**
 * The party as the chip gives it now, but for what a clerk let stand, what the chip does not say readably, and what no
 * chip holds. What somebody went past holds as long as its value does.
 */
function decidedParty(before: Party, now: Party, picks: CardPicks, days: Days): Party {
  const older = cardValues(before.details);
  const newer = cardValues(now.details);
  const stands = CardField.options.filter(
    (field) => older[field] !== '' && (picks[field]?.word === 'before' || newer[field] === ''),
  );
  const { phone, messages, legalRepresentative } = before.details;
  const details: PartyDetails = { ...now.details, phone, messages, legalRepresentative };
  const kept = stands.reduce<PartyDetails>((given, field) => withFieldOf(given, before.details, field), {
    ...details,
    stood: Object.fromEntries(
      stands.map((field) => {
        const { source, asOf } = saidBefore(before, field, days);
        return [field, { source, asOf }];
      }),
    ),
  });
  const isNew = (field: string): boolean =>
    field === 'validTo' ? picks.validity?.word === 'now' : isCardField(field) && picks[field]?.word === 'now';
  return {
    ...now,
    details: kept,
    overridden: before.overridden.filter(({ field }) => !isNew(field)),
  };
}

function isCardField(field: string): field is CardField {
  return CardField.options.some((one) => one === field);
}

function withFieldOf(given: PartyDetails, from: PartyDetails, field: CardField): PartyDetails {
  switch (field) {
    case 'name':
      return { ...given, name: from.name };
    case 'address':
      return { ...given, address: from.address };
    case 'ethnicity':
    case 'issuer':
    case 'validity':
      break;
  }
  const { chip } = given;
  if (!chip || !from.chip) return given;
  const { ethnicityCode, issuer, validFrom, validTo } = from.chip;
  if (field === 'ethnicity') return { ...given, chip: { ...chip, ethnicityCode } };
  return { ...given, chip: field === 'issuer' ? { ...chip, issuer } : { ...chip, validFrom, validTo } };
}

function saidBefore({ details, readAtMs }: Party, field: CardField, { timeZone, came }: Days): SaidOnCard {
  const value = cardValues(details)[field];
  const read = readAtMs === null ? came : dayInHall(readAtMs, timeZone);
  const stood = details.stood[field];
  if (stood) return { ...stood, value };
  if (details.chip && !details.chip.unreadable.includes(field)) return { source: 'card', asOf: read, value };
  return details.network && field === 'name'
    ? { source: 'shared-data', asOf: read, value }
    : { source: 'by-hand', asOf: came, value };
}

function saidNow({ details, readAtMs }: Party, field: CardField, { timeZone, came }: Days): SaidOnCard {
  const asOf = readAtMs === null ? came : dayInHall(readAtMs, timeZone);
  return { source: 'card', asOf, value: cardValues(details)[field] };
}

function daysOf({ db, parts, today }: Looking, visitId: VisitId): Days {
  const { timeZone } = parts.site;
  const visit = visitById(db, visitId);
  return { timeZone, came: visit ? dayInHall(visit.openedAtMs, timeZone) : today };
}

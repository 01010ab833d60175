import type { VisitId } from '#contract/shapes/case.ts';
import type { PartyRole } from '#contract/shapes/party.ts';
import type { Writer } from '#native/sqlite/database.ts';
import { normalisedNumber } from '#rules/identity/citizen-number.ts';
import type { CardReading } from '../devices/card-desk.ts';
import { partiesOf, type Party, partyOfReading, removeParty, saveParty } from '../store/parties.ts';
import { partyFromReading, withReadingTakenBack } from './party-values.ts';

type PersonKey = (certificateNumber: string) => string;

/** Fills a party of a visit from a card. A card fills one party at a time: the one it left loses it. */
export function fillFromReading(
  db: Writer,
  filled: {
    readonly visitId: VisitId;
    readonly role: PartyRole;
    readonly reading: CardReading;
    readonly confirmedAtMs: number | null;
  },
  personKey: PersonKey,
): Party {
  const { visitId, role, reading, confirmedAtMs } = filled;
  const elsewhere = partyOfReading(db, reading.id);
  if (elsewhere && (elsewhere.visitId !== visitId || elsewhere.role !== role)) {
    removeParty(db, elsewhere.visitId, elsewhere.role);
  }
  const party = partyFromReading(reading, confirmedAtMs, partiesOf(db, visitId)[role]);
  const hasRareCharacters = reading.card.unreadable.length > 0;
  saveParty(db, visitId, role, party, {
    personKey: personKey(normalisedNumber(reading.card.number)),
    textBlock: hasRareCharacters ? reading.textBlock : null,
  });
  return party;
}

/** Two equal reads: the party that reading filled is confirmed. Null when it filled none, or was taken back. */
export function confirmReading(
  db: Writer,
  readingId: string,
  atMs: number,
  personKey: PersonKey,
): { readonly visitId: VisitId; readonly role: PartyRole } | null {
  const found = partyOfReading(db, readingId);
  if (!found || found.party.verification !== 'unconfirmed') return null;
  const { visitId, role, party } = found;
  const confirmed: Party = { ...party, verification: 'confirmed', confirmedAtMs: atMs };
  saveParty(db, visitId, role, confirmed, { personKey: keyOf(confirmed, personKey) });
  return { visitId, role };
}

/** The chip holds a newer address than its text block: it takes the place of the one first read. */
export function renewAddress(
  db: Writer,
  readingId: string,
  address: string,
  personKey: PersonKey,
): { readonly visitId: VisitId; readonly role: PartyRole } | null {
  const found = partyOfReading(db, readingId);
  const chip = found?.party.details.chip;
  if (!found || !chip) return null;
  const { visitId, role, party } = found;
  const unreadable = chip.unreadable.filter((field) => field !== 'address');
  const renewed: Party = { ...party, details: { ...party.details, address, chip: { ...chip, unreadable } } };
  saveParty(db, visitId, role, renewed, { personKey: keyOf(renewed, personKey) });
  return { visitId, role };
}

/** The second read differed: what the first one gave is taken back. */
export function takeReadingBack(
  db: Writer,
  readingId: string,
): { readonly visitId: VisitId; readonly role: PartyRole } | null {
  const found = partyOfReading(db, readingId);
  if (!found || found.party.verification === 'differs') return null;
  const { visitId, role, party } = found;
  saveParty(db, visitId, role, withReadingTakenBack(party), { personKey: null });
  return { visitId, role };
}

function keyOf({ details }: Party, personKey: PersonKey): string | null {
  const number = normalisedNumber(details.certificateNumber);
  return number === '' ? null : personKey(number);
}

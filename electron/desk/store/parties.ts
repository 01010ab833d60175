import { z } from 'zod';
import type { VisitId } from '#contract/shapes/case.ts';
import { Day } from '#contract/shapes/day.ts';
import { CardField } from '#contract/shapes/card-again.ts';
import { FormSource } from '#contract/shapes/form-value.ts';
import { CardKind } from '#contract/shapes/identity-card.ts';
import { NetworkProof } from '#contract/shapes/network-identity.ts';
import {
  Authorisation,
  AuthorisedPower,
  CertificateKind,
  Guardianship,
  MessageConsent,
  Objection,
  PartyKind,
  PartyRole,
  ValueSource,
  Verification,
} from '#contract/shapes/party.ts';
import { all, one, type Reader, run, type Writer } from '#native/sqlite/database.ts';
import { byRole } from '#rules/identity/by-role.ts';

/** What only a chip tells. Dates are `YYYYMMDD` as the chip holds them. */
const ChipDetails = z.strictObject({
  cardKind: CardKind,
  englishName: z.string().nullable(),
  sexCode: z.string(),
  ethnicityCode: z.string().nullable(),
  nationality: z.string().nullable(),
  birth: z.string(),
  issuer: z.string().nullable(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  travelPermit: z.string().nullable(),
  issueCount: z.string().nullable(),
  unreadable: z.array(z.string()),
});

/** The whole values of a party. Personal data: the encrypted case file only, never a log, never an error. */
export const PartyDetails = z.strictObject({
  kind: PartyKind,
  name: z.string(),
  certificateKind: CertificateKind,
  certificateNumber: z.string(),
  phone: z.string(),
  address: z.string(),
  legalRepresentative: z.string(),
  messages: MessageConsent.default(''),
  chip: ChipDetails.nullable(),
  /** Set where a network certificate proved who it is. */
  network: NetworkProof.nullable().default(null),
  /** Fields on which the chip was asked again and a clerk let stand what was said before: whose word it is, and of when. */
  stood: z.partialRecord(CardField, z.strictObject({ source: FormSource, asOf: Day })).default({}),
});

/** An objection a clerk went past, and why. It holds for this value only. */
const Override = z.strictObject({
  field: Objection.shape.field,
  problem: z.string(),
  reason: z.string(),
});

export const Party = z.strictObject({
  details: PartyDetails,
  source: ValueSource,
  verification: Verification,
  readingId: z.string().nullable(),
  readAtMs: z.int().nullable(),
  confirmedAtMs: z.int().nullable(),
  overridden: z.array(Override),
});

/** A party as it was when a case got its outcome, with what the rules objected to on that day. */
export const FrozenParty = Party.extend({ objections: z.array(Objection) });
export const FrozenParties = z.strictObject({
  applicant: FrozenParty,
  handler: FrozenParty.nullable(),
  legalRepresentative: FrozenParty.nullable().default(null),
  guardian: FrozenParty.nullable().default(null),
  principal: FrozenParty.nullable().default(null),
  secondSubject: FrozenParty.nullable().default(null),
  authorisation: Authorisation.nullable(),
  guardianship: Guardianship.nullable().default(null),
});

export type PartyDetails = z.output<typeof PartyDetails>;
export type Party = z.output<typeof Party>;
export type FrozenParty = z.output<typeof FrozenParty>;
export type FrozenParties = z.output<typeof FrozenParties>;

/** Everybody of a visit, by role; null: nobody. */
export type Parties = Readonly<Record<PartyRole, Party | null>>;

/** A column that holds JSON text, proved by a schema. */
export function inJson<S extends z.ZodType>(schema: S) {
  return z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema);
}

const PARTY = `role, details, source, verification, reading_id AS readingId, read_at_ms AS readAtMs,
  confirmed_at_ms AS confirmedAtMs, overridden`;
const OF_VISIT = `SELECT ${PARTY} FROM party WHERE visit_id = @visitId`;
const OF_READING = `SELECT visit_id AS visitId, ${PARTY} FROM party WHERE reading_id = @readingId`;
const SAVE = `INSERT INTO party (visit_id, role, details, name, person_key, source, verification, reading_id,
    read_at_ms, confirmed_at_ms, overridden, text_block)
  VALUES (@visitId, @role, @details, @name, @personKey, @source, @verification, @readingId,
    @readAtMs, @confirmedAtMs, @overridden, @textBlock)
  ON CONFLICT (visit_id, role) DO UPDATE SET details = excluded.details, name = excluded.name,
    person_key = excluded.person_key, source = excluded.source, verification = excluded.verification,
    reading_id = excluded.reading_id, read_at_ms = excluded.read_at_ms,
    confirmed_at_ms = excluded.confirmed_at_ms, overridden = excluded.overridden,
    text_block = CASE WHEN excluded.verification <> 'differs' AND party.reading_id IS excluded.reading_id
      THEN coalesce(excluded.text_block, party.text_block) ELSE excluded.text_block END`;
const REMOVE = 'DELETE FROM party WHERE visit_id = @visitId AND role = @role';

const AUTHORISATION = `SELECT items, from_on AS "from", to_on AS "to", original_seen AS originalSeen,
    powers
  FROM authorisation WHERE visit_id = @visitId`;
const AUTHORISE = `INSERT INTO authorisation (visit_id, items, from_on, to_on, original_seen, powers)
  VALUES (@visitId, @items, @from, @to, @originalSeen, @powers)
  ON CONFLICT (visit_id) DO UPDATE SET items = excluded.items, from_on = excluded.from_on,
    to_on = excluded.to_on, original_seen = excluded.original_seen, powers = excluded.powers`;
const UNAUTHORISE = 'DELETE FROM authorisation WHERE visit_id = @visitId';

const GUARDIANSHIP = `SELECT relation, proof, original_seen AS originalSeen
  FROM guardianship WHERE visit_id = @visitId`;
const PROVE_GUARDIAN = `INSERT INTO guardianship (visit_id, relation, proof, original_seen)
  VALUES (@visitId, @relation, @proof, @originalSeen)
  ON CONFLICT (visit_id) DO UPDATE SET relation = excluded.relation, proof = excluded.proof,
    original_seen = excluded.original_seen`;
const FORGET_GUARDIANSHIP = 'DELETE FROM guardianship WHERE visit_id = @visitId';

const PartyRow = Party.extend({
  role: PartyRole,
  details: inJson(PartyDetails),
  overridden: inJson(z.array(Override)),
});
const ReadingRow = PartyRow.extend({ visitId: z.uuid().brand<'VisitId'>() });
const AuthorisationRow = z.strictObject({
  items: inJson(z.array(z.string())),
  from: Day,
  to: Day,
  originalSeen: z.literal([0, 1]).transform((seen) => seen === 1),
  powers: inJson(z.array(AuthorisedPower)),
});
const GuardianshipRow = Guardianship.extend({
  originalSeen: z.literal([0, 1]).transform((seen) => seen === 1),
});

const PartyRows = PartyRow.array();
const MaybeReading = ReadingRow.nullable();
const MaybeAuthorisation = AuthorisationRow.nullable();
const MaybeGuardianship = GuardianshipRow.nullable();

export function partiesOf(db: Reader, visitId: VisitId): Parties {
  const rows = PartyRows.parse(all(db, OF_VISIT, { visitId }));
  const of = (wanted: PartyRole): Party | null => {
    const row = rows.find(({ role }) => role === wanted);
    if (!row) return null;
    const { role: _role, ...party } = row;
    return party;
  };
  return byRole(of);
}

/** The party a card reading filled, or null when it filled none or was taken back. */
export function partyOfReading(
  db: Reader,
  readingId: string,
): { readonly visitId: VisitId; readonly role: PartyRole; readonly party: Party } | null {
  const row = MaybeReading.parse(one(db, OF_READING, { readingId }));
  if (!row) return null;
  const { visitId, role, ...party } = row;
  return { visitId, role, party };
}

/**
 * Puts a party into its visit, whole.
 *
 * @param personKey keyed hash of the certificate number, null while there is none
 * @param textBlock the 256 bytes of the chip, kept only where characters could not be read
 */
export function saveParty(
  db: Writer,
  visitId: VisitId,
  role: PartyRole,
  party: Party,
  { personKey, textBlock = null }: { personKey: string | null; textBlock?: Uint8Array | null },
): void {
  run(db, SAVE, {
    visitId,
    role,
    details: JSON.stringify(party.details),
    name: party.details.name,
    personKey,
    source: party.source,
    verification: party.verification,
    readingId: party.readingId,
    readAtMs: party.readAtMs,
    confirmedAtMs: party.confirmedAtMs,
    overridden: JSON.stringify(party.overridden),
    textBlock,
  });
}

/** Takes a party out of its visit, with what let it act there. */
export function removeParty(db: Writer, visitId: VisitId, role: PartyRole): void {
  run(db, REMOVE, { visitId, role });
  if (role === 'handler') saveAuthorisation(db, visitId, null);
  if (role === 'guardian') saveGuardianship(db, visitId, null);
}

export function guardianshipOf(db: Reader, visitId: VisitId): Guardianship | null {
  return MaybeGuardianship.parse(one(db, GUARDIANSHIP, { visitId }));
}

/** Null takes the proof away. */
export function saveGuardianship(db: Writer, visitId: VisitId, guardianship: Guardianship | null): void {
  if (!guardianship) {
    run(db, FORGET_GUARDIANSHIP, { visitId });
    return;
  }
  const { relation, proof, originalSeen } = guardianship;
  run(db, PROVE_GUARDIAN, { visitId, relation, proof, originalSeen: originalSeen ? 1 : 0 });
}

export function authorisationOf(db: Reader, visitId: VisitId): Authorisation | null {
  return MaybeAuthorisation.parse(one(db, AUTHORISATION, { visitId }));
}

/** Null takes the authorisation away. */
export function saveAuthorisation(db: Writer, visitId: VisitId, authorisation: Authorisation | null): void {
  if (!authorisation) {
    run(db, UNAUTHORISE, { visitId });
    return;
  }
  const { items, from, to, originalSeen, powers } = authorisation;
  run(db, AUTHORISE, {
    visitId,
    items: JSON.stringify(items),
    from,
    to,
    originalSeen: originalSeen ? 1 : 0,
    powers: JSON.stringify(powers),
  });
}

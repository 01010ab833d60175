import { z } from 'zod';
import { CaseId, VisitId } from '#contract/shapes/case.ts';
import { QueryTrouble } from '#contract/shapes/material.ts';
import { NetworkLevel, NetworkMode, NetworkResult } from '#contract/shapes/network-identity.ts';
import { PartyRole } from '#contract/shapes/party.ts';
import { one, type Reader, run, type Writer } from '#native/sqlite/database.ts';

/** One question to the identity platform with its answer. Written once, never changed. */
const NetworkCheck = z.strictObject({
  id: z.uuid(),
  /** Null with the role: asked for a look at somebody's page, not for a party. */
  visitId: VisitId.nullable(),
  role: PartyRole.nullable(),
  /** The case somebody came about whom no visit names, to collect its result. */
  caseId: CaseId.nullable(),
  codeHash: z.string(),
  askedAtMs: z.int(),
  askedBy: z.string(),
  answer: NetworkResult,
  trouble: QueryTrouble.nullable(),
  mode: NetworkMode.nullable(),
  level: NetworkLevel.nullable(),
  answeredBy: z.string().nullable(),
  /** Keyed hash of the number, where it was this person. */
  personKey: z.string().nullable(),
});

type NetworkCheck = z.output<typeof NetworkCheck>;

const KEEP = `INSERT INTO network_check (id, visit_id, role, case_id, code_hash, asked_at_ms, asked_by, answer, trouble, mode,
    level, answered_by, person_key)
  VALUES (@id, @visitId, @role, @caseId, @codeHash, @askedAtMs, @askedBy, @answer, @trouble, @mode, @level, @answeredBy,
    @personKey)`;
const USED = `SELECT id FROM network_check WHERE code_hash = @codeHash AND answer = 'same-person'`;

const PROVED = `SELECT person_key AS personKey, asked_at_ms AS askedAtMs FROM network_check
  WHERE id = @id AND answer = 'same-person' AND visit_id IS NULL`;
const Proved = z.strictObject({ personKey: z.string(), askedAtMs: z.int() }).nullable();

/** Whom a check that was made for no party proved, and when; null where it proved nobody. */
export function provedBy(db: Reader, id: string): z.output<typeof Proved> {
  return Proved.parse(one(db, PROVED, { id }) ?? null);
}

export function keepNetworkCheck(db: Writer, check: NetworkCheck): void {
  run(db, KEEP, check);
}

/** The code proved somebody here before: it is not taken twice, whatever a platform says. */
export function isCodeUsed(db: Reader, codeHash: string): boolean {
  return one(db, USED, { codeHash }) !== null;
}

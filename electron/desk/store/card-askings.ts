import { z } from 'zod';
import type { VisitId } from '#contract/shapes/case.ts';
import { CardField, CardWord } from '#contract/shapes/card-again.ts';
import { PartyRole } from '#contract/shapes/party.ts';
import { all, type Reader, run, type Writer } from '#native/sqlite/database.ts';
import { inJson, Party } from './parties.ts';

/** Which word a clerk picked for one field, and why. */
const CardPick = z.strictObject({ word: CardWord, reason: z.string(), atMs: z.int(), by: z.string() });
const CardPicks = z.partialRecord(CardField, CardPick);

/** A card that was asked for again and says something else. Personal data: the encrypted case file only. */
const CardAsking = z.strictObject({
  role: PartyRole,
  askedAtMs: z.int(),
  askedBy: z.string(),
  /** The party as the card gives it. */
  party: inJson(Party),
  /** The 256 bytes of the chip, kept only where characters could not be read. */
  textBlock: z.instanceof(Uint8Array).nullable(),
  picks: inJson(CardPicks),
});
export type CardPicks = z.output<typeof CardPicks>;
export type CardAsking = z.output<typeof CardAsking>;
const Askings = CardAsking.array();

const OPEN = `SELECT role, asked_at_ms AS askedAtMs, asked_by AS askedBy, party, text_block AS textBlock, picks
  FROM card_asking WHERE visit_id = @visitId AND settled_at_ms IS NULL ORDER BY role`;
const FORGET = 'DELETE FROM card_asking WHERE visit_id = @visitId AND role = @role AND settled_at_ms IS NULL';
const ADD = `INSERT INTO card_asking (visit_id, role, asked_at_ms, asked_by, party, text_block, picks)
  VALUES (@visitId, @role, @askedAtMs, @askedBy, @party, @textBlock, '{}')`;
const PICK = `UPDATE card_asking SET picks = @picks, settled_at_ms = @settledAtMs
  WHERE visit_id = @visitId AND role = @role AND asked_at_ms = @askedAtMs`;

/** Cards of a visit on which somebody still has to decide. */
export function openCardAskings(db: Reader, visitId: VisitId): CardAsking[] {
  return Askings.parse(all(db, OPEN, { visitId }));
}

/** The newest asking takes the place of one that nobody has finished deciding on. */
export function addCardAsking(db: Writer, visitId: VisitId, asking: Omit<CardAsking, 'picks'>): void {
  const { role, party, ...rest } = asking;
  run(db, FORGET, { visitId, role });
  run(db, ADD, { visitId, role, party: JSON.stringify(party), ...rest });
}

/** Nothing is left to decide: the card said the same, or somebody else stands there. */
export function forgetCardAsking(db: Writer, visitId: VisitId, role: PartyRole): void {
  run(db, FORGET, { visitId, role });
}

/** @param settledAtMs when nothing is left to decide; null before */
export function keepCardPicks(
  db: Writer,
  visitId: VisitId,
  { role, askedAtMs, picks }: Pick<CardAsking, 'role' | 'askedAtMs' | 'picks'>,
  settledAtMs: number | null,
): void {
  run(db, PICK, { visitId, role, askedAtMs, picks: JSON.stringify(picks), settledAtMs });
}

import { z } from 'zod';
import type { VisitId } from '#contract/shapes/case.ts';
import { Day } from '#contract/shapes/day.ts';
import { type Help, HelpAct, HelpMode } from '#contract/shapes/help.ts';
import { ItemCode } from '#contract/shapes/item.ts';
import { ClerkNumber } from '#contract/shapes/person.ts';
import { all, one, type Reader, run, type Writer } from '#native/sqlite/database.ts';
import { inJson } from './parties.ts';

const BY_VISIT = `SELECT mode, badge, name, point, consent_on AS "on", consent_until AS until, consent_items AS items
  FROM help WHERE visit_id = @visitId`;
const ACTS = 'SELECT act, at_ms AS atMs, clerk FROM help_act WHERE visit_id = @visitId ORDER BY id';
const SAVE = `INSERT INTO help (visit_id, mode, badge, name, point, consent_on, consent_until, consent_items,
    saved_at_ms, clerk)
  VALUES (@visitId, @mode, @badge, @name, @point, @on, @until, @items, @atMs, @clerk)
  ON CONFLICT (visit_id) DO UPDATE SET mode = excluded.mode, badge = excluded.badge, name = excluded.name,
    point = excluded.point, consent_on = excluded.consent_on, consent_until = excluded.consent_until,
    consent_items = excluded.consent_items, saved_at_ms = excluded.saved_at_ms, clerk = excluded.clerk`;
const NOTE = 'INSERT INTO help_act (visit_id, act, at_ms, clerk) VALUES (@visitId, @act, @atMs, @clerk)';

const MaybeRow = z
  .strictObject({
    mode: HelpMode,
    badge: z.string(),
    name: z.string(),
    point: z.string(),
    on: Day,
    until: Day,
    items: inJson(z.array(ItemCode)),
  })
  .nullable();
const Acts = z.strictObject({ act: HelpAct, atMs: z.int(), clerk: ClerkNumber }).array();

/** Who helps in a visit and what they did so far; null: nobody. */
export function helpOfVisit(db: Reader, visitId: VisitId): Help | null {
  const row = MaybeRow.parse(one(db, BY_VISIT, { visitId }));
  if (!row) return null;
  const { mode, badge, name, point, on, until, items } = row;
  return {
    mode,
    helper: { badge, name, point },
    consent: { on, until, items, originalSeen: true },
    did: Acts.parse(all(db, ACTS, { visitId })),
  };
}

/** A visit has one helper. The consent was seen: without that nothing is kept. */
export function saveHelp(
  db: Writer,
  visitId: VisitId,
  { mode, helper, consent }: Omit<Help, 'did'>,
  by: { readonly atMs: number; readonly clerk: string },
): void {
  const { on, until, items } = consent;
  run(db, SAVE, { visitId, mode, ...helper, on, until, items: JSON.stringify(items), ...by });
}

export function noteHelp(
  db: Writer,
  done: {
    readonly visitId: VisitId;
    readonly act: HelpAct;
    readonly atMs: number;
    readonly clerk: string;
  },
): void {
  run(db, NOTE, { ...done });
}

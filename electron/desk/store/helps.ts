import { z } from 'zod';
import { VisitId } from '#contract/shapes/case.ts';
import { Day } from '#contract/shapes/day.ts';
import { type Help, HelpAct, type HelpConsent, HelpMode } from '#contract/shapes/help.ts';
import { ItemCode } from '#contract/shapes/item.ts';
import { NoticeId } from '#contract/shapes/notice.ts';
import { ClerkNumber } from '#contract/shapes/person.ts';
import { all, one, type Reader, run, type Writer } from '#native/sqlite/database.ts';
import { isSigned } from '#rules/notices/signing.ts';
import { noticeById } from './notices.ts';
import { inJson } from './parties.ts';

const BY_VISIT = `SELECT mode, badge, name, point, consent_on AS "on", consent_until AS until, consent_items AS items,
    consent_paper AS noticeId, consent_of AS consentOf
  FROM help WHERE visit_id = @visitId`;
const ACTS = 'SELECT act, at_ms AS atMs, clerk FROM help_act WHERE visit_id = @visitId ORDER BY id';
const SAVE = `INSERT INTO help (visit_id, mode, badge, name, point, consent_on, consent_until, consent_items,
    consent_paper, consent_of, saved_at_ms, clerk)
  VALUES (@visitId, @mode, @badge, @name, @point, @on, @until, @items, @noticeId, @of, @atMs, @clerk)
  ON CONFLICT (visit_id) DO UPDATE SET mode = excluded.mode, badge = excluded.badge, name = excluded.name,
    point = excluded.point, consent_on = excluded.consent_on, consent_until = excluded.consent_until,
    consent_items = excluded.consent_items,
    consent_paper = excluded.consent_paper, consent_of = excluded.consent_of, saved_at_ms = excluded.saved_at_ms, clerk = excluded.clerk`;
const NOTE = 'INSERT INTO help_act (visit_id, act, at_ms, clerk) VALUES (@visitId, @act, @atMs, @clerk)';

const OF_CONSENT = 'SELECT visit_id AS visitId FROM help WHERE consent_paper = @noticeId';

const MaybeVisit = z.strictObject({ visitId: VisitId }).nullable();
const MaybeRow = z
  .strictObject({
    mode: HelpMode,
    badge: z.string(),
    name: z.string(),
    point: z.string(),
    on: Day,
    until: Day,
    items: inJson(z.array(ItemCode)),
    noticeId: NoticeId.nullable(),
    consentOf: z.string().nullable(),
  })
  .nullable();
const Acts = z.strictObject({ act: HelpAct, atMs: z.int(), clerk: ClerkNumber }).array();

/** Help as it lies in the file. */
export interface KeptHelp extends Help {
  /** The pseudonym of whoever the consent was written for; null where it came on paper and was seen. */
  readonly consentOf: string | null;
}

/** Who helps in a visit and what they did so far; null: nobody. A consent made here is seen once it is signed. */
export function helpOfVisit(db: Reader, visitId: VisitId): KeptHelp | null {
  const row = MaybeRow.parse(one(db, BY_VISIT, { visitId }));
  if (!row) return null;
  const { mode, badge, name, point, on, until, items, noticeId, consentOf } = row;
  const made = noticeId && noticeById(db, noticeId)?.summary;
  const paper = made
    ? { noticeId: made.id, documentNumber: made.documentNumber, signing: made.signing }
    : null;
  return {
    mode,
    helper: { badge, name, point },
    consent: { on, until, items, originalSeen: paper === null || isSigned(paper.signing), paper },
    consentOf,
    did: Acts.parse(all(db, ACTS, { visitId })),
  };
}

/** The visit in which a paper is the consent to a helper; null: in none. */
export function visitOfConsent(db: Reader, noticeId: NoticeId): VisitId | null {
  return MaybeVisit.parse(one(db, OF_CONSENT, { noticeId }))?.visitId ?? null;
}

/** A visit has one helper. The consent was seen on paper, or lies as a paper made here before the citizen. */
export function saveHelp(
  db: Writer,
  visitId: VisitId,
  { mode, helper, consent }: Pick<Help, 'mode' | 'helper'> & { readonly consent: HelpConsent },
  by: {
    readonly atMs: number;
    readonly clerk: string;
    readonly paper: { readonly noticeId: NoticeId; readonly of: string } | null;
  },
): void {
  const { on, until, items } = consent;
  const { atMs, clerk, paper } = by;
  const days = { on, until, items: JSON.stringify(items) };
  const made = { noticeId: paper?.noticeId ?? null, of: paper?.of ?? null };
  run(db, SAVE, { visitId, mode, ...helper, ...days, ...made, atMs, clerk });
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

import { z } from 'zod';
import type { CaseId } from '#contract/shapes/case.ts';
import { DebtState } from '#contract/shapes/sync-state.ts';
import { all, type Reader } from '#native/sqlite/database.ts';
import { CaseEvent } from '../platform/case-event.ts';
import { inJson } from './parties.ts';

const OF_CASE = `SELECT state, queued_at_ms AS atMs, json_extract(event_json, '$.message') AS message FROM outbox
  WHERE case_id = @caseId AND superseded_at_ms IS NULL AND json_extract(event_json, '$.message') IS NOT NULL
  ORDER BY step`;

const Rows = z
  .strictObject({
    state: DebtState,
    atMs: z.int(),
    message: inJson(CaseEvent.shape.message.unwrap().unwrap()),
  })
  .array();

/** The messages that go with the steps of a case, in their order: one for each step that carries one. */
export function messagesOfCase(db: Reader, caseId: CaseId): z.output<typeof Rows> {
  return Rows.parse(all(db, OF_CASE, { caseId }));
}

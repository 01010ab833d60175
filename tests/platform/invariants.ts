import { expect } from 'vitest';
import { z } from 'zod';
import { all } from '#native/sqlite/database.ts';
import type { RunningProvince } from '../stand-ins/province/start.ts';
import { PERSON, type ReportingWindow } from './reporting-window.ts';

const Row = z.object({
  caseId: z.string(),
  step: z.int(),
  key: z.string(),
  state: z.enum(['pending', 'unknown', 'done', 'returned', 'quarantined']),
});

/**
 * What must hold after every fault: each owed step is in exactly one state, what is done is on the platform,
 * nothing is on the platform twice, a later step is never ahead of an earlier one, and no story or log line
 * names a person.
 */
export async function expectNothingLost(window: ReportingWindow, province: RunningProvince): Promise<void> {
  const rows = Row.array().parse(
    all(
      window.db,
      'SELECT case_id AS caseId, step, idempotency_key AS key, state FROM outbox WHERE superseded_at_ms IS NULL',
    ),
  );
  const { debts, owed } = window.view();
  const mine = new Set(rows.map((row) => row.caseId));
  const held = (await province.cases()).filter((one) => mine.has(one.caseGuid));
  const steps = held.flatMap((one) => one.events.map((event) => ({ ...event, caseId: one.caseGuid })));

  for (const row of rows.filter(({ state }) => state === 'done')) {
    const there = steps.filter((step) => step.caseId === row.caseId && step.step === row.step);
    expect(
      there.map((step) => step.key),
      'done means: on the platform, once, under our key',
    ).toEqual([row.key]);
  }
  const keys = steps.map((step) => step.key);
  expect(new Set(keys).size, 'no key is on the platform twice').toBe(keys.length);
  const places = steps.map((step) => `${step.caseId} ${step.step}`);
  expect(new Set(places).size, 'no step is on the platform twice').toBe(places.length);
  for (const { events } of held) {
    expect(events.map((event) => event.step)).toEqual(events.map((_, at) => at + 1));
  }

  const done = rows.filter(({ state }) => state === 'done').length;
  expect(owed + done, 'what was owed is settled or still owed').toBe(rows.length);
  expect(debts.filter(({ state }) => state !== 'done')).toHaveLength(owed);

  const told = window.told();
  for (const word of Object.values(PERSON)) expect(told).not.toContain(word);
}

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { deskOver } from '../../support/desk-parts.ts';
import { askWhatWasAway } from '#desk/queries/ask-when-back.ts';
import { all, run } from '#native/sqlite/database.ts';
import type { IntakeDesk } from '../../support/intake-desk.ts';
import { itemNamed } from '../../support/intake-desk.ts';
import { anOpenCase, paperOf, sourceDesk } from '../../support/source-desk.ts';
import { type RunningProvince, startProvince } from '../../stand-ins/province/start.ts';

const FUND = itemNamed('住房公积金提取（租房）');
const MINUTE_MS = 60_000;
const marriage = { materialId: 'marriage', kind: 'shared-data', basis: 'law' } as const;

let sandbox: RunningProvince;
beforeAll(async () => {
  sandbox = await startProvince();
});
afterAll(() => sandbox.stop());
afterEach(() => sandbox.faults({ rules: [] }));

const gone = () =>
  sandbox.faults({ rules: [{ match: { operation: 'querySharedData' }, fault: { kind: 'reset' } }] });

async function aRound(desk: IntakeDesk): Promise<void> {
  await askWhatWasAway(deskOver(desk.db, desk.parts, desk.clock.nowMs));
}

/** A paper that came on paper because its source was away. */
async function cameOnPaper(desk: IntakeDesk): Promise<string> {
  const { id: caseId } = await anOpenCase(desk, FUND);
  await gone();
  await desk.caseFrom('materials.query', { caseId, ...marriage });
  await desk.caseFrom('intake.provide', {
    caseId,
    materialId: 'marriage',
    route: 'paper',
    originalsTaken: 1,
    copiesTaken: 1,
    checkedAgainstOriginal: true,
  });
  return caseId;
}

const marriageOf = async (desk: IntakeDesk, caseId: string) =>
  paperOf(await desk.caseFrom('intake.look', { caseId }), 'marriage');
const timesAsked = (desk: IntakeDesk) => all(desk.db, 'SELECT id FROM material_query', {}).length;
const lineSince = (desk: IntakeDesk, atMs: number) =>
  run(desk.db, "UPDATE province_line SET state = 'ok', since_ms = @atMs", { atMs });

describe('a source that was away (待复查)', () => {
  it('is asked again by the desk when it is back, as the question of the clerk who asked', async () => {
    const desk = await sourceDesk(sandbox);
    const caseId = await cameOnPaper(desk);
    await sandbox.faults({ rules: [] });
    await aRound(desk);
    expect(timesAsked(desk), 'not at once: the line was cut a moment ago').toBe(1);

    desk.clock.move(MINUTE_MS);
    await aRound(desk);
    expect(await marriageOf(desk, caseId)).toMatchObject({
      route: 'paper',
      recheck: false,
      query: { answer: 'found', basis: 'law', askedBy: '0317' },
    });
    expect(desk.parts.said).toContain('sources.answered');
    const audit = 'SELECT actor, subject, purpose, outcome FROM audit WHERE call = @call';
    expect(all(desk.db, audit, { call: 'sources.ask-again' })).toEqual([
      { actor: 'desk', subject: caseId, purpose: '1 papers', outcome: 'ok' },
    ]);
  });

  it('that stays away is asked once, and once more when the line has come back', async () => {
    const desk = await sourceDesk(sandbox);
    await cameOnPaper(desk);
    lineSince(desk, desk.clock.nowMs() - MINUTE_MS);
    for (let round = 0; round < 3; round += 1) {
      desk.clock.move(MINUTE_MS);
      await aRound(desk);
    }
    expect(timesAsked(desk)).toBe(2);
    desk.clock.move(MINUTE_MS);
    lineSince(desk, desk.clock.nowMs());
    await aRound(desk);
    await aRound(desk);
    expect(timesAsked(desk)).toBe(3);
  });

  it('is left alone while the line is down, and after the case was thrown away', async () => {
    const desk = await sourceDesk(sandbox);
    const caseId = await cameOnPaper(desk);
    await sandbox.faults({ rules: [] });
    desk.clock.move(MINUTE_MS);
    desk.province.line = 'away';
    await aRound(desk);
    expect(timesAsked(desk)).toBe(1);
    desk.province.line = 'ok';
    expect(await desk.refusalOf('intake.discard', { caseId })).toBe('ok');
    await aRound(desk);
    expect(timesAsked(desk)).toBe(1);
  });
});

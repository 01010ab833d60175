import { setTimeout as passed } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it, onTestFinished } from 'vitest';
import { ExpertQuestions } from '#contract/shapes/expert.ts';
import { silentLog } from '#desk/log.ts';
import { keepExpertAnswers } from '#desk/platform/expert-keeping.ts';
import { run } from '#native/sqlite/database.ts';
import { aReadyCase, intakeDesk, type IntakeDesk } from '../support/intake-desk.ts';
import { provinceOf } from '../support/source-desk.ts';

import { type RunningProvince, startProvince } from '../stand-ins/province/start.ts';

let sandbox: RunningProvince;
beforeAll(async () => {
  sandbox = await startProvince();
});
afterAll(() => sandbox.stop());
afterEach(() => sandbox.faults({ rules: [] }));

/** A desk, the road of its questions, and what changed because of it. */
function aRoad() {
  const desk = intakeDesk();
  const province = provinceOf(sandbox);
  const changed: string[] = [];
  const road = keepExpertAnswers({
    province,
    db: desk.db,
    nowMs: desk.clock.nowMs,
    changed: (caseId) => changed.push(caseId),
    log: silentLog,
  });
  onTestFinished(async () => {
    await road.stop();
    await province.close();
  });
  return { desk, road, changed };
}

async function asked(desk: IntakeDesk, caseId: string, text: string) {
  const reply = await desk.ask('expert.ask', { caseId, text });
  return ExpertQuestions.parse(reply.ok ? reply.value : null);
}

async function standing(desk: IntakeDesk, caseId: string) {
  const reply = await desk.ask('expert.look', { caseId });
  return ExpertQuestions.parse(reply.ok ? reply.value : null)[0];
}

async function until(road: { look: () => void }, holds: () => Promise<boolean>): Promise<void> {
  for (let round = 0; round < 100; round += 1) {
    road.look();
    await passed(100);
    if (await holds()) return;
  }
  throw new Error('it never came');
}

it('F41: a question to the county’s expert is owed, goes over a line that breaks, once, and its answer comes back', async () => {
  const { desk, road, changed } = aRoad();
  const { id: caseId } = await aReadyCase(desk);
  await sandbox.faults({
    rules: [
      { match: { operation: 'askExpert', nth: [1] }, fault: { kind: 'reset' } },
      { match: { operation: 'askExpert', nth: [2] }, fault: { kind: 'close', after: true } },
      { match: { operation: 'askExpert', nth: [3] }, fault: { kind: 'trickle', ms: 20 } },
    ],
  });
  const [question] = await asked(desk, caseId, '户口在外省，居住证办理中，能否先受理');
  expect(question).toMatchObject({ keptAtMs: null, answer: null, askedBy: '0317' });
  expect(desk.woken).toContain('sync');

  await until(road, async () => (await standing(desk, caseId))?.answer !== null);
  const answered = await standing(desk, caseId);
  expect(answered?.answer).toMatchObject({ by: '示范县政务服务中心' });
  expect(answered?.keptAtMs).not.toBeNull();
  expect(changed).toContain(caseId);
  const held = await sandbox.questions();
  expect(held).toHaveLength(1);
  expect(held[0]).toMatchObject({
    question_guid: question?.id,
    case_guid: caseId,
    question: '户口在外省，居住证办理中，能否先受理',
  });
  expect(() => run(desk.db, "UPDATE expert_question SET answer = '改写'")).toThrow(/never rewritten/);
});

it('F41: a question holds nothing up and names nobody', async () => {
  const { desk } = aRoad();
  const ready = await aReadyCase(desk);
  const { id: caseId } = ready;
  expect(await desk.refusalOf('expert.ask', { caseId, text: '13800001234 这位能办吗' })).toBe(
    'names-somebody',
  );
  await asked(desk, caseId, '能否先受理再补');
  expect(await desk.refusalOf('expert.ask', { caseId, text: '能否先受理再补' })).toBe('asked-already');
  expect((await desk.caseFrom('intake.accept', { caseId })).state).toBe('accepted');
  expect(await standing(desk, caseId)).toMatchObject({ answer: null, keptAtMs: null });
});

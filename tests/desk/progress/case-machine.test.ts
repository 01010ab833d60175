import { array, assert, asyncProperty, boolean, constantFrom, integer, nat, oneof, tuple } from 'fast-check';
import { expect, it } from 'vitest';
import type { CaseId } from '#contract/shapes/case.ts';
import { Day } from '#contract/shapes/day.ts';
import { HandOverView } from '#contract/shapes/hand-over.ts';
import type { Asker } from '#desk/answering.ts';
import { caseById } from '#desk/store/cases.ts';
import { all, one } from '#native/sqlite/database.ts';
import { asker } from '../../support/desk-parts.ts';
import { aReadyCase, citizenNumber, intakeDesk, type IntakeDesk } from '../../support/intake-desk.ts';
import { aManager, DAY_MS, decider, vouched } from '../../support/progress-desk.ts';
import {
  daysPass,
  freshCase,
  happen,
  nextDay,
  type SlowCase,
  type SlowEvent,
  stepped,
} from '../../support/slow-case.ts';
import { foodPermit } from './cases.ts';

type Move =
  | { readonly kind: 'act'; readonly pick: number; readonly wild: boolean }
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'paper'; readonly here: boolean };

const GOING_ON: readonly SlowEvent[] = [
  'receive',
  'accept',
  'correct',
  'all-in',
  'start-special',
  'end-special',
  'extend',
  'grant',
  'deny',
  'make-result',
  'deliver',
  'hand-over',
  'archive',
];
const ENDING: readonly SlowEvent[] = ['refuse', 'not-needed', 'wrong-organ', 'refer', 'withdraw'];

/** A wild act may be any; the others are picked from those that go on from here, so that walks get far. */
function eventOf(model: SlowCase, { pick, wild }: Extract<Move, { kind: 'act' }>, today: string): SlowEvent {
  const open = GOING_ON.filter((event) => happen({ ...model }, event, today));
  const from = wild || open.length === 0 ? [...GOING_ON, ...ENDING] : open;
  return from[pick % from.length] ?? 'archive';
}

const moves = array(
  oneof(
    {
      weight: 6,
      arbitrary: tuple(nat(999), integer({ min: 1, max: 8 })).map(([pick, die]): Move => ({
        kind: 'act',
        pick,
        wild: die === 1,
      })),
    },
    { weight: 2, arbitrary: constantFrom(1, 2, 3, 5, 9, 45).map((days): Move => ({ kind: 'days', days })) },
    { weight: 3, arbitrary: boolean().map((here): Move => ({ kind: 'paper', here })) },
  ),
  { minLength: 4, maxLength: 24 },
);

it('every walk of a case through the desk goes as a slow clerk with a paper calendar would keep it', async () => {
  const reached = new Set<string>();
  await assert(
    asyncProperty(moves, async (walk) => {
      const desk = intakeDesk();
      await aManager(desk);
      const ready = await aReadyCase(desk, foodPermit);
      const paper = ready.materials.find(
        ({ asked, mandatory, route }) => asked && mandatory && route === 'paper',
      );
      const model = freshCase();
      let today = '2026-11-24';
      for (const move of walk) {
        // The slow calendar knows the holidays until April.
        if (move.kind === 'days' && today > '2026-12-20') continue;
        if (move.kind === 'days') {
          for (let left = move.days; left > 0; left -= 1) {
            desk.clock.move(DAY_MS);
            today = nextDay(today);
          }
          daysPass(model, today);
          desk.runClocks();
          desk.runClocks();
        } else if (move.kind === 'paper') {
          const took = await desk.refusalOf('intake.provide', {
            caseId: ready.id,
            materialId: paper?.id ?? '',
            route: move.here ? 'paper' : null,
            originalsTaken: 1,
            copiesTaken: 1,
            checkedAgainstOriginal: true,
          });
          if (took === 'ok' && move.here && model.missing && model.receivedOn !== null)
            model.originals = true;
          if (took === 'ok') model.missing = !move.here;
        } else {
          const event = eventOf(model, move, today);
          const word = await act(desk, ready.id, event, today);
          expectAnswer(
            [event, model.state, word === 'ok'],
            [event, model.state, happen(model, event, today)],
          );
        }
        expectSame(desk, ready.id, model);
        reached.add(model.state);
      }
    }),
    { numRuns: 60, seed: 990_101 },
  );
  expect([...reached].toSorted()).toEqual(
    expect.arrayContaining(['archived', 'closed-lapsed', 'deemed-accepted', 'received-again', 'suspended']),
  );
}, 240_000);

function expectAnswer(given: readonly unknown[], due: readonly unknown[]): void {
  expect(given).toEqual(due);
}

function expectSame({ db }: IntakeDesk, id: CaseId, model: SlowCase): void {
  const found = caseById(db, id);
  expect({
    state: found?.state,
    received: found?.receivedOn,
    accepted: found?.acceptedOn,
    promised: found?.promisedDueOn,
    legal: found?.legalDueOn,
    notice: found?.noticeDueOn,
  }).toEqual({
    state: model.state,
    received: model.receivedOn,
    accepted: model.acceptedOn,
    promised: model.promised,
    legal: model.legal,
    notice: model.noticeDue,
  });
  // One line of the time line and one paper or none for each act; one debt for each act and one for the receipt.
  expect(one(db, 'SELECT count(*) AS acts FROM case_act WHERE case_id = @id', { id })).toEqual({
    acts: model.acts,
  });
  expect(all(db, `SELECT 1 FROM case_act WHERE event = 'deem-accepted'`).length).toBeLessThanOrEqual(1);
}

async function act(desk: IntakeDesk, caseId: CaseId, event: SlowEvent, today: string): Promise<string> {
  const step = (input: object, who: Asker | undefined = decider) =>
    desk.refusalOf('progress.act', { caseId, step: input }, who);
  const say = '按规定办理';
  switch (event) {
    case 'receive':
      return desk.refusalOf('intake.receive', { caseId });
    case 'accept':
      return desk.refusalOf('intake.accept', { caseId });
    case 'correct': {
      const view = await desk.caseFrom('intake.look', { caseId });
      const missing = view.missing.map((materialId) => ({ materialId, say }));
      const list = missing.length > 0 ? missing : [{ materialId: null, say }];
      return desk.refusalOf('intake.correct', { caseId, list });
    }
    case 'refuse':
      return desk.refusalOf('intake.refuse', { caseId, reason: 'other', say });
    case 'not-needed':
      return step({ act: event, say });
    case 'wrong-organ':
      return step({ act: event, organ: '示范县医保局', whereTo: null, say });
    case 'refer':
      return step({ act: event, organ: '示范市局', reason: say });
    case 'withdraw':
      return step({ act: event, signed: { how: 'on-paper', reason: say } });
    case 'start-special':
      return step({
        act: event,
        procedureId: 'site',
        reason: say,
        expectedEndOn: Day.parse(stepped(today, 3)),
      });
    case 'end-special':
      return step({ act: event, result: say });
    case 'extend':
      return step({ act: event, workingDays: 10, reason: say, voucher: await vouched(desk) }, asker());
    case 'grant':
    case 'deny':
      return step({ act: event, reason: say });
    case 'make-result':
      return step({ act: event, licenceNumber: null });
    case 'hand-over':
      return handedOver(desk);
    case 'deliver':
      return step({
        act: event,
        to: { way: 'counter', readingId: null, certificateNumber: citizenNumber() },
      });
    case 'all-in':
    case 'archive':
      break;
  }
  return step({ act: event });
}

/** Everything that lies here goes to its department, which signs. */
async function handedOver(desk: IntakeDesk): Promise<string> {
  const reply = await desk.ask('originals.look', {});
  const { here } = HandOverView.parse(reply.ok ? reply.value : null);
  const [first] = here;
  if (!first) return 'nothing-here';
  const papers = here.map(({ caseId, materialId }) => ({ caseId, materialId }));
  const made = await desk.ask('originals.hand-over', { department: first.department, papers });
  const open = HandOverView.parse(made.ok ? made.value : null).lists.find(({ taken }) => taken === null);
  return desk.refusalOf('originals.sign-list', {
    handOverId: open?.id,
    takenBy: '钱示范',
    badge: '07',
    notFound: [],
  });
}

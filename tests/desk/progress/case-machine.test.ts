import { assert, asyncProperty } from 'fast-check';
import { expect, it } from 'vitest';
import type { CaseId, CaseView } from '#contract/shapes/case.ts';
import { Day } from '#contract/shapes/day.ts';
import { HandOverView } from '#contract/shapes/hand-over.ts';
import type { Asker } from '#desk/answering.ts';
import { caseById } from '#desk/store/cases.ts';
import { all, one } from '#native/sqlite/database.ts';
import { asker } from '../../support/desk-parts.ts';
import { aReadyCase, citizenNumber, intakeDesk, type IntakeDesk } from '../../support/intake-desk.ts';
import { aManager, DAY_MS, decider, vouched } from '../../support/progress-desk.ts';
import { eventOf, moves, type Paper } from '../../support/case-walks.ts';
import { nextDay, stepped } from '../../support/slow-calendar.ts';
import { daysPass, happen, owes } from '../../support/slow-case.ts';
import { freshCase, type SlowCase, type SlowEvent } from '../../support/slow-case-file.ts';
import { foodPermit } from './cases.ts';

it('every walk of a case through the desk goes as a slow clerk with a paper calendar would keep it', async () => {
  const reached = new Set<string>();
  await assert(
    asyncProperty(moves, async (walk) => {
      const desk = intakeDesk();
      await aManager(desk);
      const ready = await aReadyCase(desk, foodPermit);
      const papers = papersOf(ready);
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
          const { which, here } = move;
          const wish = here ? HERE : { route: AWAY[which], dueOn: dueOf(which, today) };
          const took = await desk.refusalOf('intake.provide', {
            caseId: ready.id,
            materialId: papers[which],
            ...wish,
          });
          if (took === 'ok') paperMoved(model, which, here, today);
        } else {
          const event = move.kind === 'named' ? move.event : eventOf(model, move, today);
          const from = model.state;
          const word = await act(desk, ready.id, event, today, papers.promised);
          expectAnswer(
            [event, model.state, word === 'ok'],
            [event, model.state, happen(model, event, today)],
          );
          if (word === 'ok') reached.add(event);
          if (word === 'ok' && event === 'correct-again' && from === 'received-again')
            reached.add('a second list');
        }
        if (owes(model)) {
          const word = await act(desk, ready.id, 'grant', today, papers.promised);
          expectAnswer([word], [model.state === 'suspended' ? 'not-in-this-state' : 'papers-owed']);
          reached.add('no grant while papers are owed');
        }
        expectSame(desk, ready.id, model);
        reached.add(model.state);
      }
    }),
    { numRuns: 60, seed: 990_101 },
  );
  expect([...reached].toSorted()).toEqual(expect.arrayContaining(TO_REACH));
}, 240_000);

/** Walks that come to none of one of these prove too little. */
const TO_REACH = [
  'accepted-commitment',
  'accepted-tolerant',
  'archived',
  'closed-lapsed',
  'closed-returned',
  'a second list',
  'deemed-accepted',
  'end',
  'fill-owed',
  'no grant while papers are owed',
  'received-again',
  'remind',
  'send',
  'suspended',
];

const HERE = { route: 'paper', originalsTaken: 1, copiesTaken: 1, checkedAgainstOriginal: true } as const;
const AWAY = { main: null, promised: 'later', committed: 'commitment' } as const;

/** A promise is for the second working day from now. */
function dueOf(which: Paper, today: string): string | null {
  return which === 'promised' ? stepped(today, 2) : null;
}

function papersOf({ materials }: CaseView): Readonly<Record<Paper, string>> {
  const find = (tolerable: boolean, commitmentReplaceable: boolean) =>
    materials.find(
      (paper) =>
        paper.asked &&
        paper.mandatory &&
        paper.route === 'paper' &&
        paper.tolerable === tolerable &&
        paper.commitmentReplaceable === commitmentReplaceable,
    )?.id ?? '';
  return { main: find(false, false), promised: find(true, false), committed: find(true, true) };
}

/** What came back to a counter that had received the case lies there. */
function paperMoved(model: SlowCase, which: Paper, here: boolean, today: string): void {
  const wasAway = { main: model.missing, promised: model.promisedFor !== null, committed: model.committed };
  if (here && wasAway[which] && model.receivedOn !== null) model.originals = true;
  if (which === 'main') model.missing = !here;
  else if (which === 'promised') model.promisedFor = here ? null : dueOf(which, today);
  else model.committed = !here;
}

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

async function act(
  desk: IntakeDesk,
  caseId: CaseId,
  event: SlowEvent,
  today: string,
  promised: string,
): Promise<string> {
  const step = (input: object, who: Asker | undefined = decider) =>
    desk.refusalOf('progress.act', { caseId, step: input }, who);
  const say = '按规定办理';
  switch (event) {
    case 'receive':
      return desk.refusalOf('intake.receive', { caseId });
    case 'accept':
      return desk.refusalOf('intake.accept', { caseId });
    case 'correct':
    case 'correct-again': {
      const view = await desk.caseFrom('intake.look', { caseId });
      const missing = view.missing.map((materialId) => ({ materialId, say }));
      const list = missing.length > 0 ? missing : [{ materialId: null, say }];
      const second = event === 'correct-again' ? { voucher: await vouched(desk), reason: say } : null;
      return desk.refusalOf('intake.correct', { caseId, list, second });
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
    case 'fill-owed':
      return step({
        act: event,
        materialId: promised,
        originalsTaken: 1,
        copiesTaken: 1,
        checkedAgainstOriginal: true,
      });
    case 'remind':
    case 'return':
    case 'end': {
      const voucher = await vouched(desk);
      return step(
        { act: 'answer-overdue', materialId: promised, answer: event, reason: say, voucher },
        asker(),
      );
    }
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
    case 'send':
      return step({ act: 'deliver', to: { way: 'express', waybill: 'SF0000000001' } });
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

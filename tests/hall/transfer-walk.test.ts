import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QueueView } from '#contract/shapes/ticket.ts';
import { LeftVisit } from '#contract/shapes/transfer.ts';
import { visitInHand } from '#desk/store/visits.ts';
import { itemNamed } from '../support/intake-desk.ts';
import { queueDesk, type QueueDesk } from './queue-desk.ts';

const item = itemNamed('个体工商户设立登记');

const anyAct = fc.oneof(
  { weight: 4, arbitrary: fc.constant('take' as const) },
  { weight: 5, arbitrary: fc.constant('call-next' as const) },
  { weight: 5, arbitrary: fc.constant('arrive' as const) },
  { weight: 4, arbitrary: fc.constant('open' as const) },
  { weight: 4, arbitrary: fc.constant('transfer' as const) },
  { weight: 2, arbitrary: fc.constant('hold' as const) },
  { weight: 2, arbitrary: fc.constant('resume' as const) },
  { weight: 2, arbitrary: fc.constant('pass' as const) },
  { weight: 1, arbitrary: fc.constant('requeue' as const) },
  { weight: 1, arbitrary: fc.constant('cancel' as const) },
  { weight: 1, arbitrary: fc.constant('walk-in' as const) },
  { weight: 2, arbitrary: fc.constant('discard' as const) },
  { weight: 2, arbitrary: fc.constant('finish' as const) },
  { weight: 2, arbitrary: fc.constant('take-up' as const) },
  { weight: 1, arbitrary: fc.constant('midnight' as const) },
);
type Act = typeof anyAct extends fc.Arbitrary<infer A> ? A : never;

async function look(desk: QueueDesk): Promise<QueueView> {
  const answer = await desk.ask('queue.view');
  return QueueView.parse(answer.ok ? answer.value : null);
}

async function left(desk: QueueDesk): Promise<LeftVisit[]> {
  const answer = await desk.ask('queue.left');
  return LeftVisit.array().parse(answer.ok ? answer.value : null);
}

/** One act of a hall; refusals are answers too. `drafts` holds every case that was opened and not discarded. */
async function happens(desk: QueueDesk, act: Act, drafts: Set<string>): Promise<void> {
  const view = await look(desk);
  const reason = '试一试';
  switch (act) {
    case 'take':
      await desk.takes();
      return;
    case 'open': {
      const visit = visitInHand(desk.intake.db);
      if (!visit) return;
      const opened = await desk.intake.caseFrom('intake.open', { visitId: visit.id, itemCode: item.code });
      drafts.add(opened.id);
      return;
    }
    case 'discard': {
      const [caseId] = drafts.keys();
      if (caseId === undefined) return;
      const done = await desk.intake.ask('intake.discard', { caseId });
      if (done.ok) drafts.delete(caseId);
      return;
    }
    case 'transfer': {
      const from = view.inHand?.queue;
      await desk.ask('queue.transfer', { toQueue: from === 'A' ? 'P' : 'A', reason });
      return;
    }
    case 'resume':
      if (view.held[0]) await desk.ask('queue.resume', { ticketId: view.held[0].id });
      return;
    case 'requeue':
      if (view.passed[0]) await desk.ask('queue.requeue', { ticketId: view.passed[0].id });
      return;
    case 'cancel':
      if (view.waiting[0]) await desk.ask('queue.cancel', { ticketId: view.waiting[0].ticket.id, reason });
      return;
    case 'pass':
      await desk.ask('queue.recall');
      await desk.ask('queue.pass', { reason });
      return;
    case 'hold':
      await desk.ask('queue.hold', { reason });
      return;
    case 'walk-in':
      await desk.ask('queue.walk-in', { queue: 'P' });
      return;
    case 'take-up': {
      const [first] = await left(desk);
      if (first) await desk.ask('queue.take-up-left', { leftId: first.leftId });
      return;
    }
    case 'midnight':
      desk.clock.move(24 * 3_600_000);
      return;
    case 'call-next':
    case 'arrive':
    case 'finish':
      break;
  }
  await desk.ask(`queue.${act}`);
}

describe('F02 any day with transfers', () => {
  it('loses no draft, and shows where each of them is: at the window, with a ticket, or left', async () => {
    const done = new Map<Act, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, { minLength: 25, maxLength: 40, size: 'max' }), async (acts) => {
        const desk = await queueDesk();
        const drafts = new Set<string>();
        for (const act of acts) {
          desk.clock.move(1_000);
          await happens(desk, act, drafts);
          done.set(act, (done.get(act) ?? 0) + 1);
          const view = await look(desk);
          const here = visitInHand(desk.intake.db);
          const atWindow = here ? (await desk.intake.visitFrom('intake.visit', {})).cases : [];
          const carried = view.carried.reduce((sum, one) => sum + one.drafts, 0);
          expect({ act, drafts: atWindow.length + carried }).toEqual({ act, drafts: drafts.size });

          // What is carried is with a ticket that may still be called, or listed as left; never neither, never both.
          const alive = new Set([
            ...view.waiting.map(({ ticket }) => ticket.id),
            ...[...view.held, ...view.passed.filter((one) => !one.returnedOnce)].map(({ id }) => id),
            ...(view.inHand ? [view.inHand.id] : []),
          ]);
          const over = view.carried.filter(({ ticketId }) => !alive.has(ticketId)).length;
          expect({ act, left: (await left(desk)).length }).toEqual({ act, left: over });
        }
      }),
      { seed: 20261124, numRuns: 12 },
    );
    expect([...done.values()].every((times) => times > 2)).toBe(true);
  }, 120_000);
});

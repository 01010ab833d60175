import { randomUUID } from 'node:crypto';
import { queueCalls } from '#contract/calls/queue.ts';
import type { VisitId } from '#contract/shapes/case.ts';
import type { Ticket } from '#contract/shapes/ticket.ts';
import { normalisedNumber } from '#rules/identity/citizen-number.ts';
import { type Answers, no, onOutside, type OutsideBench, yes } from '../answering.ts';
import type { At } from '../hall/board.ts';
import { offerRating } from '../evaluation/rating.ts';
import { healVisits } from '../hall/heal-visits.ts';
import { sendOn } from '../hall/send-on.ts';
import { goesNowhere, hasQueue, isCalledHere } from '../hall/where-to.ts';
import { dropLeft, leftDrafts, takeUpLeft } from '../hall/left-drafts.ts';
import { adoptGuidance, carriedGuidance, guidanceById } from '../store/guidances.ts';
import { keepLeftOpen } from '../store/left-open.ts';
import {
  carriedDrafts,
  closeVisit,
  openDraftsOfTicket,
  openVisit,
  putVisitAside,
  visitOfTicket,
  visitOf,
} from '../store/visits.ts';
import { leavingOf } from '../trips/leaving.ts';

export const queueAnswers: Answers<'queue'> = {
  'queue.take': onOutside(queueCalls['queue.take'], async (input, bench) => {
    const { site, items, board, personKey } = bench.parts;
    if (!isCalledHere(site, input.queue)) return no('no-such-queue');
    const item = input.itemCode === undefined ? null : items.byCode(input.itemCode);
    if (input.itemCode !== undefined && !item) return no('no-such-item');

    const person = input.personNumber?.replaceAll(/\s/g, '').toUpperCase() ?? '';
    const { guidanceId } = input;
    const guidance =
      guidanceId === undefined ? null : { id: guidanceId, text: carriedGuidance(bench.db, guidanceId) };
    // A bundle has no item: the number says what was asked about.
    const asked = guidanceId === undefined ? null : guidanceById(bench.db, guidanceId);
    const takeId = input.takeId ?? randomUUID();
    const taken = await askedAgainOnce(() =>
      board.take({
        queue: input.queue,
        itemCode: item?.code ?? null,
        itemNameZh: item?.nameZh ?? asked?.nameZh ?? null,
        itemNameEn: item?.nameEn ?? asked?.nameEn ?? null,
        priority: input.priority ?? 'none',
        personKey: person === '' ? null : personKey(person),
        takeId,
        guidance,
      }),
    );
    if (!taken.ok) return no(taken.refusal);
    changed(bench, taken.ticket);
    return yes({ ticket: taken.ticket, ahead: taken.ahead });
  }),

  'queue.view': onOutside(
    queueCalls['queue.view'],
    async (_input, bench) => {
      const { board, site, announce } = bench.parts;
      const visit = await healVisits({
        board,
        window: site.window,
        db: bench.db,
        record: bench.record,
        atMs: bench.nowMs,
      });
      if (visit.healed) announce('visit.changed', { visitId: visit.visitId });
      const seen = await board.view(site.window);
      return yes({ ...seen, carried: carriedDrafts(bench.db) });
    },
    'unjournalled',
  ),

  'queue.display': onOutside(
    queueCalls['queue.display'],
    async (_input, { parts: { board, site } }) => {
      const { calls, waiting, readAtMs } = await board.display();
      return yes({
        hallName: site.hallName,
        current: calls.find((line) => line.state === 'called' || line.state === 'serving') ?? null,
        calls: [...calls],
        queues: site.queues.map(({ code, nameZh, nameEn }) => ({
          queue: code,
          nameZh,
          nameEn,
          waiting: waiting.get(code) ?? 0,
        })),
        readAtMs,
      });
    },
    'unjournalled',
  ),

  'queue.ticket-of-card': onOutside(
    queueCalls['queue.ticket-of-card'],
    async ({ readingId }, { parts: { board, cards, personKey } }) => {
      const held = cards.reading(readingId);
      if (!held) return no('reading-gone');
      const number = normalisedNumber(held.reading.card.number);
      return yes({ ticket: await board.waitingOfPerson(personKey(number)) });
    },
    'unjournalled',
  ),

  'queue.call-next': onOutside(queueCalls['queue.call-next'], async (input, bench) => {
    const callId = input.callId ?? randomUUID();
    const called = await askedAgainOnce(() => bench.parts.board.callNext(at(bench), callId));
    return called.ok ? yes(changed(bench, called.ticket)) : no(called.refusal);
  }),

  'queue.call': onOutside(queueCalls['queue.call'], async ({ ticketId, reason }, bench) => {
    const callId = randomUUID();
    const called = await askedAgainOnce(() => bench.parts.board.call(at(bench), ticketId, reason, callId));
    return called.ok ? yes(changed(bench, called.ticket, reason)) : no(called.refusal);
  }),

  'queue.recall': onOutside(queueCalls['queue.recall'], async (_input, bench) => {
    const called = await bench.parts.board.recall(at(bench));
    return called.ok ? yes(changed(bench, called.ticket)) : no(called.refusal);
  }),

  'queue.arrive': onOutside(queueCalls['queue.arrive'], async (_input, bench) => {
    const arrived = await bench.parts.board.arrive(at(bench));
    return arrived.ok ? yes(await seated(bench, arrived.ticket)) : no(arrived.refusal);
  }),

  'queue.pass': onOutside(queueCalls['queue.pass'], async ({ reason }, bench) => {
    const passed = await bench.parts.board.pass(at(bench), reason);
    return passed.ok ? yes(changed(bench, passed.ticket, reason)) : no(passed.refusal);
  }),

  'queue.requeue': onOutside(queueCalls['queue.requeue'], async ({ ticketId }, bench) => {
    const back = await bench.parts.board.requeue(ticketId, staffNumber(bench));
    return back.ok ? yes(changed(bench, back.ticket)) : no(back.refusal);
  }),

  'queue.hold': onOutside(queueCalls['queue.hold'], async ({ reason }, bench) => {
    const held = await bench.parts.board.hold(at(bench), reason);
    if (!held.ok) return no(held.refusal);
    bench.record((db) => putVisitAside(db, held.ticket.id));
    visitChanged(bench, null);
    return yes(changed(bench, held.ticket, reason));
  }),

  'queue.resume': onOutside(queueCalls['queue.resume'], async ({ ticketId }, bench) => {
    const back = await bench.parts.board.resume(at(bench), ticketId);
    return back.ok ? yes(await seated(bench, back.ticket)) : no(back.refusal);
  }),

  'queue.transfer': onOutside(queueCalls['queue.transfer'], async (input, bench) => {
    const { site, board } = bench.parts;
    const { toQueue, toWindow, reason } = input;
    const inHand = await board.inHand(site.window);
    const ticket = input.ticketId === undefined ? inHand : await board.ticket(input.ticketId);
    if (!ticket) return no(input.ticketId === undefined ? 'no-ticket-in-hand' : 'no-such-ticket');
    if (toQueue !== undefined && !hasQueue(site, toQueue)) return no('no-such-queue');
    if (goesNowhere(site, ticket, input)) return no('nowhere-to-go');
    // What was begun lies in the case file of the window that has it in hand; only that window may send it on.
    const inOtherHands =
      ticket.id !== inHand?.id && (ticket.state === 'called' || ticket.state === 'serving');
    if (inOtherHands) return no('cannot-move-now');

    // Shut before the board is told, so that nobody writes in it while it is on its way.
    const by = { atMs: bench.nowMs, clerk: staffNumber(bench) };
    bench.record((db) => sendOn(db, ticket, by, input));
    const to = { queue: toQueue ?? null, window: toWindow ?? null };
    const sent = await board.transfer(ticket.id, to, reason, staffNumber(bench));
    if (ticket.state === 'serving') visitChanged(bench, null);
    if (sent.ok) return yes(changed(bench, sent.ticket, reason));
    // The next look at the queue opens the visit again where the board still has it.
    bench.parts.announce('queue.changed', {});
    return no(sent.refusal);
  }),

  'queue.finish': onOutside(queueCalls['queue.finish'], async (_input, bench) => {
    const { site, board } = bench.parts;
    const ticket = await board.inHand(site.window);
    if (!ticket) return no('no-ticket-in-hand');
    if (ticket.state !== 'serving') return no('not-serving');

    // Found free of drafts and closed in one transaction, so that no case can slip in before the board
    // is told. Should the board then say no, or the desk die, looking at the queue opens the visit again.
    const isSettled = bench.record((db) => {
      if (openDraftsOfTicket(db, ticket.id) > 0) return false;
      const visit = visitOfTicket(db, ticket.id);
      // With or without a look at the list: what would bring the citizen back is counted.
      if (visit) keepLeftOpen(db, visit.id, leavingOf(bench, visit.id), bench.nowMs);
      closeVisit(db, ticket.id, bench.nowMs);
      const { parts, nowMs, today } = bench;
      if (visit) offerRating({ db, parts, nowMs, today }, visit.id, staffNumber(bench));
      return true;
    });
    if (!isSettled) return no('case-open');
    bench.parts.sync.wake();
    const done = await board.finish(at(bench));
    visitChanged(bench, null);
    if (!done.ok) {
      bench.parts.announce('queue.changed', {});
      return no(done.refusal);
    }
    bench.record((db) => closeVisit(db, ticket.id, bench.nowMs));
    return yes(changed(bench, done.ticket));
  }),

  'queue.cancel': onOutside(queueCalls['queue.cancel'], async ({ ticketId, reason }, bench) => {
    const ended = await bench.parts.board.cancel(ticketId, reason, staffNumber(bench));
    return ended.ok ? yes(changed(bench, ended.ticket, reason)) : no(ended.refusal);
  }),

  'queue.left': onOutside(
    queueCalls['queue.left'],
    async (_input, bench) => yes(await leftDrafts(bench)),
    'unjournalled',
  ),

  'queue.take-up-left': onOutside(queueCalls['queue.take-up-left'], async ({ leftId }, bench) => {
    bench.about(leftId);
    const barred = await takeUpLeft(bench, leftId);
    if (barred) return no(barred);
    visitChanged(bench, leftId);
    bench.parts.announce('queue.changed', {});
    return yes({});
  }),

  'queue.drop-left': onOutside(queueCalls['queue.drop-left'], async ({ leftId, reason }, bench) => {
    bench.about(leftId, reason);
    const barred = await dropLeft(bench, leftId);
    if (barred) return no(barred);
    bench.parts.announce('queue.changed', {});
    return yes({});
  }),

  'queue.walk-in': onOutside(queueCalls['queue.walk-in'], async ({ queue }, bench) => {
    if (!hasQueue(bench.parts.site, queue)) return no('no-such-queue');
    const takeId = randomUUID();
    const walkedIn = await askedAgainOnce(() => bench.parts.board.walkIn(at(bench), queue, takeId));
    return walkedIn.ok ? yes(await seated(bench, walkedIn.ticket)) : no(walkedIn.refusal);
  }),
};

/** The outcome of an act that failed is unknown: asked again with the same id, the board gives what it decided. */
async function askedAgainOnce<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch {
    return ask();
  }
}

function at(bench: OutsideBench): At {
  return { window: bench.parts.site.window, clerk: staffNumber(bench) };
}

function staffNumber({ asker }: OutsideBench): string {
  if (!asker.staff) throw new Error('a ticket was moved by nobody');
  return asker.staff.number;
}

function changed(bench: OutsideBench, ticket: Ticket, reason?: string): Ticket {
  bench.about(ticket.id, reason);
  bench.parts.announce('queue.changed', {});
  return ticket;
}

function visitChanged({ parts }: OutsideBench, visitId: VisitId | null): void {
  parts.announce('visit.changed', { visitId });
}

/** The citizen sits at this window: the visit of the ticket is in hand. */
async function seated(bench: OutsideBench, ticket: Ticket): Promise<Ticket> {
  const told = ticket.guidanceId === null ? null : await bench.parts.board.guidanceOf(ticket.id);
  const visitId = bench.record((db) => {
    if (told !== null) adoptGuidance(db, told);
    return openVisit(db, visitOf(ticket, bench.nowMs));
  });
  visitChanged(bench, visitId);
  return changed(bench, ticket);
}

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aQueue, askedOf, aWaiting, clerk } from '../support/hall-views.ts';
import { CASE_ID, RECEIPT } from '../support/sheet-views.ts';
import { aDebt, aSyncView } from '../support/sync-views.ts';
import {
  signedOut,
  locked,
  free,
  atCalled,
  on,
  WANG,
  LI,
  STRANGER,
  card,
  scan,
  ticket,
  receipt,
  item,
  badge,
  credit,
  licence,
  unknown,
  said,
  dialog,
  wish,
  question,
  changes,
} from '../support/seat.ts';

/** SCREENS 5.2 outside a case: signed out, free, called, locked, on the other screens. */

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('signed out', () => {
  it('a card: nothing is used, sign in first', async () => {
    const seat = await signedOut();
    await card(seat, STRANGER);
    expect([said(seat), dialog(seat), question(seat), changes(seat)]).toEqual([
      { kind: 'sign-in-first' },
      null,
      null,
      [],
    ]);
  });

  it('a badge fills the number; any other code waits for a clerk', async () => {
    const seat = await signedOut();
    await scan(seat, badge);
    expect([seat.stores.session.getState().badge, said(seat)]).toEqual(['0317', null]);
    for (const code of [ticket('P024'), receipt(CASE_ID), item, credit, licence, unknown]) {
      seat.stores.screen.getState().forgetNotice();
      await scan(seat, code);
      expect([said(seat), changes(seat), wish(seat)]).toEqual([{ kind: 'sign-in-first' }, [], null]);
    }
  });
});

describe('free', () => {
  it('a card whose ticket is next: it is offered', async () => {
    const next = aQueue().waiting[0]?.ticket ?? null;
    const seat = await free({ 'queue.ticket-of-card': { ok: true, value: { ticket: next } } });
    await card(seat, STRANGER);
    expect(askedOf(seat.desk, 'queue.ticket-of-card')).toEqual([{ readingId: 'r-1' }]);
    expect(dialog(seat)).toEqual({ name: 'call-offered', ticketId: next?.id, card: '王*' });
    expect(askedOf(seat.desk, 'queue.call-next')).toEqual([]);
  });

  it('a card whose ticket is not next: it is offered with a reason', async () => {
    const later = aWaiting(24).ticket;
    const seat = await free({ 'queue.ticket-of-card': { ok: true, value: { ticket: later } } });
    await card(seat, STRANGER);
    expect(dialog(seat)).toEqual({ name: 'call-chosen', ticketId: later.id, card: '王*' });
  });

  it('a card whose ticket is of another queue: that is said', async () => {
    const elsewhere = aWaiting(77).ticket;
    const seat = await free({ 'queue.ticket-of-card': { ok: true, value: { ticket: elsewhere } } });
    await card(seat, STRANGER);
    expect(said(seat)).toEqual({ kind: 'ticket-other-queue', number: 'P077', name: '王*' });
  });

  it('a card without a ticket: to serve without one is offered', async () => {
    const seat = await free();
    await card(seat, STRANGER);
    expect(dialog(seat)).toEqual({ name: 'walk-in', card: '王*' });
  });

  it('a card when the hall cannot be asked: the clerk is told of the walk-in', async () => {
    const seat = await free({
      'queue.ticket-of-card': () => {
        throw new Error('away');
      },
    });
    await card(seat, STRANGER);
    expect(said(seat)).toEqual({ kind: 'nobody-for-card', name: '王*' });
  });

  it('a ticket: the next is offered, another needs a reason, a strange one is said', async () => {
    const seat = await free();
    await scan(seat, ticket('P024'));
    expect(dialog(seat)).toEqual({ name: 'call-chosen', ticketId: aWaiting(24).ticket.id });
    await scan(seat, ticket('P099'));
    expect(said(seat)).toEqual({ kind: 'ticket-elsewhere', number: 'P099' });
    await scan(seat, ticket('VP004'));
    expect(dialog(seat)).toMatchObject({ name: 'call-offered' });
    expect(askedOf(seat.desk, 'queue.call-next')).toEqual([]);
  });

  it('a receipt opens its case; one of another machine is said', async () => {
    const seat = await free();
    await scan(seat, receipt(null));
    expect(said(seat)).toEqual({ kind: 'receipt-unknown', number: RECEIPT });
    await scan(seat, receipt(CASE_ID));
    expect([wish(seat), seat.stores.screen.getState().screen]).toEqual([
      { kind: 'case', caseId: CASE_ID },
      'cases',
    ]);
  });

  it('an item waits for nobody: no later citizen finds it open', async () => {
    const seat = await free();
    await scan(seat, item);
    expect([said(seat), wish(seat)]).toEqual([{ kind: 'item-needs-ticket' }, null]);
  });
});

describe('called', () => {
  it('a card: the desk marks the arrival and fills the applicant, nothing is asked twice', async () => {
    const seat = await atCalled();
    await card(seat, LI);
    expect([said(seat), question(seat), changes(seat)]).toEqual([null, null, []]);
  });

  it('the same ticket marks the arrival; another changes nothing', async () => {
    const seat = await atCalled();
    await scan(seat, ticket('P024'));
    expect([said(seat), changes(seat)]).toEqual([{ kind: 'not-your-turn', number: 'P024', ahead: 1 }, []]);
    await scan(seat, ticket('P023'));
    expect(askedOf(seat.desk, 'queue.arrive')).toHaveLength(1);
  });
});

describe('locked', () => {
  it('a card asks for the password; whose it was is asked after it', async () => {
    const seat = await locked();
    await card(seat, STRANGER);
    expect([said(seat), changes(seat)]).toEqual([{ kind: 'unlock-first' }, []]);
    expect(question(seat)).toEqual(STRANGER);
  });

  it('a badge asks for the password; any other code waits', async () => {
    const seat = await locked();
    await scan(seat, badge);
    expect(seat.stores.session.getState().badge).toBe(clerk.number);
    for (const code of [ticket('P023'), receipt(CASE_ID), item, credit, licence, unknown]) {
      await scan(seat, code);
      expect([said(seat), changes(seat), wish(seat)]).toEqual([{ kind: 'unlock-first' }, [], null]);
    }
  });

  it('at work a badge changes nobody', async () => {
    const seat = await free();
    await scan(seat, badge);
    expect([said(seat), seat.stores.session.getState().badge]).toEqual([{ kind: 'badge-at-work' }, null]);
  });
});

describe.each(['cases', 'sync'] as const)('on %s', (screen) => {
  it.each([STRANGER, WANG, LI])('a card ($phase) finds the cases of that person', async (news) => {
    const seat = await on(screen);
    await card(seat, news);
    expect(wish(seat)).toEqual({ kind: 'cases-of-card', readingId: 'r-1', name: news.name });
    expect(seat.stores.screen.getState().screen).toBe('cases');
    expect(question(seat)).toBeNull();
  });

  it('a receipt opens that case', async () => {
    const seat = await on(screen);
    await scan(seat, receipt(CASE_ID));
    expect(wish(seat)).toEqual({ kind: 'case', caseId: CASE_ID });
  });
});

it('on sync a receipt that is owed shows that debt', async () => {
  const owed = aDebt({ caseId: CASE_ID, receiptNumber: RECEIPT });
  const seat = await on('sync', { 'sync.view': { ok: true, value: aSyncView({ debts: [owed] }) } });
  await scan(seat, receipt(CASE_ID));
  expect(seat.stores.sync.getState().chosenId).toBe(owed.id);
  expect([wish(seat), seat.stores.screen.getState().screen]).toEqual([null, 'sync']);
});

describe('on the page of one number', () => {
  it('a card opens the page of whose it is, who is here', async () => {
    const seat = await on('one-number');
    await card(seat, STRANGER);
    expect(wish(seat)).toEqual({
      kind: 'person',
      which: { by: 'card', readingId: 'r-1' },
      purpose: 'serve-at-the-window',
    });
  });

  it('the code of a licence names a number, and why is asked first', async () => {
    const seat = await on('one-number');
    await scan(seat, credit);
    expect(wish(seat)).toEqual({
      kind: 'person',
      which: { by: 'number', text: '91350100M000100Y43' },
      purpose: null,
    });
    expect(said(seat)).toBeNull();
  });
});

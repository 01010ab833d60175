import { vi } from 'vitest';
import type { CardNews } from '#contract/events.ts';
import { ItemCode } from '#contract/shapes/item.ts';
import type { RoutedCode } from '#contract/shapes/scan.ts';
import { CaseId } from '#contract/shapes/case.ts';
import { createKeyBoard, type KeyBoard } from '#renderer/keys/key-board.ts';
import type { Step } from '#renderer/stores/case-acts.ts';
import { listen } from '#renderer/stores/listening.ts';
import { createStores, type Stores } from '#renderer/stores/stores.ts';
import type { SetDesk } from './desk.ts';
import { aHallDesk, aQueue, askedOf, called, serving } from './hall-views.ts';
import { aCase, aVisit, aVisitCase, RECEIPT } from './sheet-views.ts';
import { aSyncView } from './sync-views.ts';

/** A seat of the hall without its screens: what a card or a code does is seen in the stores. Needs fake timers. */
export interface Seat {
  readonly desk: SetDesk;
  readonly stores: Stores;
  readonly keyBoard: KeyBoard;
}

type Answers = Parameters<SetDesk['answer']>[0];

async function seated(desk: SetDesk, answers: Answers = {}): Promise<Seat> {
  desk.answer({
    'identity.use-card': { ok: true, value: aVisit() },
    'identity.set-field': { ok: true, value: aVisit() },
    'sync.view': { ok: true, value: aSyncView() },
    'intake.look': { ok: true, value: aCase() },
    'queue.ticket-of-card': { ok: true, value: { ticket: null } },
    'queue.call-next': { ok: true, value: called },
    'queue.arrive': { ok: true, value: serving },
    ...answers,
  });
  const stores = createStores(desk, Date.now);
  const keyBoard = createKeyBoard();
  listen(stores, keyBoard);
  await vi.advanceTimersByTimeAsync(0);
  return { desk, stores, keyBoard };
}

export const signedOut = () => seated(aHallDesk({ session: { staff: null } }));
export const locked = () =>
  seated(aHallDesk({ session: { locked: true }, queue: aQueue({ inHand: serving }) }));
export const free = (answers?: Answers) => seated(aHallDesk(), answers);
export const atCalled = () => seated(aHallDesk({ queue: aQueue({ inHand: called }) }));

/** A citizen at the window, at a step of the case. */
export async function at(step: Step, visit = aVisit({ cases: [aVisitCase] }), file = aCase()): Promise<Seat> {
  const desk = aHallDesk({ queue: aQueue({ inHand: serving }) });
  const seat = await seated(desk, {
    'intake.visit': { ok: true, value: visit },
    'intake.look': { ok: true, value: file },
  });
  await seat.stores.visit.getState().read();
  await seat.stores.caseFile.getState().follow(seat.stores.visit.getState().visit);
  seat.stores.caseFile.getState().goTo(step);
  return seat;
}

export async function on(screen: 'cases' | 'sync' | 'one-number', answers?: Answers): Promise<Seat> {
  const seat = await free(answers);
  seat.stores.screen.getState().go(screen);
  await seat.stores.sync.getState().read();
  return seat;
}

export const WANG: CardNews = {
  phase: 'other-person',
  readingId: 'r-1',
  name: '王*',
  number: '9901**********4321',
  role: 'handler',
  tookMs: 800,
};
export const LI: CardNews = { ...WANG, phase: 'read', name: '李*', role: 'applicant' };
export const STRANGER: CardNews = { ...WANG, phase: 'nobody-to-fill', role: null };

export async function card(seat: Seat, news: CardNews): Promise<void> {
  seat.desk.say('identity.card', news);
  await vi.advanceTimersByTimeAsync(0);
}

export async function scan(seat: Seat, code: RoutedCode): Promise<void> {
  seat.desk.say('code.scanned', code);
  await vi.advanceTimersByTimeAsync(0);
}

export const ticket = (number: string): RoutedCode => ({ kind: 'ticket', number, ticketId: null });
export const receipt = (caseId: string | null, receiptNumber = RECEIPT): RoutedCode => ({
  kind: 'receipt',
  receiptNumber,
  caseId: caseId === null ? null : CaseId.parse(caseId),
});
export const item: RoutedCode = { kind: 'item', itemCode: ItemCode.parse('item-1') };
export const badge: RoutedCode = { kind: 'clerk-badge', number: '0317' };
export const credit: RoutedCode = { kind: 'credit-code', creditCode: '91350100M000100Y43' };
export const licence: RoutedCode = { kind: 'licence', identifier: '1.2.156.3005.2', checkHolds: true };
export const unknown: RoutedCode = { kind: 'unknown', shown: 'hello' };

export const said = ({ stores }: Seat) => stores.screen.getState().notice?.notice ?? null;
export const dialog = ({ stores }: Seat) => stores.screen.getState().dialog;
export const wish = ({ stores }: Seat) => stores.screen.getState().wish;
export const question = ({ stores }: Seat) => stores.visit.getState().question;
export const used = ({ desk }: Seat) => askedOf(desk, 'identity.use-card');
/** Everything asked that could change something. */
export const changes = ({ desk }: Seat) =>
  desk.asked.filter(({ name }) => !/^(desk|access|sync)\.|\.view$|\.visit$|\.look$|\.cover$/.test(name));

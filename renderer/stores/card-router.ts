import type { CardNews } from '#contract/events.ts';
import { tell as ask } from './asking.ts';
import { placeOf } from './place.ts';
import type { Stores } from './stores.ts';

/** A card that was read, with the masked name on it. */
interface ReadCard {
  readonly readingId: string;
  readonly name: string;
}

/**
 * What the news of a card does at this seat, in every state. The desk has filled or compared already, for the
 * ticket in hand; here it is decided what the clerk is shown, asked or offered.
 *
 * @source SCREENS.md 5.2
 */
export function takeCardNews(stores: Stores, news: CardNews): void {
  const { screen, visit } = stores;
  const { tell } = screen.getState();
  const place = placeOf(stores);
  const card = readCardOf(news);
  if (!card) {
    // Without a place for the card on the screen its trouble is said over the sheet.
    const isShown = place === 'identity' || place === 'signed-out' || place === 'locked';
    if (TROUBLES.has(news.phase) && !isShown) tell({ kind: 'card-trouble', phase: news.phase });
    return;
  }
  switch (place) {
    case 'signed-out':
      return tell({ kind: 'sign-in-first' });
    case 'locked':
      // After the password it is asked whose card it was.
      visit.getState().askAbout(news);
      return tell({ kind: 'unlock-first' });
    case 'free':
      return void offerTicketOf(stores, card);
    case 'called':
    case 'identity':
      return takeAtIdentity(stores, news, card);
    case 'item':
    case 'situation':
    case 'form':
    case 'materials':
      if (news.phase === 'read' && news.role) {
        tell({ kind: 'card-matches', name: card.name, role: news.role });
      } else visit.getState().askAbout(news);
      return;
    case 'result':
      return takeAtResult(stores, news, card);
    case 'one-number':
      // Whose card lies here is here.
      return screen.getState().want({
        kind: 'person',
        which: { by: 'card', readingId: card.readingId },
        purpose: 'serve-at-the-window',
      });
    case 'guidance':
      // A greeter asks nobody who they are.
      return;
    case 'cases':
    case 'sync':
    case 'catalogue':
    case 'hand-over':
  }
  screen.getState().want({ kind: 'cases-of-card', ...card });
}

const TROUBLES: ReadonlySet<CardNews['phase']> = new Set([
  'differs',
  'trouble',
  'lift-and-replace',
  'used-elsewhere',
]);

const READ: ReadonlySet<CardNews['phase']> = new Set(['read', 'other-person', 'nobody-to-fill']);

/** The news is of a card that may be used, not of how the reading goes. */
export function wasRead({ phase, readingId }: CardNews): boolean {
  return READ.has(phase) && readingId !== null;
}

function readCardOf(news: CardNews): ReadCard | null {
  const { readingId, name } = news;
  return wasRead(news) && readingId !== null ? { readingId, name: name ?? '' } : null;
}

/**
 * The open tab says whom the clerk means: an empty one is filled. A second person goes to the next empty tab; where none
 * is left it is asked.
 */
function takeAtIdentity({ visit }: Stores, news: CardNews, { readingId }: ReadCard): void {
  const { visit: seen, role, fillFrom, askAbout } = visit.getState();
  const isEmpty = (one: typeof role) => (seen?.[one]?.filled.length ?? 0) === 0;
  if (news.phase === 'read') {
    // The desk fills the applicant first; a card laid down for the open tab of somebody else moves there.
    const wasFilledNow = news.role === 'applicant' && isEmpty('applicant');
    if (wasFilledNow && role !== 'applicant' && isEmpty(role)) void fillFrom(role, readingId);
    return;
  }
  const tabs = (seen?.roles ?? [])
    .filter(({ role: tab, need }) => need === 'required' || (tab === 'handler' && need === 'open'))
    .map((tab) => tab.role);
  const after = [...tabs.slice(tabs.indexOf(role)), ...tabs];
  const to = isEmpty(role) ? role : after.find(isEmpty);
  if (seen && to !== undefined) void fillFrom(to, readingId);
  else askAbout(news);
}

/** Who signs or collects: one of the parties, or somebody else. A decided case takes nobody in. */
function takeAtResult({ screen, visit, caseFile }: Stores, news: CardNews, { name }: ReadCard): void {
  const { tell } = screen.getState();
  const file = caseFile.getState().file;
  const isDecided = file !== null && file.state !== 'draft';
  if (news.phase === 'read' && news.role) tell({ kind: 'card-matches', name, role: news.role });
  else if (isDecided) tell({ kind: 'card-of-another', name });
  else visit.getState().askAbout(news);
}

/** Nobody is at the window: this person's ticket of today is offered, else to serve them without one. */
async function offerTicketOf({ desk, queue, screen }: Stores, { readingId, name }: ReadCard): Promise<void> {
  const told = await ask(desk, 'queue.ticket-of-card', { readingId });
  const { tell, open } = screen.getState();
  if (!told.ok) {
    // The hall cannot be asked: the clerk may still serve without a number.
    const { setback } = told;
    tell(setback.kind === 'refused' ? { kind: 'setback', setback } : { kind: 'nobody-for-card', name });
    return;
  }
  const { ticket } = told.value;
  if (queue.getState().view?.inHand) return;
  if (!ticket) {
    open({ name: 'walk-in', card: name });
    return;
  }
  await queue.getState().look();
  const waiting = queue.getState().view?.waiting ?? [];
  const at = waiting.findIndex((row) => row.ticket.id === ticket.id);
  if (at === -1) tell({ kind: 'ticket-other-queue', number: ticket.number, name });
  else if (at === 0) open({ name: 'call-offered', ticketId: ticket.id, card: name });
  else open({ name: 'call-chosen', ticketId: ticket.id, card: name });
}

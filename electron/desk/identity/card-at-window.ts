import type { CardNews, EventName, EventValue } from '#contract/events.ts';
import { PartyRole } from '#contract/shapes/party.ts';
import type { Site } from '#contract/shapes/site.ts';
import type { Ticket, TicketId } from '#contract/shapes/ticket.ts';
import type { Writer } from '#native/sqlite/database.ts';
import { maskedCertificateNumber, maskedName } from '#rules/identity/mask.ts';
import type { AuditNote } from '../answering.ts';
import type { CardReading, CardWatcher } from '../devices/card-desk.ts';
import type { Board } from '../hall/board.ts';
import { type Parties, partiesOf } from '../store/parties.ts';
import { openVisit, visitOf } from '../store/visits.ts';
import type { DialogCover } from './dialog-cover.ts';
import { confirmReading, fillFromReading, renewAddress, takeReadingBack } from './filling.ts';
import { isOpenForCard, isSamePerson } from './party-values.ts';

interface CardAtWindow {
  readonly db: Writer;
  readonly board: Board;
  readonly site: Site;
  readonly nowMs: () => number;
  readonly announce: <N extends EventName>(name: N, value: EventValue<N>) => void;
  readonly audit: (db: Writer, entry: AuditNote) => void;
  readonly personKey: (certificateNumber: string) => string;
  /** A clerk is signed in and the screen is not locked: otherwise no card fills anything. */
  readonly isAttended: () => boolean;
  /** What comes under a dialog is used after it closes. */
  readonly dialogs: Pick<DialogCover, 'isCovered' | 'onUncovered'>;
  /** Something broke while a card was being used. */
  readonly onFault: (thrown: unknown) => void;
}

/** `settled` resolves when everything heard so far has been dealt with. */
type CardAtWindowWatcher = CardWatcher & { readonly settled: () => Promise<void> };

/**
 * What a card on the reader does at this window.
 *
 * Nobody called: the card is offered. Called: its owner has arrived and is the applicant. Serving: an empty
 * applicant is filled, the same person is ticked off, another person is asked about and never put in silently.
 * A reading belongs to the ticket that was in hand when the card was laid down; if another ticket is in hand when
 * the reading is done, nobody is filled. Under an open dialog it is kept and nothing changes: neither has anybody
 * arrived nor is anybody filled before the dialog closes.
 *
 * @source SCREENS.md 5.2; issue 2, identity card reader: bound to the ticket, confirmed by a second read
 */
export function cardAtWindow(at: CardAtWindow): CardAtWindowWatcher {
  let line: Promise<void> = Promise.resolve();
  let laidDownFor: Promise<TicketId | null> | null = null;
  let last: CardReading | null = null;
  let kept: KeptCard | null = null;

  const inTurn = (act: () => Promise<void> | void): void => {
    line = line.then(act).catch(at.onFault);
  };
  at.dialogs.onUncovered(() =>
    inTurn(async () => {
      const card = kept;
      kept = null;
      if (!card) return;
      if (at.nowMs() - card.atMs <= KEPT_MS) await use(card);
      // It lay there too long to be what the clerk means now.
      else tell(at, 'lifted', null, null);
    }),
  );

  const ticketInHand = async (): Promise<Ticket | null> => at.board.inHand(at.site.window);

  async function use({ reading, boundTo, confirmedAtMs }: KeptCard): Promise<void> {
    const ticket = await ticketInHand();
    const stillBound = boundTo === null || (await boundTo) === (ticket?.id ?? null);
    if (!stillBound) tell(at, 'used-elsewhere', null, null);
    else if (!at.isAttended() || !ticket) tell(at, 'nobody-to-fill', reading, null);
    else await useAtTicket(at, ticket, reading, confirmedAtMs);
  }

  return {
    reading: () => {
      last = null;
      kept = null;
      laidDownFor = ticketInHand().then((ticket) => ticket?.id ?? null);
      // Looked at when the reading is there; a board that is away by then is a fault of that step.
      laidDownFor.catch(() => {});
      tell(at, 'reading', null, null);
    },

    read: (reading) => {
      const card: KeptCard = { reading, boundTo: laidDownFor, confirmedAtMs: null, atMs: at.nowMs() };
      last = reading;
      inTurn(async () => {
        if (!at.isAttended() || !at.dialogs.isCovered()) return use(card);
        kept = card;
        tell(at, 'kept', reading, null);
      });
    },

    newAddress: (readingId, address) => {
      inTurn(() => {
        if (kept?.reading.id === readingId) kept = withAddress(kept, address);
        const filled = inTransaction(at, 'card.new-address', () =>
          renewAddress(at.db, readingId, address, at.personKey),
        );
        if (filled) at.announce('visit.changed', { visitId: filled.visitId });
      });
    },

    confirmed: (readingId) => {
      const reading = last?.id === readingId ? last : null;
      inTurn(() => {
        if (kept?.reading.id === readingId) {
          kept = { ...kept, confirmedAtMs: at.nowMs() };
          return;
        }
        const filled = inTransaction(at, 'card.confirmed', () =>
          confirmReading(at.db, readingId, at.nowMs(), at.personKey),
        );
        tell(at, 'confirmed', reading, filled?.role ?? null);
        if (filled) at.announce('visit.changed', { visitId: filled.visitId });
      });
    },

    differs: (readingId) => {
      const reading = last?.id === readingId ? last : null;
      inTurn(() => {
        if (kept?.reading.id === readingId) kept = null;
        const filled = inTransaction(at, 'card.taken-back', () => takeReadingBack(at.db, readingId));
        tell(at, 'differs', null, filled?.role ?? null, reading);
        if (filled) at.announce('visit.changed', { visitId: filled.visitId });
      });
    },

    lifted: () => {
      laidDownFor = null;
      inTurn(() => tell(at, 'lifted', null, null));
    },

    trouble: (tries) => {
      inTurn(() => tell(at, tries >= TRIES_BEFORE_LIFTING ? 'lift-and-replace' : 'trouble', null, null));
    },

    settled: async () => line,
  };
}

const TRIES_BEFORE_LIFTING = 3;

/** How long a card that came under a dialog may still be used. @source SCREENS.md 5.2 */
const KEPT_MS = 10_000;

interface KeptCard {
  readonly reading: CardReading;
  /** The ticket that was in hand when it was laid down. */
  readonly boundTo: Promise<TicketId | null> | null;
  readonly confirmedAtMs: number | null;
  readonly atMs: number;
}

function withAddress(kept: KeptCard, address: string): KeptCard {
  const { reading } = kept;
  const unreadable = reading.card.unreadable.filter((field) => field !== 'address');
  return { ...kept, reading: { ...reading, card: { ...reading.card, address, unreadable } } };
}

async function useAtTicket(
  at: CardAtWindow,
  ticket: Ticket,
  reading: CardReading,
  confirmedAtMs: number | null,
): Promise<void> {
  if (ticket.state === 'called') {
    const arrived = await at.board.arrive({ window: at.site.window, clerk: ticket.clerk ?? '' });
    if (!arrived.ok && arrived.refusal === 'no-ticket-in-hand') {
      tell(at, 'used-elsewhere', null, null);
      return;
    }
    at.announce('queue.changed', {});
  }

  // Said first: a window needs longer to ask than this to reach the disk, and no question is answered in between.
  at.announce('visit.changed', { visitId: null });
  const decided = at.db.transaction(() => {
    const atMs = at.nowMs();
    const visitId = openVisit(at.db, visitOf(ticket, atMs));
    const wish = wishOf(reading, partiesOf(at.db, visitId));
    if (wish.fills) {
      const filled = { visitId, role: wish.role, reading, confirmedAtMs };
      fillFromReading(at.db, filled, at.personKey);
      at.audit(at.db, note(at, 'card.filled', `${visitId} ${wish.role}`, atMs));
    }
    return wish;
  })();

  // The window asked for the fields before, and draws the word about the card while it waits for them.
  tell(at, decided.phase, reading, decided.role);
}

interface CardWish {
  readonly phase: 'read' | 'other-person';
  readonly role: PartyRole;
  readonly fills: boolean;
}

/** What the card is for, seen from who is in the visit already. */
function wishOf({ card }: CardReading, parties: Parties): CardWish {
  for (const role of PartyRole.options) {
    const party = parties[role];
    if (isSamePerson(party, card)) {
      return { phase: 'read', role, fills: party?.verification !== 'confirmed' };
    }
  }
  if (isOpenForCard(parties.applicant)) return { phase: 'read', role: 'applicant', fills: true };
  return {
    phase: 'other-person',
    role: isOpenForCard(parties.handler) ? 'handler' : 'applicant',
    fills: false,
  };
}

function inTransaction<T extends { readonly visitId: string; readonly role: PartyRole }>(
  at: CardAtWindow,
  call: string,
  change: () => T | null,
): T | null {
  return at.db.transaction(() => {
    const changed = change();
    if (changed) at.audit(at.db, note(at, call, `${changed.visitId} ${changed.role}`, at.nowMs()));
    return changed;
  })();
}

function note(at: CardAtWindow, call: string, subject: string, atMs: number): AuditNote {
  const window = `window-${at.site.window}`;
  return { call, by: window, seat: window, subject, purpose: null, outcome: 'ok', atMs };
}

/**
 * News for the screens: masked, never a whole name or number.
 *
 * @param reading named in the news so that it may be used; `timedBy` only lends its time
 */
function tell(
  at: CardAtWindow,
  phase: CardNews['phase'],
  reading: CardReading | null,
  role: PartyRole | null,
  timedBy: CardReading | null = reading,
): void {
  const card = reading?.card;
  at.announce('identity.card', {
    phase,
    readingId: reading?.id ?? null,
    name: card ? maskedName(card.name === '' ? (card.englishName ?? '') : card.name) : null,
    number: card ? maskedCertificateNumber('resident-id', card.number) : null,
    role,
    tookMs: timedBy ? Math.max(0, Math.round(timedBy.tookMs + at.nowMs() - timedBy.readAtMs)) : null,
  });
}

import type { VisitId } from '#contract/shapes/case.ts';
import type { Ticket } from '#contract/shapes/ticket.ts';
import type { LeftVisit } from '#contract/shapes/transfer.ts';
import { maskedPartyName } from '#rules/identity/mask.ts';
import { samePeople } from '#rules/queue/same-people.ts';
import type { OutsideBench, WriteBench } from '../answering.ts';
import { discardBundle } from '../bundles/open-bundle.ts';
import { countVisit } from '../store/case-visits.ts';
import { casesOfVisit, discardDraft } from '../store/cases.ts';
import { bringParty, closeLeft, goOnUnder, keysOfVisit } from '../store/left-visits.ts';
import { bundleOfCase, bundlesOfVisit } from '../store/open-bundles.ts';
import { partiesOf } from '../store/parties.ts';
import { lastTransfer } from '../store/visit-transfers.ts';
import { carriedDrafts, type Visit, visitById, visitInHand, visitOfTicket } from '../store/visits.ts';

/** A ticket that nobody will call any more: its day or the citizen ended it, or it was passed for the second time. */
function isOver({ state, returnedOnce }: Ticket): boolean {
  return (
    state === 'expired' || state === 'cancelled' || state === 'done' || (state === 'passed' && returnedOnce)
  );
}

interface Left {
  readonly visit: Visit;
  readonly ticket: Ticket;
}

/** Visits with drafts whose ticket is over, the oldest first. Nothing of them is lost or thrown away by itself. */
async function leftVisits({ db, parts: { board } }: OutsideBench): Promise<Left[]> {
  const left: Left[] = [];
  for (const { ticketId } of carriedDrafts(db)) {
    const ticket = await board.ticket(ticketId);
    const visit = visitOfTicket(db, ticketId);
    if (ticket && visit && isOver(ticket)) left.push({ visit, ticket });
  }
  return left;
}

/** The same as the clerk's screen lists them; whose card was read at this window now stands out. */
export async function leftDrafts(bench: OutsideBench): Promise<LeftVisit[]> {
  const { db } = bench;
  const here = visitInHand(db);
  const keysHere = here ? keysOfVisit(db, here.id) : [];
  const left = await leftVisits(bench);
  return left.map(({ visit, ticket }) => {
    const applicant = partiesOf(db, visit.id).applicant?.details;
    const keys = keysOfVisit(db, visit.id);
    return {
      leftId: visit.id,
      ticketNumber: ticket.number,
      day: ticket.day,
      ended: ticket.state,
      applicantName: applicant ? maskedPartyName(applicant.kind, applicant.name) : null,
      isHere: keysHere.some(
        ({ personKey }) => personKey !== null && keys.some((one) => one.personKey === personKey),
      ),
      items: casesOfVisit(db, visit.id)
        .filter(({ state }) => state === 'draft' || state === 'blocked')
        .map(({ item: { nameZh, nameEn } }) => ({ nameZh, nameEn })),
      transfer: lastTransfer(db, visit.id),
    };
  });
}

async function leftVisit(bench: OutsideBench, leftId: VisitId): Promise<Left | null> {
  return (await leftVisits(bench)).find(({ visit }) => visit.id === leftId) ?? null;
}

/**
 * The citizen is back: what was left goes on under the ticket in hand, as it stood. It is one more visit of each case.
 *
 * The ticket in hand brings nothing of its own yet, and who was read at it was part of what was left.
 */
export async function takeUpLeft(bench: OutsideBench, leftId: VisitId) {
  const { parts, nowMs } = bench;
  const left = await leftVisit(bench, leftId);
  if (!left) return 'no-such-visit' as const;
  const ticket = await parts.board.inHand(parts.site.window);
  if (ticket?.state !== 'serving') return 'not-serving' as const;
  return bench.record((db) => {
    const here = visitInHand(db);
    if (here?.ticketId !== ticket.id) return 'not-serving' as const;
    if (casesOfVisit(db, here.id).length > 0 || bundlesOfVisit(db, here.id).length > 0) {
      return 'begun-already' as const;
    }
    if (visitById(db, leftId)?.closedAtMs !== null) return 'no-such-visit' as const;
    const people = samePeople(keysOfVisit(db, leftId), keysOfVisit(db, here.id));
    if (!people.ok) return people.why;
    const cause = lastTransfer(db, leftId) ? 'sent-elsewhere' : 'own-wish';
    const by = { atMs: nowMs, clerk: bench.asker.staff?.number ?? 'nobody', window: parts.site.window };
    for (const { id, state } of casesOfVisit(db, leftId)) {
      if (state !== 'draft' && state !== 'blocked') continue;
      countVisit(db, { caseId: id, visitId: here.id, ...by, cause, say: left.ticket.number });
    }
    for (const { from, to } of people.pairs) {
      bringParty(db, { newId: here.id, newRole: from }, { leftId, leftRole: to });
    }
    goOnUnder(db, leftId, here.id, ticket, nowMs);
    return null;
  });
}

/** The citizen will not come back for it: every draft is thrown away, with a reason in the audit. */
export async function dropLeft(bench: OutsideBench, leftId: VisitId) {
  const left = await leftVisit(bench, leftId);
  if (!left) return 'no-such-visit' as const;
  const later: (() => void)[] = [];
  const barred = bench.record((db) => {
    const writing: WriteBench = { ...bench, db, afterwards: (act) => later.push(act) };
    for (const open of bundlesOfVisit(db, leftId)) {
      if (discardBundle(writing, open)) return 'part-of-bundle' as const;
    }
    for (const { id } of casesOfVisit(db, leftId)) if (!bundleOfCase(db, id)) discardDraft(db, id);
    closeLeft(db, leftId, bench.nowMs);
    return null;
  });
  if (barred === null) for (const act of later) act();
  return barred;
}

import type { RoutedCode } from '#contract/shapes/scan.ts';
import { takesPapers } from '#rules/intake/case-moves.ts';
import { paperForLicence } from '#rules/intake/query-terms.ts';
import { type Place, placeOf } from './place.ts';
import type { Stores } from './stores.ts';

type Code<K extends RoutedCode['kind']> = Extract<RoutedCode, { kind: K }>;

/**
 * What a scanned code does at this seat, in every state.
 *
 * @source SCREENS.md 5.2
 */
export function takeCode(stores: Stores, code: RoutedCode): void {
  const { session, screen } = stores;
  const { tell } = screen.getState();
  const place = placeOf(stores);
  const isAway = place === 'signed-out' || place === 'locked';
  if (code.kind === 'clerk-badge') {
    if (isAway) session.getState().showBadge(code.number);
    else tell({ kind: 'badge-at-work' });
    return;
  }
  if (isAway) {
    tell({ kind: place === 'locked' ? 'unlock-first' : 'sign-in-first' });
    return;
  }
  switch (code.kind) {
    case 'receipt':
      return takeReceipt(stores, code, place);
    case 'item':
      return takeItem(stores, code);
    case 'ticket':
      return takeTicket(stores, code);
    case 'credit-code':
      return takeCreditCode(stores, code, place);
    case 'licence':
      return takeLicence(stores, code, place);
    case 'network-identity':
      return takeNetworkCode(stores, code, place);
    case 'unknown':
      break;
  }
  tell({ kind: 'unknown-code', shown: code.shown });
}

/** On the result it proves the receipt in hand; on the debts it shows that debt; else it opens its case. */
function takeReceipt({ screen, caseFile, sync }: Stores, code: Code<'receipt'>, place: Place): void {
  const { tell, want } = screen.getState();
  const number = code.receiptNumber;
  const held = place === 'result' ? caseFile.getState().file?.receiptNumber : null;
  if (held) {
    tell({ kind: held === number ? 'receipt-matches' : 'receipt-of-another', number });
    return;
  }
  if (!code.caseId) {
    tell({ kind: 'receipt-unknown', number });
    return;
  }
  const debt =
    place === 'sync' ? sync.getState().view?.debts.find((one) => one.caseId === code.caseId) : undefined;
  if (debt) sync.getState().choose(debt.id);
  else want({ kind: 'case', caseId: code.caseId });
}

/** An item is opened for somebody: the code of a guide waits for no later citizen. */
function takeItem({ screen, queue }: Stores, code: Code<'item'>): void {
  const { tell, want } = screen.getState();
  const isServing = queue.getState().view?.inHand?.state === 'serving';
  if (isServing) want({ kind: 'item', itemCode: code.itemCode });
  else tell({ kind: 'item-needs-ticket' });
}

function takeTicket({ screen, queue }: Stores, { number }: Code<'ticket'>): void {
  const { tell, open, go } = screen.getState();
  const { view, arrive } = queue.getState();
  if (view?.inHand?.number === number) {
    if (view.inHand.state === 'called') void arrive();
    return;
  }
  const at = view?.waiting.findIndex(({ ticket }) => ticket.number === number) ?? -1;
  const waiting = view?.waiting[at];
  if (!waiting) tell({ kind: 'ticket-elsewhere', number });
  else if (view?.inHand) tell({ kind: 'not-your-turn', number, ahead: at });
  else {
    go('counter');
    // Whoever is next is offered, another one needs a reason: a ticket read by chance calls nobody.
    open({ name: at === 0 ? 'call-offered' : 'call-chosen', ticketId: waiting.ticket.id });
  }
}

/** Among the papers it is asked for where a licence may stand for one; elsewhere it proves nothing. */
function takeLicence({ screen, caseFile, sources }: Stores, code: Code<'licence'>, place: Place): void {
  const { file } = caseFile.getState();
  const { atPaper, propose } = sources.getState();
  const isOpen = place === 'materials' && file !== null && takesPapers(file.state);
  const paper = isOpen ? paperForLicence(file.materials, atPaper) : null;
  if (!isOpen || !paper) screen.getState().tell({ kind: 'licence-not-here' });
  else propose({ caseId: file.id, materialId: paper.id, kind: 'licence', identifier: code.identifier });
}

/** It proves whoever's tab is open, marks somebody who was called as arrived, and opens the page of one number. */
function takeNetworkCode(stores: Stores, { scanId }: Code<'network-identity'>, place: Place): void {
  const { tell, want } = stores.screen.getState();
  if (scanId !== null && place === 'one-number') {
    want({ kind: 'person', which: { by: 'network', scanId }, purpose: 'serve-at-the-window' });
    return;
  }
  if (scanId === null || (place !== 'identity' && place !== 'called')) {
    tell({ kind: 'network-not-here' });
    return;
  }
  if (place === 'identity') void stores.visit.getState().checkNetwork(scanId);
  else void arriveAndProve(stores, scanId);
}

async function arriveAndProve({ queue, visit }: Stores, scanId: string): Promise<void> {
  if (!(await queue.getState().arrive())) return;
  await visit.getState().read();
  await visit.getState().checkNetwork(scanId);
}

/** A business licence names the party whose tab is open, unless a chip has named it. */
function takeCreditCode({ screen, visit }: Stores, code: Code<'credit-code'>, place: Place): void {
  const { tell, want } = screen.getState();
  if (place === 'one-number') {
    want({ kind: 'person', which: { by: 'number', text: code.creditCode }, purpose: null });
  } else if (place !== 'identity') tell({ kind: 'credit-not-here' });
  else if (!visit.getState().typeCreditCode(code.creditCode)) tell({ kind: 'credit-from-chip' });
}

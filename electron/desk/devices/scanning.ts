import type { EventValue } from '#contract/events.ts';
import { CaseId } from '#contract/shapes/case.ts';
import type { RoutedCode } from '#contract/shapes/scan.ts';
import { TicketId } from '#contract/shapes/ticket.ts';
import { shownLiterally } from '#rules/scan/shown-literally.ts';

/** What the desk knows about codes. Both look-ups may fail (the hall is away): then the code stays unbound. */
export interface CodeLookup {
  /** What a text is; `routeCode` with today's day. */
  readonly route: (text: string) => RoutedCode;
  /** Keeps the code of a network certificate in the desk's memory and names it; it goes nowhere else. */
  readonly keepNetworkCode: (text: string) => string;
  readonly caseIdOfReceipt: (receiptNumber: string) => string | null;
  readonly ticketIdOfNumber: (number: string) => Promise<string | null>;
  /** The catalogue in force has this item. */
  readonly isItem: (itemCode: string) => boolean;
  readonly announce: (name: 'code.scanned', value: EventValue<'code.scanned'>) => void;
  /** A look-up failed; the code was announced without it. */
  readonly onFault: (thrown: unknown) => void;
}

/**
 * Takes every text the scanner gives and announces what it is: a receipt with its case, a ticket of today, an
 * item of the catalogue, a credit code, a licence, a badge, a network certificate, or unknown. Nothing is ever opened.
 *
 * Codes are announced in the order they were scanned.
 *
 * @source SCREENS.md 5.2
 */
export function codeAtWindow(lookup: CodeLookup): (text: string) => void {
  let turn = Promise.resolve();
  return (text) => {
    const before = turn;
    turn = (async () => {
      await before;
      try {
        lookup.announce('code.scanned', await bound(text, lookup));
      } catch (thrown) {
        lookup.onFault(thrown);
      }
    })();
  };
}

async function bound(text: string, lookup: CodeLookup): Promise<RoutedCode> {
  const code = lookup.route(text);
  if (code.kind === 'receipt') {
    const found = CaseId.safeParse(lookup.caseIdOfReceipt(code.receiptNumber));
    return { ...code, caseId: found.success ? found.data : null };
  }
  if (code.kind === 'ticket') {
    const found = TicketId.safeParse(await ticketOrNull(code.number, lookup));
    return { ...code, ticketId: found.success ? found.data : null };
  }
  if (code.kind === 'network-identity') return { ...code, scanId: lookup.keepNetworkCode(text.trim()) };
  if (code.kind === 'item' && !lookup.isItem(code.itemCode)) {
    return { kind: 'unknown', shown: shownLiterally(text) };
  }
  return code;
}

async function ticketOrNull(number: string, lookup: CodeLookup): Promise<string | null> {
  try {
    return await lookup.ticketIdOfNumber(number);
  } catch (thrown) {
    lookup.onFault(thrown);
    return null;
  }
}

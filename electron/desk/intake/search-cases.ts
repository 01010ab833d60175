import type { CaseLine } from '#contract/shapes/case.ts';
import { PartyKind } from '#contract/shapes/party.ts';
import { searchKeysOf } from '#rules/identity/citizen-number.ts';
import { maskedPartyName } from '#rules/identity/mask.ts';
import { readReceiptNumber } from '#rules/numbers/receipt-number.ts';
import { findCases } from '../store/case-search.ts';
import { identityWaits } from '../store/identity-rechecks.ts';
import { caseOfOfficialNumber, officialNumberOf } from '../store/official-numbers.ts';
import { syncStateOf } from '../store/outbox.ts';
import type { Looking } from './case-whole.ts';

/**
 * Cases by any number a citizen may hold, by a person, by an item or by a ticket. A certificate number is only
 * compared as a keyed hash; the 15-digit form of it is understood.
 */
export function searchCases({ db, parts }: Looking, text: string, limit: number): CaseLine[] {
  const words = text.normalize('NFKC').trim();
  const reading = readReceiptNumber(words);
  const [, window = '', digits] = /^([0-9]{2,3}-(?=[0-9]{6}$))?([0-9]{4,6})$/.exec(words) ?? [];
  const short = digits === undefined ? null : `${window === '' ? '' : `-${window}`}${digits}`;
  const found = findCases(db, {
    words,
    typed: text.trim(),
    personKeys: words === '' ? [] : searchKeysOf(words).map(parts.personKey),
    receipt: reading.ok ? reading.receiptNumber : short,
    caseId: words === '' ? null : caseOfOfficialNumber(db, words),
    limit,
  });
  const waits = identityWaits(
    db,
    found.map(({ id }) => id),
  );
  return found.map(({ applicantName, applicantKind, ...line }) => ({
    ...line,
    officialNumber: officialNumberOf(db, line.id),
    applicantName: maskedPartyName(PartyKind.catch('person').parse(applicantKind), applicantName ?? ''),
    sync: syncStateOf(db, line.id),
    identityWait: waits.get(line.id) ?? null,
  }));
}

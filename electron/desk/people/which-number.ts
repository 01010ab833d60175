import type { WhichPerson } from '#contract/shapes/person-page.ts';
import { normalisedNumber } from '#rules/identity/citizen-number.ts';
import type { OutsideBench } from '../answering.ts';
import { caseById } from '../store/cases.ts';
import { partiesOf } from '../store/parties.ts';
import { visitById } from '../store/visits.ts';

type Number =
  | { readonly ok: true; readonly number: string }
  | {
      readonly ok: false;
      readonly refusal: 'no-such-visit' | 'no-such-case' | 'reading-gone' | 'empty' | 'no-certificate-number';
    };

/** The certificate number that is meant, as it is compared. It leaves this process only masked. */
export function numberMeant(
  which: Exclude<WhichPerson, { by: 'network' }>,
  { db, parts }: OutsideBench,
): Number {
  switch (which.by) {
    case 'party':
      if (!visitById(db, which.visitId)) return { ok: false, refusal: 'no-such-visit' };
      return filled(partiesOf(db, which.visitId)[which.role]?.details.certificateNumber);
    case 'case': {
      const record = caseById(db, which.caseId);
      if (!record) return { ok: false, refusal: 'no-such-case' };
      const people = record.parties ?? partiesOf(db, record.visitId);
      return filled(people[which.role]?.details.certificateNumber);
    }
    case 'card': {
      const held = parts.cards.reading(which.readingId);
      return held ? filled(held.reading.card.number) : { ok: false, refusal: 'reading-gone' };
    }
    case 'number':
      break;
  }
  const number = normalisedNumber(which.text);
  return CERTIFICATE_NUMBER.test(number)
    ? { ok: true, number }
    : { ok: false, refusal: 'no-certificate-number' };
}

/** Long enough to be somebody's, and without the signs of a receipt number or a name. */
const CERTIFICATE_NUMBER = /^(?=.*[0-9])[A-Z0-9()]{7,40}$/;

function filled(number: string | undefined): Number {
  const compared = normalisedNumber(number ?? '');
  return compared === '' ? { ok: false, refusal: 'empty' } : { ok: true, number: compared };
}

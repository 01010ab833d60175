import type { Meaning } from '#contract/shapes/form.ts';
import { normalisedNumber } from '#rules/identity/citizen-number.ts';
import type { Looking } from '../intake/case-whole.ts';
import type { FormWord } from '../store/form-values.ts';
import { earlierWords } from '../store/kept-forms.ts';
import { mayOpenEarlier } from '../identity/may-open-earlier.ts';
import { partiesOf } from '../store/parties.ts';
import type { WholeForm } from './gather-form.ts';

/**
 * What the applicant gave in earlier cases for fields that are still empty. Only somebody whose card was read twice,
 * or whose network certificate is strong enough, hears of it: a number that was typed proves nobody.
 */
export function earlierOf(
  { db, parts }: Looking,
  { visitId, facts, frozen }: WholeForm,
): ReadonlyMap<Meaning, FormWord> {
  const { applicant } = partiesOf(db, visitId);
  const number = normalisedNumber(applicant?.details.certificateNumber ?? '');
  if (frozen || number === '' || !applicant || !mayOpenEarlier(applicant)) return new Map();
  const earlier = earlierWords(db, parts.personKey(number), visitId);
  return new Map([...earlier].filter(([meaning]) => isEmpty(facts, meaning)));
}

function isEmpty(facts: WholeForm['facts'], meaning: Meaning): boolean {
  const fact = facts.get(meaning);
  return fact !== undefined && fact.words.length === 0 && fact.readOnly === null;
}

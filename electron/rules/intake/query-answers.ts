import type { Day } from '#contract/shapes/day.ts';
import type { QueryAnswer } from '#contract/shapes/material.ts';
import { normalisedNumber } from '../identity/citizen-number.ts';

/** What a rule has to know of an electronic licence. */
interface LicenceStanding {
  readonly holderNumber: string;
  /** Null: for ever. */
  readonly validTo: Day | null;
  /** 01 in force, 03 revoked, 04 cancelled, 05 expired, 06 moved out, 07 withdrawn. */
  readonly status: string;
}

type Judged = Exclude<QueryAnswer, 'away'>;

const IN_FORCE = '01';

/** The states of a licence that we have words for. @source domain.md 4.4, status codes [S24] */
export const LICENCE_STATUSES: ReadonlySet<string> = new Set([IN_FORCE, '03', '04', '05', '06', '07']);

/**
 * Whether a licence proves what the paper would have proved: it is the holder's own and in force today. The number
 * decides whose it is, a name alone does not; a status that we do not know proves nothing.
 *
 * @source domain.md 4.4; status codes [S24]
 */
export function judgeLicence(licence: LicenceStanding, holderNumber: string, today: Day): Judged {
  if (!isSame(licence.holderNumber, holderNumber)) return 'other-holder';
  if (licence.status !== IN_FORCE) return 'not-valid';
  return licence.validTo !== null && licence.validTo < today ? 'not-valid' : 'found';
}

/**
 * The licence that says most for the holder, with what it says: one that holds before the holder's own that does not,
 * and that before another's. Null where there is none at all.
 */
export function bestLicence<L extends LicenceStanding>(
  licences: readonly L[],
  holderNumber: string,
  today: Day,
): { readonly licence: L; readonly says: Judged } | null {
  const judged = licences.map((licence) => ({ licence, says: judgeLicence(licence, holderNumber, today) }));
  const [best] = judged.toSorted(
    (one, other) => BEST_FIRST.indexOf(one.says) - BEST_FIRST.indexOf(other.says),
  );
  return best ?? null;
}

const BEST_FIRST: readonly Judged[] = ['found', 'not-valid', 'other-holder', 'not-found'];

/** Whether shared data stand for the paper: the source has some, and they are about whoever was asked about. */
export function judgeSharedData(
  { found, holderNumber }: { readonly found: boolean; readonly holderNumber: string | null },
  asked: string,
): Judged {
  if (!found) return 'not-found';
  return holderNumber === null || isSame(holderNumber, asked) ? 'found' : 'other-holder';
}

function isSame(one: string, other: string): boolean {
  return normalisedNumber(one) === normalisedNumber(other);
}

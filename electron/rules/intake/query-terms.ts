import type { CaseMaterial } from '#contract/shapes/case.ts';
import { Meaning } from '#contract/shapes/form.ts';
import type { ItemMaterial } from '#contract/shapes/item.ts';
import type { QueryKind } from '#contract/shapes/material.ts';

/** The longest a clerk and a citizen wait for a source; the hall may be told less by the source itself. */
export const LONGEST_WAIT_MS = 8_000;

/**
 * Why a source is asked, in the words it keeps: the item and the paper, never more. Chinese, because it is written
 * into the source's own record.
 *
 * @source domain.md 4.5: purpose, case number, minimum fields
 */
export function purposeOf(itemNameZh: string, paperNameZh: string): string {
  return `办理“${itemNameZh}”，核验“${paperNameZh}”`;
}

/** Whose licence or data may stand for a paper: a paper that only an agent brings is the agent's. */
export function holderAsked({ when }: Pick<ItemMaterial, 'when'>): 'applicant' | 'handler' {
  return when?.agent === true ? 'handler' : 'applicant';
}

/**
 * What a fact of a source is called in a form. `holder.x` is a fact of whoever was asked about; of an agent no form
 * asks. Null: no form could ask for it.
 */
export function meaningOfFact(code: string, holder: 'applicant' | 'handler'): Meaning | null {
  const own = code.startsWith('holder.');
  if (own && holder === 'handler') return null;
  const meaning = Meaning.safeParse(own ? `applicant.${code.slice('holder.'.length)}` : code);
  return meaning.success ? meaning.data : null;
}

type Paper = Pick<CaseMaterial, 'id' | 'asked' | 'route' | 'lookup'>;

/**
 * The paper that a licence code is shown for: the one in hand where a licence may stand for it, else the first that is
 * still to come. A code names no paper itself.
 *
 * @source SCREENS.md 5.2
 */
export function paperForLicence<P extends Paper>(papers: readonly P[], inHand: string | null): P | null {
  const open = papers.filter(
    ({ asked, route, lookup }) =>
      asked && lookup.licence !== null && lookup.connected && route !== 'card' && route !== 'reuse',
  );
  return open.find(({ id }) => id === inHand) ?? open.find(({ route }) => route === null) ?? null;
}

/** What would be asked for a paper: the name of the licence, or the code of the query. Null: nothing can be. */
export function askedFor(
  kind: QueryKind,
  { licence, query }: { readonly licence: string | null; readonly query: string | null },
): string | null {
  return kind === 'licence' ? licence : query;
}

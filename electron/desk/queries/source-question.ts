import type { CaseMaterial } from '#contract/shapes/case.ts';
import type { QueryBasis, QueryKind } from '#contract/shapes/material.ts';
import { readLicenceIdentifier } from '#rules/identity/licence-identifier.ts';
import { askedFor, holderAsked, LONGEST_WAIT_MS, purposeOf } from '#rules/intake/query-terms.ts';
import type { Asker } from '../answering.ts';
import type { ObjectedParty } from '../identity/objected-party.ts';
import type { Looking, WholeCase } from '../intake/case-whole.ts';
import { newId } from '../new-id.ts';
import type { SourceQuestion } from '../platform/province.ts';
import { sharedQuery } from '../store/shared-queries.ts';

/** What a clerk wants to ask instead of a paper. */
export interface Wish {
  readonly materialId: string;
  readonly kind: QueryKind;
  readonly basis: QueryBasis;
  readonly identifier: string | null;
  /** Whose question it was, where the desk asks it again with nobody at the window. */
  readonly askedBy?: string;
}

/** A question that is ready to be asked, with what its answer is judged by. */
export interface ReadyQuestion {
  readonly kind: QueryKind;
  readonly what: string;
  readonly identifier: string | null;
  readonly question: SourceQuestion;
  readonly holder: 'applicant' | 'handler';
  readonly consentId: string | null;
  readonly holderKind: ObjectedParty['details']['kind'];
  /** Codes of the fields to be asked for, of shared data. */
  readonly fields: readonly string[];
  readonly waitMs: number;
}

export type NoQuestion =
  | 'no-such-material'
  | 'nothing-to-ask'
  | 'no-such-licence-code'
  | 'consent-declined'
  | 'identity-missing';

/**
 * Makes the question to a source: for this case, with its purpose, about the one holder of the paper, and with no
 * more fields than the list of queries names (最小必要).
 *
 * @source domain.md 4.4, 4.5; 13.3 invariant 16
 */
export function sourceQuestion(
  bench: Looking & { readonly asker: Asker },
  { record, materials, applicant, handler }: WholeCase,
  wish: Wish,
): ReadyQuestion | NoQuestion {
  const paper = materials.find(({ id }) => id === wish.materialId);
  if (!paper?.asked) return 'no-such-material';
  const what = askedFor(wish.kind, paper.lookup);
  if (what === null) return 'nothing-to-ask';
  if (wish.identifier !== null && !readLicenceIdentifier(wish.identifier)) return 'no-such-licence-code';
  // A paper that an answer added is not in the item's own list; it is the applicant's.
  const role = holderAsked(record.item.materials.find(({ id }) => id === paper.id) ?? { when: null });
  if (wish.basis === 'consent' && isDeclined(paper, wish.kind)) return 'consent-declined';
  const holder = { applicant, handler }[role];
  if (!holder || holder.details.name === '' || holder.details.certificateNumber === '')
    return 'identity-missing';
  const listed = wish.kind === 'shared-data' ? sharedQuery(bench.db, what) : null;
  const { kind: holderKind, name, certificateKind, certificateNumber } = holder.details;
  return {
    kind: wish.kind,
    what,
    identifier: wish.identifier,
    holder: role,
    consentId: wish.basis === 'consent' ? consentGiven(paper, wish.kind) : null,
    holderKind,
    fields: listed?.fields.map(({ code }) => code) ?? [],
    waitMs: Math.min(listed?.waitMs ?? LONGEST_WAIT_MS, LONGEST_WAIT_MS),
    question: {
      id: newId(),
      caseId: record.id,
      receiptNumber: record.receiptNumber,
      itemCode: record.item.code,
      materialId: paper.id,
      purpose: purposeOf(record.item.nameZh, paper.nameZh),
      basis: wish.basis,
      holder: { name, certificateKind, certificateNumber },
      clerk: bench.asker.staff?.number ?? wish.askedBy ?? 'nobody',
      askedAtMs: bench.nowMs,
    },
  };
}

/** What was said on the screen last is what counts: a clerk cannot say otherwise for the citizen. */
function isDeclined({ consent }: CaseMaterial, kind: QueryKind): boolean {
  return consent?.kind === kind && consent.answer === 'declined';
}

function consentGiven({ consent }: CaseMaterial, kind: QueryKind): string | null {
  return consent?.kind === kind && consent.answer === 'agreed' ? consent.id : null;
}

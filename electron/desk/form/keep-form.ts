import { plainMeaning } from '#rules/bundles/opening.ts';
import type { WriteBench } from '../answering.ts';
import { tellSources } from '../queries/wrong-data.ts';
import type { WholeCase } from '../intake/case-whole.ts';
import type { CaseEvent } from '../platform/case-event.ts';
import { keepForm } from '../store/kept-forms.ts';
import { owe } from '../store/outbox.ts';
import { markOwed, openDifferences } from '../store/value-differences.ts';
import { factsToKeep } from './gather-form.ts';

/**
 * Keeps the form of a case as it is at this outcome, and owes to each source what was found otherwise. Called inside
 * the transaction of the outcome.
 *
 * @param last the step the outcome owed last: a report of differences is the step after it
 */
export function keepFormOfOutcome(
  bench: WriteBench,
  { record: { id }, form, sourceSaidWrong }: Pick<WholeCase, 'record' | 'form' | 'sourceSaidWrong'>,
  last: CaseEvent | undefined,
): void {
  const { db, nowMs } = bench;
  const { visitId, facts } = form;
  const kept = factsToKeep(form);
  if (kept.length > 0) keepForm(db, id, kept, nowMs);
  // A pick that no longer holds tells nobody anything.
  const picked = new Set([...facts].flatMap(([meaning, fact]) => (fact.picked ? [meaning] : [])));
  const told =
    picked.size === 0 ? [] : openDifferences(db, visitId).filter(({ meaning }) => picked.has(meaning));
  if (!last) return;
  for (const { id: differenceId } of told) markOwed(db, differenceId, id);
  const wrong = sourceSaidWrong ? tellSources(bench, id) : [];
  if (told.length + wrong.length === 0) return;
  owe(
    db,
    {
      ...last,
      kind: 'case.value-difference',
      documentNumber: null,
      correction: [],
      refusal: null,
      progress: null,
      differences: [
        ...told.map(({ meaning, labelZh, source, origin, said, saidAsOf, found, foundFrom, reason }) => ({
          // Its department knows one child: the one of this case.
          meaning: plainMeaning(meaning),
          labelZh,
          source,
          origin,
          said,
          saidAsOf,
          found,
          foundFrom,
          reason,
        })),
        ...wrong,
      ],
    },
    nowMs,
  );
}

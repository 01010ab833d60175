import { plainMeaning } from '#rules/bundles/opening.ts';
import type { WriteBench } from '../answering.ts';
import { tellSources } from '../queries/wrong-data.ts';
import type { CaseEvent } from '../platform/case-event.ts';
import type { CaseRecord } from '../store/cases.ts';
import { keepForm } from '../store/kept-forms.ts';
import { owe } from '../store/outbox.ts';
import { markOwed, openDifferences } from '../store/value-differences.ts';
import { factsToKeep, type WholeForm } from './gather-form.ts';

/**
 * Keeps the form of a case as it is at this outcome, and owes to each source what was found otherwise. Called inside
 * the transaction of the outcome.
 *
 * @param last the step the outcome owed last: a report of differences is the step after it
 */
export function keepFormOfOutcome(
  bench: WriteBench,
  { id }: Pick<CaseRecord, 'id'>,
  form: WholeForm,
  last: CaseEvent | undefined,
): void {
  const { db, nowMs } = bench;
  const { visitId, facts } = form;
  const kept = factsToKeep(form);
  if (kept.length > 0) keepForm(db, id, kept, nowMs);
  // A pick that no longer holds tells nobody anything.
  const told = openDifferences(db, visitId).filter(({ meaning }) => facts.get(meaning)?.picked);
  if (!last) return;
  for (const { id: differenceId } of told) markOwed(db, differenceId, id);
  const wrong = tellSources(bench, id);
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

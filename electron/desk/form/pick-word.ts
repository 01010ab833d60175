import type { Meaning } from '#contract/shapes/form.ts';
import type { FormSource } from '#contract/shapes/form-value.ts';
import { showsPart } from '#rules/form/part-shown.ts';
import { agree, seenNow, toldOtherwise } from '#rules/form/value-choice.ts';
import type { WriteBench } from '../answering.ts';
import { keepPick } from '../store/form-values.ts';
import { noteDifferences } from '../store/value-differences.ts';
import type { WholeForm } from './gather-form.ts';

/**
 * A clerk says which source counts, and why. Every source that keeps the fact for others and was found otherwise is
 * told once the case has a number.
 *
 * @source domain.md 12.3 F44 (多源校核)
 */
export function pickWord(
  { db, nowMs, asker }: WriteBench,
  { visitId, facts, fields }: WholeForm,
  picked: { readonly meaning: Meaning; readonly source: FormSource; readonly reason: string },
): 'no-such-field' | 'no-difference' | 'only-a-part' | null {
  const { meaning, source, reason } = picked;
  const fact = facts.get(meaning);
  const field = fields.find((one) => one.meaning === meaning);
  if (!fact || !field) return 'no-such-field';
  const chosen = fact.words.find((word) => word.source === source);
  if (!chosen || fact.words.every((word) => agree(field.kind, word, chosen))) return 'no-difference';
  if (showsPart(chosen)) return 'only-a-part';
  const by = asker.staff?.number ?? 'nobody';
  keepPick(db, visitId, { meaning, source, seen: seenNow(fact.words), reason, atMs: nowMs, by });
  noteDifferences(
    db,
    visitId,
    meaning,
    toldOtherwise(fact.words, chosen, field.kind).map((told) => ({
      labelZh: field.labelZh,
      source: told.source,
      origin: told.origin,
      said: told.value,
      saidAsOf: told.asOf,
      found: chosen.value,
      foundFrom: chosen.source,
      reason,
      atMs: nowMs,
      by,
    })),
  );
  return null;
}

import type { Writer } from '#native/sqlite/database.ts';
import { fieldTrouble, type FieldTerms } from '#rules/form/field-trouble.ts';
import { normalisedText } from '#rules/form/field-text.ts';
import { hidesAll, showsPart } from '#rules/form/part-shown.ts';
import { meaningOfFact } from '#rules/intake/query-terms.ts';
import type { WholeForm } from '../form/gather-form.ts';
import { renewWord } from '../form/renew-word.ts';
import type { AnsweredQuery } from './ask-source.ts';

export interface SourceTerms extends FieldTerms {
  /** Whose facts `holder.x` are. */
  readonly holder: 'applicant' | 'handler';
}

/**
 * Keeps what a source said of facts the form asks for, as the word of that source with its day, beside what the card,
 * the clerk or an earlier case said, and beside its own older word where it says something else now. A value that cannot be one of the field is left out: it would only be in the way.
 *
 * @source domain.md 12.3 F44 (一数一源、多源校核)
 */
export function keepSourceWords(
  db: Writer,
  { visitId, fields }: WholeForm,
  { query, values }: AnsweredQuery,
  terms: SourceTerms,
): void {
  for (const { code, value } of values) {
    const meaning = meaningOfFact(code, terms.holder);
    const field = fields.find((one) => one.meaning === meaning);
    if (!field) continue;
    const text = normalisedText(field.kind, value);
    if (text === '' || isOfNoUse(field, text, query.kind, terms)) continue;
    renewWord(db, visitId, field.kind, {
      meaning: field.meaning,
      source: query.kind,
      value: text,
      asOf: query.asOf ?? terms.today,
      origin: query.answeredBy,
      atMs: query.askedAtMs,
      by: query.askedBy,
    });
  }
}

/** A part that a source shows is compared with as it is; whatever it says whole must be a value of the field. */
function isOfNoUse(
  field: WholeForm['fields'][number],
  value: string,
  source: AnsweredQuery['query']['kind'],
  terms: SourceTerms,
): boolean {
  if (showsPart({ source, value })) return hidesAll(value) || LISTED.has(field.kind);
  return fieldTrouble(field, value, terms)?.blocks ?? false;
}

/** An answer out of a list has no part. */
const LISTED: ReadonlySet<WholeForm['fields'][number]['kind']> = new Set(['choice', 'yes-no']);

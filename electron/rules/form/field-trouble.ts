import { Day } from '#contract/shapes/day.ts';
import type { AskedField } from '#contract/shapes/form-view.ts';
import type { FieldTrouble } from '#contract/shapes/form-value.ts';
import { readCitizenNumber } from '../identity/citizen-number.ts';
import { readCreditCode } from '../identity/credit-code.ts';
import { readForeignerNumber } from '../identity/foreigner-number.ts';
import { LONGEST_LONG_TEXT, LONGEST_TEXT } from './field-text.ts';

/** What a value is measured by beside its own field. */
export interface FieldTerms {
  readonly today: Day;
  /** The site code of this hall: its own region is always known. */
  readonly site: string;
}

type Measured = Pick<AskedField, 'kind' | 'meaning' | 'options' | 'maxLength' | 'min' | 'max'>;

/**
 * What a rule objects to in a value as it is kept, or null. An empty value is no objection: whether it may stay empty
 * is another question.
 *
 * @source devices.md 2.1, 2.2; GB 11643, GB 32100; the catalogue's own bounds
 */
export function fieldTrouble(field: Measured, value: string, terms: FieldTerms): FieldTrouble | null {
  if (value === '') return null;
  const problem = PROBLEM_OF[field.kind](field, value, terms);
  if (problem === null) return null;
  return { problem, blocks: !WARNINGS.has(problem) };
}

/** Formats of these have changed over the years: an unusual one is said and goes through. */
const WARNINGS: ReadonlySet<string> = new Set(['unusual-phone', 'wrong-organisation-check']);

type Problem = (field: Measured, value: string, terms: FieldTerms) => string | null;

const PROBLEM_OF: Readonly<Record<AskedField['kind'], Problem>> = {
  text: (field, value) => textProblem(value, field.maxLength ?? LONGEST_TEXT),
  address: (field, value) => textProblem(value, field.maxLength ?? LONGEST_TEXT),
  'long-text': (field, value) => textProblem(value, field.maxLength ?? LONGEST_LONG_TEXT),
  number: (field, value) => numberProblem(field, value, /^-?\d{1,12}(\.\d{1,4})?$/, 'not-a-number'),
  money: (field, value) => numberProblem(field, value, /^-?\d{1,12}(\.\d{1,2})?$/, 'not-money'),
  date: ({ meaning }, value, { today }) => {
    const day = Day.safeParse(value);
    if (!day.success || value < '1900-01-01' || value >= '2100-01-01') return 'not-a-date';
    return meaning.endsWith('birth-date') && value > today ? 'birth-in-future' : null;
  },
  choice: ({ options }, value) => (options.some(({ id }) => id === value) ? null : 'not-an-option'),
  'yes-no': (_field, value) => (value === 'yes' || value === 'no' ? null : 'not-an-option'),
  phone: (_field, value) =>
    /^(?:\+?86)?1[3-9][0-9]{9}$/.test(value) || /^\(?0[0-9]{2,3}\)?[0-9]{7,8}$/.test(value)
      ? null
      : 'unusual-phone',
  'id-number': (_field, value, terms) => idNumberProblem(value, terms),
  'credit-code': (_field, value) => {
    const reading = readCreditCode(value);
    if (!reading.ok) return reading.problem;
    return reading.organisationCheckHolds ? null : 'wrong-organisation-check';
  },
  region: (_field, value) => (/^[1-9][0-9]{5}(?:[0-9]{3}){0,2}$/.test(value) ? null : 'not-a-region'),
};

function textProblem(value: string, longest: number): string | null {
  if (/[\p{Co}\p{Cs}\uFFFD]/u.test(value)) return 'unreadable-characters';
  if (/[^\P{Cc}\n]/u.test(value)) return 'unreadable-characters';
  return Array.from(value).length > longest ? 'too-long' : null;
}

function numberProblem({ min, max }: Measured, value: string, shape: RegExp, word: string): string | null {
  if (!shape.test(value)) return word;
  const number = Number(value);
  if (min !== null && number < min) return 'too-small';
  return max !== null && number > max ? 'too-large' : null;
}

/** A number of eighteen signs, whichever card bears it, or the older fifteen of a foreigner's residence card. */
function idNumberProblem(value: string, { today, site }: FieldTerms): string | null {
  const reading = /^[A-Z]{3}/.test(value)
    ? readForeignerNumber(value, today)
    : readCitizenNumber(value, today, site);
  return reading.ok ? null : reading.problem;
}

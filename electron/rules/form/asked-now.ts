import type { Meaning } from '#contract/shapes/form.ts';
import type { AskedField, Asking } from '#contract/shapes/form-view.ts';

/** The value that counts for a meaning, normalised; an empty text where there is none. */
export type ValueOf = (meaning: Meaning) => string;

/** `required`: at least one form that asks for it now cannot do without it. */
export interface AskedNow {
  readonly visible: boolean;
  readonly required: boolean;
}

/**
 * Whether a field is asked for, given what the others hold. One that hangs on a field that is not asked for itself is
 * not asked for either.
 *
 * @param fieldOf the fields of the same form by meaning
 */
export function askedNow(
  field: AskedField,
  valueOf: ValueOf,
  fieldOf: (meaning: Meaning) => AskedField | undefined,
): AskedNow {
  const asking = field.asks.filter((one) => holds(one, valueOf, fieldOf, new Set([field.meaning])));
  return { visible: asking.length > 0, required: asking.some(({ required }) => required) };
}

function holds(
  { when }: Asking,
  valueOf: ValueOf,
  fieldOf: (meaning: Meaning) => AskedField | undefined,
  above: ReadonlySet<Meaning>,
): boolean {
  if (when === null) return true;
  if (valueOf(when.meaning) !== when.equals || above.has(when.meaning)) return false;
  const upper = fieldOf(when.meaning);
  return (
    upper === undefined ||
    upper.asks.some((one) => holds(one, valueOf, fieldOf, new Set([...above, when.meaning])))
  );
}

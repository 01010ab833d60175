import type { FormFieldKind } from '#contract/shapes/form.ts';
import type { FormSource } from '#contract/shapes/form-value.ts';

/** Sources that may answer with a part of a value; a chip and a hand always say it whole. */
const MAY_HIDE: ReadonlySet<FormSource> = new Set([
  'shared-data',
  'licence',
  'shared-data-before',
  'licence-before',
]);

/** Signs that stand for what a source hides, of any width. */
const HIDDEN = /[*＊●○×]/u;
const HIDDEN_RUN = /[*＊●○×]+/u;

/** Kinds written in so many signs. A hidden number of that length hides one sign under each star. */
const LENGTHS: Partial<Readonly<Record<FormFieldKind, readonly number[]>>> = {
  'id-number': [15, 18],
  'credit-code': [18],
  phone: [11],
};

/** The source shows a part only, as `李*` or `9901**********1234`: it can be compared with and never filled in. */
export function showsPart({
  source,
  value,
}: {
  readonly source: FormSource;
  readonly value: string;
}): boolean {
  return MAY_HIDE.has(source) && HIDDEN.test(value);
}

/** Nothing is left to compare with. */
export function hidesAll(value: string): boolean {
  return value.split(HIDDEN_RUN).every((shown) => shown.trim() === '');
}

/**
 * Whether a whole value may be the one of which a source shows a part: what is shown stands at the same place. Stars
 * count as signs only where the kind says how long the whole is; elsewhere they hide one sign or more, so that a
 * source that masks in its own way never makes a false difference.
 *
 * @param part as the source gave it
 * @source domain.md 12.3 F44 (多源校核)
 */
export function agreesAsShown(kind: FormFieldKind, part: string, whole: string): boolean {
  const [shown, held] = [comparable(kind, part), comparable(kind, whole)];
  const signs = Array.from(shown);
  const wholeSigns = Array.from(held);
  if (LENGTHS[kind]?.includes(signs.length)) {
    return (
      signs.length === wholeSigns.length &&
      signs.every((sign, at) => HIDDEN.test(sign) || sign === wholeSigns[at])
    );
  }
  return standsInOrder(shown.split(HIDDEN_RUN), held);
}

/** The first piece begins the whole, the last one ends it, and the others come in order with signs between them. */
function standsInOrder(pieces: readonly string[], whole: string): boolean {
  const [begin = '', ...others] = pieces;
  const end = others.pop() ?? '';
  if (!whole.startsWith(begin)) return false;
  let from = begin.length;
  for (const piece of others) {
    const at = whole.indexOf(piece, from + 1);
    if (at === -1) return false;
    from = at + piece.length;
  }
  return whole.length - end.length > from && whole.endsWith(end);
}

/** A day is compared by its digits: sources write 1990****, 1990-**-** and 199005** for the same day. */
function comparable(kind: FormFieldKind, text: string): string {
  const plain = text.normalize('NFKC').replaceAll(/\s+/gu, '').toUpperCase();
  return kind === 'date' ? plain.replaceAll(/[年月./-]|日$/gu, '') : plain;
}

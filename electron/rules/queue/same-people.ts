/** Somebody in a visit: the role, and the keyed hash of the certificate number where one is known. */
export interface InVisit<R extends string> {
  readonly role: R;
  readonly personKey: string | null;
}

/**
 * Whether what an earlier visit left may go on with the people who are here now: everybody read today was part of it,
 * and somebody was read where anybody is known. Answers who is who.
 */
export function samePeople<R extends string>(
  left: readonly InVisit<R>[],
  here: readonly InVisit<R>[],
):
  | { readonly ok: true; readonly pairs: readonly { readonly from: R; readonly to: R }[] }
  | { readonly ok: false; readonly why: 'identity-first' | 'other-person' } {
  const known = left.filter(({ personKey }) => personKey !== null);
  const read = here.filter(({ personKey }) => personKey !== null);
  if (known.length > 0 && read.length === 0) return { ok: false, why: 'identity-first' };
  const pairs = read.flatMap(({ role, personKey }) => {
    const same = known.find((one) => one.personKey === personKey);
    return same ? [{ from: role, to: same.role }] : [];
  });
  return known.length > 0 && pairs.length < read.length
    ? { ok: false, why: 'other-person' }
    : { ok: true, pairs };
}

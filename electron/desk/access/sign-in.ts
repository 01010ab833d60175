import type { OutsideBench } from '../answering.ts';
import { closeAccount, countFailure, forgiveFailures, type Person, personByNumber } from '../store/people.ts';
import { isPassword } from './passwords.ts';

const FAILURES_ALLOWED = 5;
const CLOSED_FOR_MS = 30 * 60 * 1000;

export type SignInStanding =
  | { readonly ok: true; readonly person: Person }
  | { readonly ok: false; readonly refusal: 'wrong-number-or-password' | 'account-closed-for-now' };

/**
 * Proves that somebody knows the password of a number (工号).
 *
 * The fifth wrong password in a row closes the account for 30 minutes; a closed account refuses the right
 * password too. Guesses sent at the same time count one by one.
 *
 * @source GB/T 22239 8.1.4.1: log-in failures end in a closed account
 */
export async function provePassword(
  { db, nowMs, record }: Pick<OutsideBench, 'db' | 'nowMs' | 'record'>,
  number: string,
  password: string,
): Promise<SignInStanding> {
  const known = personByNumber(db, number);
  if (known && isClosed(known, nowMs)) return { ok: false, refusal: 'account-closed-for-now' };

  const isRight = await isPassword(password, known?.password ?? null);
  if (!known) return { ok: false, refusal: 'wrong-number-or-password' };

  return record((changing): SignInStanding => {
    const person = personByNumber(changing, number);
    if (!person || isClosed(person, nowMs)) return { ok: false, refusal: 'account-closed-for-now' };
    if (isRight) {
      forgiveFailures(changing, number);
      return { ok: true, person };
    }
    if (countFailure(changing, number) >= FAILURES_ALLOWED)
      closeAccount(changing, number, nowMs + CLOSED_FOR_MS);
    return { ok: false, refusal: 'wrong-number-or-password' };
  });
}

function isClosed(person: Person, nowMs: number): boolean {
  return person.closedUntilMs !== null && nowMs < person.closedUntilMs;
}

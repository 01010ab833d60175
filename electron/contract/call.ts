import type { z } from 'zod';
import type { Role } from './shapes/person.ts';

/**
 * How a call may act.
 *
 * `read` looks and changes nothing. `write` changes the case file in one transaction together with
 * its audit entry and its debt to the province. `outside` leaves the case file (hall board, devices,
 * platform, a slow password hash): the intent is journalled before and the result after. One that only looks there, or
 * changes what lies in memory alone, is `outside` without a journal.
 */
export type Kind = 'read' | 'write' | 'outside';

/**
 * Who may ask: a role, any signed-in person, or anyone standing at the machine (a kiosk, a display).
 *
 * `case-worker`: a clerk or a manager. A technician keeps the machine running and reads no case.
 * `keeper`: a technician or a manager, who keep the catalogue.
 *
 * @source GB/T 22239-2019 8.1.4, separated roles
 */
export type Audience = Role | 'case-worker' | 'keeper' | 'signed-in' | 'anyone';

/**
 * One thing the front desk may ask the desk process to do.
 *
 * `refusals` are the expected "no" answers a person can act on. Anything else that goes wrong
 * is a fault: the desk logs it and the caller sees only a fault number.
 */
export interface Call<K extends Kind, I extends z.ZodType, O extends z.ZodType, R extends string> {
  readonly kind: K;
  readonly role: Audience;
  readonly input: I;
  readonly output: O;
  readonly refusals: readonly R[];
}

/**
 * Refusals the desk may give to any call, before a handler is reached. `sent-on`: what would be changed lies with a
 * ticket that was transferred and is not yet called again. `catalogue-loading`, `catalogue-missing`: nothing was found
 * because no catalogue is in force yet; the first one is on its way in, or was refused.
 */
export const COMMON_REFUSALS = [
  'not-signed-in',
  'locked',
  'not-allowed',
  'disk-full',
  'sent-on',
  'catalogue-loading',
  'catalogue-missing',
] as const;
export type CommonRefusal = (typeof COMMON_REFUSALS)[number];

export type Reply<O, R extends string> =
  | { readonly ok: true; readonly value: O }
  | { readonly ok: false; readonly refusal: R };

export function call<K extends Kind, I extends z.ZodType, O extends z.ZodType, const R extends string>(
  entry: Call<K, I, O, R>,
): Call<K, I, O, R> {
  return entry;
}

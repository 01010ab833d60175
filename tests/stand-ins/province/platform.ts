import type { CatalogueOffer } from './catalogue-offer.ts';
import type { Description } from './description.ts';
import type { Json, JsonObject } from './json.ts';
import type { Ledger } from './ledger.ts';

export interface Request {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly header: (name: string) => string | null;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly json: Json | undefined;
  readonly headers?: Record<string, string>;
}

export interface Platform {
  readonly description: Description;
  readonly ledger: Ledger;
  /** Account → secret; null lets everybody in. */
  readonly accounts: Readonly<Record<string, string>> | null;
  readonly sessions: Set<string>;
  readonly catalogue: () => CatalogueOffer;
  /** Where its official numbers begin: one that forgets must not give the same ones again. */
  readonly firstCase: number;
  readonly nowMs: () => number;
  /** True: no check of order or of double steps, as a platform that only knows keys. */
  readonly isLenient: () => boolean;
}

export const problem = (status: number, code: string, message: string, more: JsonObject = {}): Answer => ({
  status,
  json: { code, message, ...more },
});

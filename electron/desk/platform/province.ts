import type { ProvinceAnswer } from '#rules/sync/answer.ts';
import type { CaseEvent } from './case-event.ts';

/** A step in the province's own words, as bytes that never change, and their hash. */
export interface WireBody {
  readonly text: string;
  /** sha-256 of the text's UTF-8 bytes, hex. */
  readonly hash: string;
}

/** A step as it is sent: always the same key with the same bytes. */
export interface Sending {
  readonly key: string;
  readonly caseId: string;
  readonly step: number;
  readonly receiptNumber: string;
  readonly body: WireBody;
}

/** Every "no" of a line, without those that concern one step. */
export type LineTrouble = Extract<
  ProvinceAnswer,
  { answer: 'not-delivered' | 'unknown' | 'retry-later' | 'refused-line' | 'untrusted' }
>;

export type LeaseAnswer =
  | { readonly answer: 'leased'; readonly name: string; readonly from: number; readonly to: number }
  | LineTrouble;

export interface CatalogueLine {
  readonly itemCode: string;
  readonly basicCode: string;
  readonly version: number;
  readonly nameZh: string;
  readonly inForce: boolean;
}

export type CatalogueAnswer =
  | { readonly answer: 'unchanged' }
  | {
      readonly answer: 'newer';
      readonly etag: string;
      readonly version: string;
      readonly items: readonly CatalogueLine[];
      /** A signed package that makes this window agree with the list; null: the platform sends none. */
      readonly package: string | null;
    }
  | LineTrouble;

/**
 * A provincial platform (省平台), whoever runs it. An adapter fills this; nothing else of the desk knows a
 * field name, a code or an address of a platform.
 *
 * No method throws for what a platform or a line can do: every outcome is an answer. What later versions
 * need (files, licences, shared data, evaluations) is not here until it is built.
 */
export interface Province {
  /** Turns an event into the platform's words. The same event, key and number give the same bytes. */
  readonly frame: (
    event: CaseEvent,
    naming: { readonly key: string; readonly step: number; readonly officialNumber: string | null },
  ) => WireBody;
  /** Asks whether the platform, and nobody in its place, listens; then signs in afresh. */
  readonly knock: () => Promise<{ readonly answer: 'open' } | LineTrouble>;
  readonly sendEvent: (sending: Sending) => Promise<ProvinceAnswer>;
  /** What the platform holds of a step: by key, and when the key is forgotten, by receipt number. */
  readonly findEvent: (sending: Sending) => Promise<ProvinceAnswer>;
  readonly leaseNumbers: (wish: {
    readonly key: string;
    readonly size: number;
    readonly highest: number;
  }) => Promise<LeaseAnswer>;
  readonly pullCatalogue: (etag: string | null) => Promise<CatalogueAnswer>;
  /** Ends every connection. */
  readonly close: () => Promise<void>;
}

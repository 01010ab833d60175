import type { Day } from '#contract/shapes/day.ts';
import type { QueryBasis, SupervisionFlag, ValueKind } from '#contract/shapes/material.ts';
import type { NetworkLevel, NetworkMode } from '#contract/shapes/network-identity.ts';
import type { CertificateKind } from '#contract/shapes/party.ts';
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
      /** States of items that we do not know; such items are not among `items` and prove nothing. */
      readonly unknownStates: readonly string[];
      /** A signed package that makes this window agree with the list; null: the platform sends none. */
      readonly package: PackageOffer | null;
    }
  | LineTrouble;

/** A package as the platform offers it: it is fetched piece by piece, from 1 to `pieces`. */
export interface PackageOffer {
  /** sha-256 of the file, hex. */
  readonly hash: string;
  readonly bytes: number;
  readonly pieces: number;
}

export type PieceAnswer = { readonly answer: 'piece'; readonly content: Uint8Array } | LineTrouble;

/** What came of a package here, as the platform is told; no fault: it is in force. */
export interface PackageWord {
  readonly hash: string;
  readonly version: string;
  readonly faults: readonly { readonly path: string; readonly say: string; readonly sayZh: string }[];
}

/** A question to a source: never without a case and a purpose (invariant 16), about one holder. */
export interface SourceQuestion {
  readonly id: string;
  readonly caseId: string;
  readonly receiptNumber: string | null;
  readonly itemCode: string;
  readonly materialId: string;
  readonly purpose: string;
  readonly basis: QueryBasis;
  readonly holder: {
    readonly name: string;
    readonly certificateKind: CertificateKind;
    readonly certificateNumber: string;
  };
  readonly clerk: string;
  readonly askedAtMs: number;
}

export interface LicenceQuestion extends SourceQuestion {
  readonly licenceName: string;
  /** GB/T 36904, where the holder showed a code. */
  readonly identifier: string | null;
}

export interface SharedQuestion extends SourceQuestion {
  readonly query: string;
  /** The least that is needed; empty while the list of queries is not known. */
  readonly fields: readonly string[];
}

/** One value of a source, whole. `code` names the fact; `holder.name` is one of whoever was asked about. */
export interface SourceValue {
  readonly code: string;
  readonly nameZh: string;
  readonly kind: ValueKind;
  readonly value: string;
}

export interface LicenceFound {
  readonly identifier: string;
  readonly nameZh: string;
  readonly number: string;
  readonly holderName: string;
  readonly holderNumber: string;
  readonly issuer: string;
  readonly issuedOn: Day | null;
  /** Null: for ever. */
  readonly validTo: Day | null;
  readonly status: string;
  readonly values: readonly SourceValue[];
}

/** Who answered, and at which level (1 nation … 4 county). */
interface Answered {
  readonly answer: 'answered';
  readonly by: string;
  readonly level: string;
  readonly flags: readonly SupervisionFlag[];
}

/** `not-connected`: no source that is connected answers this; the paper is needed. */
type NotConnected = { readonly answer: 'not-connected' };

export type LicenceAnswer =
  | (Answered & { readonly licences: readonly LicenceFound[] })
  | NotConnected
  | LineTrouble;

export type SharedAnswer =
  | (Answered & {
      readonly found: boolean;
      readonly asOf: Day | null;
      readonly holderNumber: string | null;
      readonly values: readonly SourceValue[];
    })
  | NotConnected
  | LineTrouble;

/** Somebody as a certificate names them. */
export interface NamedHolder {
  readonly name: string;
  readonly certificateKind: CertificateKind;
  readonly certificateNumber: string;
}

/** Whose network certificate (网证) was shown? The code is a secret: it goes out and is kept nowhere. */
export interface NetworkQuestion {
  readonly id: string;
  readonly code: string;
  readonly purpose: string;
  /** Whom the window takes this person for; null: nobody was named yet. */
  readonly holder: NamedHolder | null;
  readonly clerk: string;
  readonly askedAtMs: number;
}

export type NetworkAnswer =
  | {
      readonly answer: 'answered';
      readonly by: string;
      readonly result: 'same-person';
      readonly mode: NetworkMode;
      readonly level: NetworkLevel;
      /** Null: the mode answers yes or no only. */
      readonly holder: NamedHolder | null;
    }
  | {
      readonly answer: 'answered';
      readonly by: string;
      readonly result: 'other-person' | 'code-expired' | 'code-used' | 'code-unknown' | 'holder-needed';
    }
  | NotConnected
  | LineTrouble;

/** A question to an expert of the county; its id makes it one question however often it is put. */
export interface ExpertAsked {
  readonly id: string;
  readonly caseId: string;
  readonly itemCode: string;
  readonly itemName: string;
  readonly text: string;
  readonly askedAtMs: number;
  readonly askedBy: string;
}

/** kept: the platform has the question; `said` is null until somebody answered it. */
export type ExpertAnswer =
  | {
      readonly answer: 'kept';
      readonly said: { readonly text: string; readonly by: string; readonly atMs: number } | null;
    }
  | LineTrouble;

/** A query the hall may ask (数据共享目录). */
export interface ListedQuery {
  readonly code: string;
  readonly nameZh: string;
  readonly system: string;
  readonly organ: string;
  readonly connected: boolean;
  readonly waitMs: number;
  readonly fields: readonly { readonly code: string; readonly nameZh: string }[];
}

export type QueryListAnswer =
  | { readonly answer: 'listed'; readonly queries: readonly ListedQuery[] }
  | LineTrouble;

/**
 * A provincial platform (省平台), whoever runs it. An adapter fills this; nothing else of the desk knows a
 * field name, a code or an address of a platform.
 *
 * No method throws for what a platform or a line can do: every outcome is an answer. What later versions
 * need (files, evaluations) is not here until it is built.
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
  readonly pullPackagePiece: (hash: string, no: number) => Promise<PieceAnswer>;
  readonly tellPackageOutcome: (word: PackageWord) => Promise<{ readonly answer: 'told' } | LineTrouble>;
  /** The queries this hall may ask. */
  readonly listQueries: () => Promise<QueryListAnswer>;
  readonly queryLicence: (question: LicenceQuestion) => Promise<LicenceAnswer>;
  /** What was not asked for is dropped, whatever the source sends. */
  readonly querySharedData: (question: SharedQuestion) => Promise<SharedAnswer>;
  /** A code is good once: the question is not asked again by itself. */
  readonly checkNetworkIdentity: (question: NetworkQuestion) => Promise<NetworkAnswer>;
  readonly askExpert: (question: ExpertAsked) => Promise<ExpertAnswer>;
  /** Ends every connection. */
  readonly close: () => Promise<void>;
}

import type { MaterialRoute } from '#contract/shapes/case.ts';
import type { Day } from '#contract/shapes/day.ts';
import type { ServiceItem } from '#contract/shapes/item.ts';
import type { PartyKind } from '#contract/shapes/party.ts';

/** A person or body as a paper names them. */
export interface PaperParty {
  readonly kind: PartyKind;
  readonly name: string;
  readonly certificateNumber: string;
}

/** A paper of the case as it came. */
export interface PaperMaterial {
  readonly nameZh: string;
  readonly route: MaterialRoute;
  readonly originals: number;
  readonly copies: number;
  /** The citizen keeps it; it was only compared. */
  readonly givenBack: boolean;
  readonly dueOn: Day | null;
  /** What a copy used again bears: who compared it, and the one use it may have. */
  readonly mark?: string;
}

/** What every paper has: who made it, where, when, and its number. Times are the hall's, `HH:MM:SS`. */
export interface PaperFrame {
  readonly organ: string;
  readonly hall: string;
  readonly hallPhone: string;
  readonly window: number;
  readonly clerk: string;
  readonly documentNumber: string;
  /** A lower hall acts in the organ's name: the seal it uses for that, and how the paper says so. */
  readonly delegation?: { readonly seal: string; readonly say: string };
  readonly checkCode: string;
  readonly qrText: string;
  /** The code opens the page on which a citizen follows the case. */
  readonly trackable: boolean;
  readonly pendingSync: boolean;
  readonly issuedOn: Day;
  readonly issuedAt: string;
}

/** What every paper of a case is made from. */
export interface PaperFacts extends PaperFrame {
  /** Null when the case was never received: 不需许可, 非本机关职权 told at once. */
  readonly receiptNumber: string | null;
  /** `03-000127`, as called out. */
  readonly shortNumber: string | null;
  readonly officialNumber: string | null;
  readonly item: ServiceItem;
  /** Names of the special procedures that will stop the decision clock. */
  readonly procedures: readonly string[];
  /** Null when nobody had to say who they are. */
  readonly applicant: PaperParty | null;
  readonly handler: PaperParty | null;
  readonly materials: readonly PaperMaterial[];
  readonly receivedOn: Day;
  readonly receivedAt: string;
}

/** GB/T 39046 annex A: 行政许可. Articles of the licensing law are cited for these only. */
export function isLicence(item: Pick<ServiceItem, 'itemTypeCode'>): boolean {
  return item.itemTypeCode === '01';
}

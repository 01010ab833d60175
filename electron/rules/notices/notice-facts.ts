import type { RefusalReason } from '#contract/shapes/case.ts';
import type { Day } from '#contract/shapes/day.ts';
import type { GuidedPaper } from '#contract/shapes/guidance.ts';
import type { Helper } from '#contract/shapes/help.ts';
import type { ServiceItem } from '#contract/shapes/item.ts';
import type { FormLine } from '../form/form-lines.ts';
import type { PaperFacts, PaperMaterial, PaperParty } from './paper-facts.ts';

/** One thing to correct, as it is printed. */
export interface CorrectionLine {
  /** The paper, or null for a form or a signature. */
  readonly nameZh: string | null;
  readonly say: string;
  /** Why the paper is asked for: its note in the implementation list. */
  readonly rule: string | null;
}

/** When a case was accepted and by when it must be decided. */
interface AcceptanceFacts {
  readonly acceptedOn: Day;
  readonly legalDueOn: Day | null;
  readonly promisedDueOn: Day | null;
  /** A due day falls in a year whose holidays are not announced yet. */
  readonly duesProvisional: boolean;
}

/** A person of the hall who let something happen: the supervisor, the approver. */
export interface Approver {
  readonly number: string;
  readonly name: string;
}

/** What each paper is made from beside the case itself. @source domain.md 5.3, 5.4, 6, 7 */
export interface NoticeFacts {
  'receipt-slip': {
    /** Last of the five working days. */
    readonly noticeDueOn: Day;
    /** All corrections are in: the slip lists only these papers and says so. */
    readonly corrected?: readonly PaperMaterial[];
    /** 代收代办: who decides; its five days count from the day it has the papers. */
    readonly passedTo?: string;
  };
  acceptance: AcceptanceFacts & {
    /** 视为受理: nobody answered within the five days, so the law accepted. */
    readonly deemed?: boolean;
  };
  /** The papers put off are those of the case whose route is `later`. */
  tolerance: AcceptanceFacts;
  commitment: AcceptanceFacts & {
    /** What the applicant declares to fulfil. */
    readonly conditions: readonly string[];
    /** What the applicant must do, and let the organ check. */
    readonly duties: readonly string[];
    /** What follows when the declaration is not true. */
    readonly penalties: readonly string[];
    readonly basis: string | null;
    /** Papers that need not be brought because of it. */
    readonly replaces: readonly string[];
  };
  correction: {
    readonly lines: readonly CorrectionLine[];
    readonly noticeDueOn: Day;
    /** After this day without a correction the case lapses; null when the hall sets none. */
    readonly correctBy?: Day | null;
    /** Why a second list was let through, and by whom. */
    readonly second?: { readonly by: Approver; readonly reason: string } | null;
  };
  refusal: {
    readonly reason: RefusalReason;
    readonly say: string;
    readonly rightOrgan?: string | null;
  };
  'special-procedure': {
    readonly nameZh: string;
    readonly reason: string;
    readonly basis: string | null;
    readonly startsOn: Day;
    readonly expectedEndOn: Day;
    /** The due day as it stands before the pause. */
    readonly dueOnBefore: Day | null;
  };
  extension: {
    readonly reason: string;
    readonly basis: string | null;
    readonly workingDays: number;
    readonly dueOnBefore: Day;
    readonly dueOnAfter: Day;
    readonly approver: Approver;
  };
  'not-needed': { readonly say: string; readonly basis: string | null };
  'wrong-organ': {
    readonly rightOrgan: string;
    /** Where it is and how to reach it; null when the hall does not know. */
    readonly whereTo: string | null;
    readonly say: string;
  };
  referral: { readonly toOrgan: string; readonly reason: string; readonly referredOn: Day };
  withdrawal: {
    readonly reason: string;
    readonly withdrawnOn: Day;
    readonly papersReturned: readonly string[];
  };
  lapse: {
    /** Number of the one-time notice, or of the tolerance, that was not followed. */
    readonly correctionNumber: string;
    readonly toldOn: Day;
    readonly correctBy: Day;
    readonly lapsedOn: Day;
    /** A promised paper never came: which; and the papers given back (退件), null when the case ends. */
    readonly promise?: {
      readonly paperZh: string;
      readonly papersReturned: readonly string[] | null;
    };
  };
  collection: {
    readonly granted: boolean;
    readonly resultName: string;
    readonly licenceNumber: string | null;
    readonly collector: {
      readonly name: string;
      readonly certificateKindZh: string;
      readonly certificateNumber: string;
      readonly role: 'applicant' | 'legalRepresentative' | 'guardian' | 'handler';
    };
    readonly way: 'counter' | 'express' | 'online';
    readonly waybill: string | null;
    readonly collectedOn: Day;
    /** `HH:MM:SS` of the hall. */
    readonly collectedAt: string;
  };
  'hand-over': {
    readonly toOrgan: string;
    readonly lines: readonly HandOverLine[];
    readonly handedOn: Day;
  };
  complaint: {
    /** 投诉, or 办不成事: something could not be done here. */
    readonly about: 'complaint' | 'not-done';
    readonly what: string;
    readonly itemNameZh: string | null;
    readonly receiptNumber: string | null;
    readonly happenedOn: Day;
    readonly contact: { readonly name: string; readonly phone: string };
    readonly promisedReplyOn: Day;
  };
  'bundle-receipt': {
    readonly bundleNameZh: string;
    readonly applicant: PaperFacts['applicant'];
    readonly handler: PaperFacts['handler'];
    readonly leadDepartmentZh: string;
    /** The cases of the bundle, each with its own clock. */
    readonly cases: readonly BundleCaseLine[];
    readonly materials: readonly PaperMaterial[];
    /** 合并办理: organs that get the data and need not be visited again. */
    readonly merged: readonly { readonly departmentZh: string; readonly filingNameZh: string }[];
    readonly deliveryZh: string | null;
  };
  'application-form': {
    /** What is applied for with it: one item, or several whose form is one. */
    readonly items: readonly {
      readonly nameZh: string;
      readonly code: string;
      readonly departmentZh: string;
    }[];
    readonly applicant: PaperFacts['applicant'];
    readonly handler: PaperFacts['handler'];
    readonly lines: readonly FormLine[];
  };
  'guidance-list': {
    readonly aboutZh: string;
    readonly departmentZh: string;
    /** Somebody comes for another. Null: nobody said. */
    readonly agent: boolean | null;
    readonly answers: readonly { readonly questionZh: string; readonly answerZh: string }[];
    /** Questions nobody answered yet. */
    readonly openCount: number;
    readonly papers: readonly GuidedLine[];
    /** Names of the items of a bundle; null where one item was asked about. */
    readonly steps: readonly string[] | null;
    /** What the item allows and takes; null for a bundle, where each step has its own. */
    readonly terms: Pick<
      ServiceItem,
      'promiseLimit' | 'legalLimit' | 'fee' | 'commitment' | 'tolerance'
    > | null;
  };
  'help-consent': {
    readonly applicant: PaperParty;
    readonly helper: Helper;
    /** Names of the items; none: everything of this visit. */
    readonly items: readonly string[];
    readonly on: Day;
    readonly until: Day;
  };
  'help-list': { readonly helper: Helper; readonly lines: readonly HelpedLine[] };
}

/** What a helper takes along of one case. */
export interface HelpedLine {
  readonly receiptNumber: string;
  readonly itemNameZh: string;
  readonly applicant: Pick<PaperParty, 'kind' | 'name'> | null;
  readonly slips: readonly { readonly title: string; readonly documentNumber: string }[];
  /** Originals that were looked at and given back at once. */
  readonly originals: readonly { readonly nameZh: string; readonly count: number }[];
}

/** A paper of the list that a greeter gives out. */
export interface GuidedLine {
  readonly paper: GuidedPaper;
  /** The step of a bundle that makes it: nobody brings it. */
  readonly madeByZh: string | null;
  /** How many steps of a bundle it serves; 1 for a single item. */
  readonly serves: number;
}

/** The papers of one case that travel to its department. */
export interface HandOverLine {
  readonly receiptNumber: string;
  readonly itemNameZh: string;
  readonly applicantName: string;
  readonly papers: readonly {
    readonly nameZh: string;
    readonly originals: number;
    readonly copies: number;
  }[];
}

/** One case of a bundle as its slip names it. */
export interface BundleCaseLine {
  readonly itemNameZh: string;
  readonly departmentZh: string;
  /** Null while it waits for another case and was not received. */
  readonly receiptNumber: string | null;
  /** How it stands, in the hall's words: 已受理 · 已收件，转公安 · 等户口登记. */
  readonly standingZh: string;
  readonly dueOn: Day | null;
}

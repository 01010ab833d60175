import { z } from 'zod';
import { Crossing } from './crossing.ts';
import { BundleMark, OpenBundleId } from './bundle.ts';
import { Day, Moment } from './day.ts';
import { FormStanding } from './form-value.ts';
import { Guided, TicketGuidance } from './guided.ts';
import { ItemOnCase } from './item.ts';
import {
  EarlierCopy,
  Grade,
  MaterialQuery,
  OwedBy,
  QueryConsent,
  ReusedCopy,
  SavedPaper,
  SharedSource,
  Verified,
} from './material.ts';
import { NoticeSummary } from './notice.ts';
import { Authorisation, Guardianship, MaskedParty, MaskedPeople, RoleNeed } from './party.ts';
import { CaseFlag, IdentityWait } from './supervision.ts';
import { DebtState } from './sync-state.ts';
import { TicketId } from './ticket.ts';
import { Trips } from './trip.ts';
import { VisitTransfer } from './transfer.ts';

/** UUIDv7, made when the case is opened. */
export const CaseId = z.uuid().brand<'CaseId'>();
export const VisitId = z.uuid().brand<'VisitId'>();

/**
 * `W<site>-<window>-<serial>-<check>`, e.g. `W990101-03-000127-K`. From a leased block, never reused.
 * The check character is ISO 7064 MOD 37,36 over the letters and digits before it.
 */
export const ReceiptNumber = z
  .string()
  .regex(/^W[0-9]{6,12}-[0-9]{2,3}-[0-9]{6}-[0-9A-Z]$/)
  .brand<'ReceiptNumber'>();

/** The moves between these are `rules/intake/case-moves.ts`. */
export const CaseState = z.enum([
  'draft',
  'blocked',
  'received',
  'awaiting-correction',
  'received-again',
  'accepted',
  'accepted-tolerant',
  'accepted-commitment',
  'deemed-accepted',
  'suspended',
  'in-review',
  'decided-granted',
  'decided-denied',
  'ready',
  'delivered',
  'refused',
  'closed-not-needed',
  'closed-wrong-organ',
  'closed-lapsed',
  'closed-returned',
  'referred',
  'withdrawn',
  'archived',
]);

/** 收件 · 受理 · 容缺受理 · 一次性告知补正 · 不予受理 */
export const Outcome = z.enum(['receive', 'accept', 'accept-tolerant', 'correct', 'refuse']);

/**
 * How a paper came. `card`: read from the chip, derived and never typed. `scan`: a picture of a paper. `file`: born
 * electronic. `licence`: an electronic licence. `shared-data`: a query instead of the paper. `reuse`: a verified copy
 * of an earlier case. `commitment`: 告知承诺. `later`: 容缺.
 */
export const MaterialRoute = z.enum([
  'card',
  'paper',
  'scan',
  'file',
  'licence',
  'shared-data',
  'reuse',
  'commitment',
  'later',
]);

/** Why a paper is, or is not, asked for. Words are in renderer/words. */
export const MaterialReason = z.enum([
  'required',
  'optional',
  'added-by-situation',
  'condition-met',
  'condition-not-met',
  'dropped-by-situation',
  'owed-by-department',
]);

export const StoredFile = z.strictObject({
  /** sha-256 of the content, hex. */
  hash: z.string(),
  name: z.string(),
  mediaType: z.enum(['image/jpeg', 'image/png', 'application/pdf']),
  bytes: z.int().positive(),
});

/** One paper of a case: what is asked, why, and how it came. */
export const CaseMaterial = z.strictObject({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  asked: z.boolean(),
  reason: MaterialReason,
  /** The situation that added or dropped it. */
  situationId: z.string().nullable(),
  mandatory: z.boolean(),
  tolerable: z.boolean(),
  originals: z.int(),
  copies: z.int(),
  custody: z.string(),
  note: z.string().nullable(),
  route: MaterialRoute.nullable(),
  originalsTaken: z.int().nonnegative(),
  copiesTaken: z.int().nonnegative(),
  checkedAgainstOriginal: z.boolean(),
  file: StoredFile.nullable(),
  /** 容缺: promised by this day. */
  dueOn: Day.nullable(),
  providedAtMs: Moment.nullable(),
  /** Null until it came, and for one that comes later. */
  grade: Grade.nullable(),
  verified: Verified.nullable(),
  /** Why it is asked for: the article; and the rule that let an answer change it. Null: the list does not say. */
  byLaw: z.string().nullable(),
  basis: z.string().nullable(),
  commitmentReplaceable: z.boolean(),
  /** What could be asked instead of the paper. `connected`: a province is there to ask. */
  lookup: z.strictObject({
    licence: z.string().nullable(),
    query: z.string().nullable(),
    connected: z.boolean(),
    /** What the province says of the query; null: it has not said anything yet. */
    source: SharedSource.nullable(),
  }),
  /** What the citizen was last asked on their own screen about asking a source. */
  consent: QueryConsent.nullable(),
  /** The newest query about it. */
  query: MaterialQuery.nullable(),
  /**
   * To be asked again: a source was away when it was asked, or what it gave is older than today and the case is still
   * to be decided.
   */
  recheck: z.boolean(),
  earlier: EarlierCopy.nullable(),
  reused: ReusedCopy.nullable(),
  owedBy: OwedBy.nullable(),
});

/** What the act bar offers: whether an outcome is open, and why not. */
export const OutcomeStanding = z.strictObject({
  outcome: Outcome,
  open: z.boolean(),
  /** A word of renderer/words when closed, else null. */
  because: z.string().nullable(),
});

export const CorrectionEntry = z.strictObject({
  /** A material of the case, or null for something else (the form, a signature). */
  materialId: z.string().nullable(),
  /** What is missing or wrong and what to bring, in plain words. */
  say: z.string().min(2).max(300),
});

/** Reasons for 不予受理; each prints its legal wording on the decision. */
export const RefusalReason = z.enum([
  'not-competent',
  'not-required',
  'applicant-not-eligible',
  'forbidden-by-law',
  'other',
]);

/** A case as the clerk's screen shows it. Personal data is masked. */
export const CaseView = z.strictObject({
  id: CaseId,
  visitId: VisitId,
  ticketNumber: z.string().nullable(),
  receiptNumber: ReceiptNumber.nullable(),
  officialNumber: z.string().nullable(),
  item: ItemOnCase,
  state: CaseState,
  applicant: MaskedParty.nullable(),
  handler: MaskedParty.nullable(),
  /** Who else is part of it. */
  people: MaskedPeople.omit({ applicant: true, handler: true }).extend({
    guardianship: Guardianship.nullable(),
  }),
  answers: z.record(z.string(), z.string()),
  materials: z.array(CaseMaterial),
  /** Ids of mandatory papers still missing by any route. */
  missing: z.array(z.string()),
  /** Papers the citizen did not have to bring, and what spared them. */
  papersSaved: z.array(SavedPaper),
  /** The bundle it is a step of. */
  bundle: BundleMark.nullable(),
  /** How far its form is. */
  form: FormStanding,
  outcomes: z.array(OutcomeStanding),
  /** The catalogue says this is the wrong item for the answers given. */
  rerouteTo: z.string().nullable(),
  openedAtMs: Moment,
  receivedAtMs: Moment.nullable(),
  acceptedOn: Day.nullable(),
  /** 五个工作日: last day for the one-time notice. */
  noticeDueOn: Day.nullable(),
  legalDueOn: Day.nullable(),
  promisedDueOn: Day.nullable(),
  /** A due day falls in a year whose official holiday notice is not loaded yet. */
  duesProvisional: z.boolean(),
  /** The one day that matters to the citizen now; null when nothing runs. */
  tellDay: Day.nullable(),
  /** What the due days would be if the case were accepted now. */
  ifAcceptedToday: z.strictObject({ legalDueOn: Day.nullable(), promisedDueOn: Day.nullable() }).nullable(),
  correction: z.array(CorrectionEntry),
  refusal: z.strictObject({ reason: RefusalReason, say: z.string() }).nullable(),
  acceptedOffline: z.boolean(),
  clerk: z.string().nullable(),
  window: z.int().nullable(),
  notices: z.array(NoticeSummary),
  /** The worst state of its debts, null when it owes nothing yet. */
  sync: DebtState.nullable(),
  trips: Trips,
  crossing: Crossing,
  /** Questions that were answered before the ticket was called (导办). */
  guided: Guided.nullable(),
  /** The application on the web that this case goes on with. */
  onlineNumber: z.string().nullable(),
  /** What the identity of an acceptance without a line waits for; null: for nothing. */
  identityWait: IdentityWait.nullable(),
  /** What this case, or another one of its applicant, leaves open for supervision. */
  flags: z.array(CaseFlag),
});

/** What an outcome left: the numbers and days it gave, and the papers it issued. `intake.look` shows the rest. */
export const OutcomeGiven = z.strictObject({
  ...CaseView.pick({
    id: true,
    state: true,
    receiptNumber: true,
    acceptedOn: true,
    noticeDueOn: true,
    legalDueOn: true,
    promisedDueOn: true,
    duesProvisional: true,
    acceptedOffline: true,
  }).shape,
  notices: z.array(NoticeSummary.pick({ id: true, kind: true, documentNumber: true })),
});

/** A visit: one citizen at the window, one or several cases. Identity is read once for all of them. */
export const VisitView = z.strictObject({
  id: VisitId,
  ticketId: TicketId.nullable(),
  ticketNumber: z.string().nullable(),
  openedAtMs: Moment,
  ...MaskedPeople.shape,
  /** What a greeter asked before the ticket was taken. */
  guidance: TicketGuidance.nullable(),
  /** 转号 that brought it here; null when it was never sent on. */
  transfer: VisitTransfer.nullable(),
  authorisation: Authorisation.nullable(),
  guardianship: Guardianship.nullable(),
  /** The roles that who applies, and the items of this visit, have room for. */
  roles: z.array(RoleNeed),
  bundles: z.array(BundleMark),
  cases: z.array(
    z.strictObject({
      id: CaseId,
      itemNameZh: z.string(),
      itemNameEn: z.string(),
      state: CaseState,
      receiptNumber: ReceiptNumber.nullable(),
      /** The open bundle it is a step of. */
      bundleId: OpenBundleId.nullable(),
      /** A case of an earlier visit, taken up again in this one. */
      takenUp: z.boolean(),
    }),
  ),
});

/** A line of the case search. */
export const CaseLine = z.strictObject({
  id: CaseId,
  receiptNumber: ReceiptNumber.nullable(),
  officialNumber: z.string().nullable(),
  itemNameZh: z.string(),
  itemNameEn: z.string(),
  applicantName: z.string(),
  state: CaseState,
  openedAtMs: Moment,
  promisedDueOn: Day.nullable(),
  sync: DebtState.nullable(),
  identityWait: IdentityWait.nullable(),
});

export type CaseId = z.output<typeof CaseId>;
export type VisitId = z.output<typeof VisitId>;
export type ReceiptNumber = z.output<typeof ReceiptNumber>;
export type CaseState = z.output<typeof CaseState>;
export type Outcome = z.output<typeof Outcome>;
export type MaterialRoute = z.output<typeof MaterialRoute>;
export type MaterialReason = z.output<typeof MaterialReason>;
export type StoredFile = z.output<typeof StoredFile>;
export type CaseMaterial = z.output<typeof CaseMaterial>;
export type OutcomeStanding = z.output<typeof OutcomeStanding>;
export type CorrectionEntry = z.output<typeof CorrectionEntry>;
export type RefusalReason = z.output<typeof RefusalReason>;
export type CaseView = z.output<typeof CaseView>;
export type OutcomeGiven = z.output<typeof OutcomeGiven>;
export type VisitView = z.output<typeof VisitView>;
export type CaseLine = z.output<typeof CaseLine>;

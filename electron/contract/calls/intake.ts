import { z } from 'zod';
import { call } from '../call.ts';
import {
  CaseId,
  CaseLine,
  CaseView,
  CorrectionEntry,
  MaterialRoute,
  OutcomeGiven,
  RefusalReason,
  StoredFile,
  VisitId,
  VisitView,
} from '../shapes/case.ts';
import { BundleHit } from '../shapes/bundle.ts';
import { Day } from '../shapes/day.ts';
import { ItemCode, ItemHit, ServiceItem } from '../shapes/item.ts';
import { VoucherId } from '../shapes/progress.ts';

/** Why an outcome is not open. */
const OUTCOME_REFUSALS = [
  'no-such-case',
  'already-decided',
  'waits-for-step',
  'identity-missing',
  'identity-unconfirmed',
  'identity-objection',
  'high-level-needed',
  'face-needed',
  'document-needed',
  'chip-needed',
  'must-come-in-person',
  'legal-representative-missing',
  'guardian-missing',
  'guardian-unproved',
  'second-subject-missing',
  'authorisation-missing',
  'consent-unseen',
  'consent-not-now',
  'consent-misses-item',
  'promise-not-authorised',
  'situation-open',
  'wrong-item',
  'form-incomplete',
  'form-not-signed',
  'materials-missing',
  'department-seat-only',
  'receive-only-here',
  'outside-scope',
  'person-at-organ',
  'offline-not-allowed',
  'catalogue-too-old',
  'no-calendar',
  'no-number-left',
] as const;

export const intakeCalls = {
  /** Items and bundles by hanzi, full pinyin, initials or code; bundles first, then the best items. */
  'intake.find-item': call({
    kind: 'read',
    role: 'signed-in',
    input: z.strictObject({ text: z.string().max(60), limit: z.int().min(1).max(50).default(12) }),
    output: z.array(z.discriminatedUnion('kind', [BundleHit, ItemHit])),
    refusals: [],
  }),

  'intake.item': call({
    kind: 'read',
    role: 'signed-in',
    input: z.strictObject({ itemCode: ItemCode }),
    output: ServiceItem,
    refusals: ['no-such-item'],
  }),

  /** The visit of the ticket in hand, or null between citizens. */
  'intake.visit': call({
    kind: 'read',
    role: 'clerk',
    input: z.strictObject({}),
    output: VisitView.nullable(),
    refusals: [],
  }),

  /** Opens a draft; the item's version is frozen on it (invariant 1). */
  'intake.open': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({ visitId: VisitId, itemCode: ItemCode }),
    output: CaseView,
    refusals: ['no-such-visit', 'visit-finished', 'no-such-item'],
  }),

  'intake.look': call({
    kind: 'read',
    role: 'case-worker',
    input: z.strictObject({ caseId: CaseId }),
    output: CaseView,
    refusals: ['no-such-case'],
  }),

  /** Throws a draft away. A case with an outcome is never thrown away. */
  'intake.discard': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({ caseId: CaseId }),
    output: VisitView,
    refusals: ['no-such-case', 'already-decided', 'part-of-bundle'],
  }),

  'intake.answer': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({ caseId: CaseId, situationId: z.string(), optionId: z.string().nullable() }),
    output: CaseView,
    refusals: ['no-such-case', 'already-decided', 'no-such-situation'],
  }),

  /**
   * Records how a paper came, where a clerk says so. `route: null` takes it back. A licence, shared data and an
   * earlier copy come by the calls of `materials`.
   */
  'intake.provide': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({
      caseId: CaseId,
      materialId: z.string(),
      route: MaterialRoute.extract(['paper', 'scan', 'file', 'commitment', 'later']).nullable(),
      originalsTaken: z.int().min(0).max(99).default(0),
      copiesTaken: z.int().min(0).max(99).default(0),
      checkedAgainstOriginal: z.boolean().default(false),
      fileHash: z.string().nullable().default(null),
      dueOn: Day.nullable().default(null),
    }),
    output: CaseView,
    refusals: [
      'no-such-case',
      'already-decided',
      'no-such-material',
      'not-tolerable',
      'not-replaceable',
      'copy-in-use',
      'no-such-file',
      'due-day-not-allowed',
    ],
  }),

  /**
   * A scanned page or a file in pieces of at most 45 KiB; the last piece stores it. With a material it becomes the
   * last page of that paper. A piece that comes again is answered with what is there: an upload goes on from it.
   */
  'intake.add-file-piece': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({
      caseId: CaseId,
      uploadId: z.uuid(),
      materialId: z.string().nullable().default(null),
      name: z.string().max(120),
      offset: z.int().nonnegative(),
      totalBytes: z.int().nonnegative(),
      base64: z.string().max(61_440),
    }),
    output: z.strictObject({ received: z.int(), file: StoredFile.nullable() }),
    refusals: [
      'no-such-case',
      'already-decided',
      'no-such-material',
      'copy-in-use',
      'out-of-order',
      'file-empty',
      'file-too-large',
      'kind-not-allowed',
      'executable-file',
      'archive-file',
      'damaged-file',
      'picture-too-large',
      'broken-pdf',
      'encrypted-file',
      'active-content',
    ],
  }),

  /** 收件. Papers taken in, nothing decided; the five-day clock starts. */
  'intake.receive': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({ caseId: CaseId }),
    output: OutcomeGiven,
    refusals: OUTCOME_REFUSALS,
  }),

  /** 受理. From here on the case is owed to the province and may never be lost. */
  'intake.accept': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({ caseId: CaseId }),
    output: OutcomeGiven,
    refusals: OUTCOME_REFUSALS,
  }),

  /** 一次性告知补正. Everything missing, in one list, once (行政许可法 art. 32). */
  'intake.correct': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({
      caseId: CaseId,
      list: z.array(CorrectionEntry).min(1).max(40),
      /** A second list, after all corrections came: a supervisor's leave and the reason (invariant 3). */
      second: z
        .strictObject({ voucher: VoucherId, reason: z.string().trim().min(4).max(300) })
        .nullable()
        .default(null),
    }),
    output: OutcomeGiven,
    refusals: [
      ...OUTCOME_REFUSALS,
      'list-incomplete',
      'nothing-missing',
      'notice-already-given',
      'voucher-not-good',
    ],
  }),

  /** 不予受理. */
  'intake.refuse': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({ caseId: CaseId, reason: RefusalReason, say: z.string().trim().min(4).max(500) }),
    output: OutcomeGiven,
    refusals: OUTCOME_REFUSALS,
  }),

  /** Search by any number, name or item. A search by a person is an audited act, so this is a write. */
  'intake.find-cases': call({
    kind: 'write',
    role: 'case-worker',
    input: z.strictObject({ text: z.string().max(60), limit: z.int().min(1).max(200).default(50) }),
    output: z.array(CaseLine),
    refusals: [],
  }),

  /** The cases of the person whose card lies on the reader. Audited like every search by a person. */
  'intake.cases-of-card': call({
    kind: 'write',
    role: 'case-worker',
    input: z.strictObject({ readingId: z.string(), limit: z.int().min(1).max(200).default(50) }),
    output: z.array(CaseLine),
    refusals: ['reading-gone'],
  }),
} as const;

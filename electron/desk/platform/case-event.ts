import { z } from 'zod';
import { CorrectionEntry, MaterialRoute, ReceiptNumber, RefusalReason } from '#contract/shapes/case.ts';
import { RegionCode } from '#contract/shapes/crossing.ts';
import { Day, Moment } from '#contract/shapes/day.ts';
import { EvaluationLevel, EvaluationReason } from '#contract/shapes/evaluation.ts';
import { Meaning } from '#contract/shapes/form.ts';
import { Helper, HelpMode } from '#contract/shapes/help.ts';
import { MessageLanguage, ToldStep } from '#contract/shapes/message.ts';
import { FormSource } from '#contract/shapes/form-value.ts';
import { NetworkProof } from '#contract/shapes/network-identity.ts';
import { CertificateKind, PartyKind, PartyRole, Verification } from '#contract/shapes/party.ts';
import { FlagKind, FlagResult } from '#contract/shapes/supervision.ts';
import { DebtKind } from '#contract/shapes/sync-state.ts';

/** A person or body as it is reported. Whole values: this lives in the encrypted outbox only. */
export const ReportedParty = z.strictObject({
  kind: PartyKind,
  name: z.string(),
  certificateKind: CertificateKind,
  certificateNumber: z.string(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  legalRepresentative: z.string().nullable(),
  /** How identity was proved at the window. */
  verification: Verification,
  /** Level and mode, where a network certificate proved it. */
  network: NetworkProof.nullable().default(null),
});

/** Somebody beside applicant and handler. */
export const RelatedRole = PartyRole.exclude(['applicant', 'handler']);

/**
 * One step of a case as it is owed to the province, in our own words, frozen when the clerk acted.
 * An adapter turns it into the province's field names and codes; it never changes afterwards.
 *
 * @source GB/T 39046 sets Application, Material, Acceptance; up_pro_accept, up_pro_material
 */
export const CaseEvent = z.strictObject({
  kind: DebtKind,
  caseId: z.uuid(),
  receiptNumber: ReceiptNumber,
  item: z.strictObject({
    code: z.string(),
    version: z.int(),
    basicCode: z.string(),
    nameZh: z.string(),
    /** For the screens only; not reported. */
    nameEn: z.string().optional(),
    itemTypeCode: z.string(),
    caseTypeCode: z.string(),
    departmentName: z.string(),
    departmentCreditCode: z.string(),
  }),
  applicant: ReportedParty,
  handler: ReportedParty.nullable(),
  /** Whoever else is part of the case. */
  related: z.array(z.strictObject({ role: RelatedRole, party: ReportedParty })).default([]),
  /** 帮办代办: who helped, how, and from when to when the citizen consented. */
  help: z
    .strictObject({ mode: HelpMode, helper: Helper, consentOn: Day, consentUntil: Day })
    .nullable()
    .default(null),
  materials: z.array(
    z.strictObject({
      id: z.string(),
      nameZh: z.string(),
      route: MaterialRoute,
      originals: z.int(),
      copies: z.int(),
      fileHash: z.string().nullable(),
      dueOn: Day.nullable(),
    }),
  ),
  /** The clerk's act, on the clock of the window and not of the upload. */
  actedAtMs: Moment,
  receivedAtMs: Moment,
  acceptedOn: Day.nullable(),
  legalDueOn: Day.nullable(),
  promisedDueOn: Day.nullable(),
  acceptedOffline: z.boolean(),
  documentNumber: z.string().nullable(),
  correction: z.array(CorrectionEntry),
  refusal: z.strictObject({ reason: RefusalReason, say: z.string() }).nullable(),
  /** What a step after acceptance, or one that ends a case otherwise, says beside its kind. */
  progress: z
    .strictObject({
      say: z.string().nullable(),
      organ: z.string().nullable(),
      from: Day.nullable(),
      until: Day.nullable(),
      workingDays: z.int().nullable(),
      supervisor: z.string().nullable(),
      waybill: z.string().nullable(),
    })
    .nullable()
    .default(null),
  /** Set for a report of differences only: what a source said and what was found (多源校核). */
  differences: z
    .array(
      z.strictObject({
        meaning: Meaning,
        labelZh: z.string(),
        source: FormSource,
        origin: z.string().nullable(),
        said: z.string(),
        saidAsOf: Day,
        found: z.string(),
        foundFrom: FormSource,
        reason: z.string(),
      }),
    )
    .default([]),
  /** Set for an evaluation only: the level, why it was not good, and the number of time. */
  evaluation: z
    .strictObject({
      /** not-rated: asked and left (未评价). */
      level: EvaluationLevel.or(z.literal('not-rated')),
      reasons: z.array(EvaluationReason),
      no: z.int().positive(),
    })
    .nullable()
    .default(null),
  /** 办件短信: what the platform is to tell whom with this step; null: nobody agreed, or another step tells it. */
  message: z
    .strictObject({ about: ToldStep, phone: z.string(), language: MessageLanguage })
    .nullable()
    .default(null),
  /** Where it was received and where it is decided; null in a step that was owed before this was kept. */
  regions: z.strictObject({ origin: RegionCode, decision: RegionCode }).nullable().default(null),
  /** The event the case is a step of (联办, 一件事). */
  bundle: z.strictObject({ id: z.uuid(), code: z.string(), nameZh: z.string() }).nullable().default(null),
  /** 监管标识 that this step raised or took down. */
  flags: z
    .array(
      z.strictObject({
        kind: FlagKind,
        since: Day,
        dueOn: Day.nullable(),
        say: z.string().nullable(),
        /** Null: it stands. */
        cleared: z.strictObject({ on: Day, result: FlagResult }).nullable(),
      }),
    )
    .default([]),
  /** The application on the web that the case goes on with. */
  onlineNumber: z.string().nullable().default(null),
  site: z.string(),
  window: z.int(),
  clerk: z.string(),
});

export type CaseEvent = z.output<typeof CaseEvent>;
export type ReportedParty = z.output<typeof ReportedParty>;

import { z } from 'zod';
import { Day, Moment } from './day.ts';

/** 收件凭证 · 受理通知书 · 一次性告知书 · 不予受理决定书 */
export const NoticeKind = z.enum(['receipt-slip', 'acceptance', 'correction', 'refusal']);
export const NoticeId = z.uuid().brand<'NoticeId'>();

/**
 * The words of a notice, before they are drawn. Frozen with a hash when it is issued: a reprint draws
 * the same content. Always Chinese: it is a legal paper.
 */
export const NoticeContent = z.strictObject({
  kind: NoticeKind,
  templateVersion: z.int().positive(),
  title: z.string(),
  documentNumber: z.string(),
  organ: z.string(),
  hall: z.string(),
  receiptNumber: z.string(),
  rows: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  /** Body text, one paragraph each. */
  paragraphs: z.array(z.string()),
  table: z.strictObject({ head: z.array(z.string()), rows: z.array(z.array(z.string())) }).nullable(),
  /** Rights and remedies, contacts: the foot. */
  foot: z.array(z.string()),
  sealPlace: z.string().nullable(),
  signaturePlace: z.boolean(),
  issuedOn: Day,
  issuedAt: z.string(),
  /** ASCII only. */
  qrText: z.string(),
  checkCode: z.string(),
  /** 待同步: printed while the province had not yet answered. */
  pendingSync: z.boolean(),
});

export const PdfState = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('waiting') }),
  z.strictObject({ state: z.literal('pressed'), sha256: z.string(), bytes: z.int(), pressedAtMs: Moment }),
  z.strictObject({ state: z.literal('not-pressed'), why: z.string() }),
]);

export const NoticeSummary = z.strictObject({
  id: NoticeId,
  kind: NoticeKind,
  documentNumber: z.string(),
  issuedAtMs: Moment,
  /** sha-256 of the canonical content, hex. */
  contentHash: z.string(),
  pdf: PdfState,
  /** How often it was printed again; the paper says 补打 n. */
  reprints: z.int().nonnegative(),
});

export type NoticeKind = z.output<typeof NoticeKind>;
export type NoticeId = z.output<typeof NoticeId>;
export type NoticeContent = z.output<typeof NoticeContent>;
export type PdfState = z.output<typeof PdfState>;
export type NoticeSummary = z.output<typeof NoticeSummary>;

import { z } from 'zod';
import { Day, Moment } from './day.ts';
import { SigningState } from './signature.ts';

/**
 * 收件凭证 · 受理通知书 · 一次性告知书 · 不予受理决定书 · 容缺受理通知书和承诺书 · 告知承诺书 · 特别程序告知书 ·
 * 延期告知书 · 不需许可告知单 · 非本机关职权告知单 · 转报单 · 撤回申请书 · 终止告知书 · 领取单（送达回证） ·
 * 物料转移单 · 投诉和办不成事登记单 · 一件事收件凭证 · 申请表 · 办事一次性告知单 ·
 * 帮办代办同意书 · 帮办代办清单
 *
 * @source domain.md 5.2, 5.3, 7
 */
export const NoticeKind = z.enum([
  'receipt-slip',
  'acceptance',
  'correction',
  'refusal',
  'tolerance',
  'commitment',
  'special-procedure',
  'extension',
  'not-needed',
  'wrong-organ',
  'referral',
  'withdrawal',
  'lapse',
  'collection',
  'hand-over',
  'complaint',
  'bundle-receipt',
  'application-form',
  'guidance-list',
  'help-consent',
  'help-list',
]);
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
  /** Empty on a paper that belongs to no single case, or to one that was never received. */
  receiptNumber: z.string(),
  rows: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  /** Body text, one paragraph each. */
  paragraphs: z.array(z.string()),
  table: z.strictObject({ head: z.array(z.string()), rows: z.array(z.array(z.string())) }).nullable(),
  /** Rights and remedies, contacts: the foot. */
  foot: z.array(z.string()),
  /** A second part under its own title, as the letter that belongs to a tolerance (承诺书). */
  annex: z.strictObject({ title: z.string(), paragraphs: z.array(z.string()) }).optional(),
  sealPlace: z.string().nullable(),
  signaturePlace: z.boolean(),
  /** Who signs, where it is not the one who receives the paper. */
  signers: z.array(z.string()).optional(),
  /** 第一联 for the citizen, 第二联 for the organ: the PDF holds both. */
  copies: z.literal(2).optional(),
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
  signing: SigningState,
});

/** A paper in a list: what it is about, without a name. */
export const NoticeLine = z.strictObject({
  notice: NoticeSummary,
  receiptNumber: z.string().nullable(),
  itemNameZh: z.string().nullable(),
  itemNameEn: z.string().nullable(),
});

export type NoticeLine = z.output<typeof NoticeLine>;
export type NoticeKind = z.output<typeof NoticeKind>;
export type NoticeId = z.output<typeof NoticeId>;
export type NoticeContent = z.output<typeof NoticeContent>;
export type PdfState = z.output<typeof PdfState>;
export type NoticeSummary = z.output<typeof NoticeSummary>;

import type { NoticeKind } from '#contract/shapes/notice.ts';

/** The word of each kind in its document number (文号). Two kinds never share one: each has its own series. */
export const documentWords: Readonly<Record<NoticeKind, string>> = {
  'receipt-slip': '收件',
  acceptance: '受理',
  correction: '补正',
  refusal: '不受',
  tolerance: '容缺',
  commitment: '承诺',
  'special-procedure': '特程',
  extension: '延期',
  'not-needed': '不需',
  'wrong-organ': '非职',
  referral: '转报',
  withdrawal: '撤回',
  lapse: '终止',
  collection: '领取',
  'hand-over': '移交',
  complaint: '投诉',
  'bundle-receipt': '联办',
  'application-form': '申请',
  'guidance-list': '告知',
  'help-consent': '同意',
  'help-list': '帮办',
};

/** A serial is written with at least four digits. */
const DIGITS = 4;

/**
 * The document number (文号) of a paper: `受理〔2026〕990101-03-0001号`.
 *
 * One series per organ, kind and year at each window; the organ stands above the number on the paper. Fits the 30
 * signs of the upload tables for a site code of up to twelve digits and 9999 papers a year.
 *
 * @param serial from the counter of the case file, 1 for the first of the year
 * @source GB/T 39046 Acceptance, document no.; domain.md 5.3, 13.3 invariants 2 and 10
 */
export function documentNumber(
  kind: NoticeKind,
  at: { readonly year: string; readonly site: string; readonly window: number; readonly serial: number },
): string {
  const window = String(at.window).padStart(2, '0');
  const serial = String(at.serial).padStart(DIGITS, '0');
  return `${documentWords[kind]}〔${at.year}〕${at.site}-${window}-${serial}号`;
}

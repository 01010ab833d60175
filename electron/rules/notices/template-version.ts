import type { NoticeKind } from '#contract/shapes/notice.ts';

/**
 * Version of the wording of each paper. Goes up with every change of a sentence, so that a paper tells for ever
 * which wording it was issued with.
 */
export const templateVersions: Readonly<Record<NoticeKind, number>> = {
  'receipt-slip': 1,
  acceptance: 1,
  correction: 1,
  refusal: 1,
};

/** The word of each kind in its document number (文号). */
export const documentWords: Readonly<Record<NoticeKind, string>> = {
  'receipt-slip': '收件',
  acceptance: '受理',
  correction: '补正',
  refusal: '不受',
};

import type { NoticeContent } from '#contract/shapes/notice.ts';

/**
 * Words that a page adds around the frozen content of a notice: marks, places to sign and to seal.
 *
 * @source SCREENS.md 3 (slip, notice); domain.md 5.3
 */
export const pageWords = {
  /** 待同步: the province had not answered when this was printed. */
  pendingSync: '待同步　凭此单可查',
  sealPlace: '（盖章处）',
  signature: '申请人或代理人签收：',
  deliveredAt: '送达时间：',
  qrLabel: '二维码',
} as const;

/** 补打: how often the paper was printed before, which does not belong to its frozen content. */
export function reprintMark(reprint: number): string {
  return `补打 ${reprint}`;
}

/** Which wording the paper was made with and the code that proves it, small at its foot. */
export function templateMark({ kind, templateVersion, checkCode }: NoticeContent): string {
  return `模板 ${kind} 版本 ${templateVersion} · 验证码 ${inFours(checkCode)}`;
}

export function issuedMark(issuedAt: string): string {
  return `印制 ${issuedAt}`;
}

/** `7F3A91C2` as `7F3A 91C2`, so that it can be read out. */
export function inFours(code: string): string {
  return code.replaceAll(/(.{4})(?=.)/g, '$1 ');
}

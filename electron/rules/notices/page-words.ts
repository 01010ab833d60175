import type { NoticeContent } from '#contract/shapes/notice.ts';
import type { SignatureOutcome } from '#contract/shapes/signature.ts';

/**
 * Words that a page adds around the frozen content of a notice: marks, places to sign and to seal.
 *
 * @source SCREENS.md 3 (slip, notice); domain.md 5.3
 */
export const pageWords = {
  /** 待同步: the province had not answered when this was printed. */
  pendingSync: '待同步　凭此单可查',
  sealPlace: '（盖章处）',
  /** Papers of before signers had names. */
  signer: '申请人或代理人签收',
  deliveredAt: '送达时间：',
  /** 申请表, 同意书: nothing is delivered with it. */
  signedAt: '签名时间：',
  qrLabel: '二维码',
  batch: '合并打印',
  signaturePicture: '电子签名',
  copies: ['第一联　申请人留存', '第二联　办理机关留存'],
  handOverCopies: ['第一联　移交窗口留存', '第二联　接收部门留存'],
} as const;

/** How a paper was signed, as it stands beside the signer's line. */
export interface PaperSignature {
  readonly outcome: SignatureOutcome;
  /** The picture of the signature, PNG in base64; null when nobody wrote on the screen. */
  readonly pngBase64: string | null;
  readonly sha256: string | null;
  readonly reason: string | null;
  readonly clerk: string;
  /** `2026-11-24 09:52`, the hall's time. */
  readonly at: string;
}

/** What the paper says of its signing, small below the line. @source domain.md 5.3, 13.3 (2) (3) */
export function signatureNote({ outcome, sha256, reason, clerk, at }: PaperSignature): string {
  if (outcome === 'signed') return `电子签名 ${at}　校验 ${(sha256 ?? '').slice(0, 16)}`;
  if (outcome === 'on-paper') return `纸质签字 ${at}　见证工号 ${clerk}`;
  const what = outcome === 'refused' ? '拒绝签字' : '不能签字';
  return `${what} ${at}　原因：${reason ?? ''}　见证工号 ${clerk}`;
}

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

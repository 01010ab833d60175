import type { NetworkMode, NetworkProof } from '#contract/shapes/network-identity.ts';

/** The longest code the platform takes. A patent describes long local codes: value, business data and signature. */
const LONGEST_CODE = 1024;

/**
 * Whether a scanned text is the code of a network certificate, by the pattern of the hall. No public document gives
 * the format: the code is opaque, and what it looks like is said by whoever connects the hall to the platform.
 *
 * @param pattern a regular expression for the whole text, from `site.json`; null: the hall takes no such code
 * @source devices.md 2.4
 */
export function isNetworkCode(text: string, pattern: string | null): boolean {
  if (pattern === null || text.length > LONGEST_CODE) return false;
  return new RegExp(`^(?:${pattern})$`, 'u').test(text);
}

const WITH_FACE: ReadonlySet<NetworkMode> = new Set([
  'name-number-face',
  'face-certificate',
  'card-face-certificate',
]);

/** The platform compared the face of whoever showed the code. */
export function hasFace(mode: NetworkMode): boolean {
  return WITH_FACE.has(mode);
}

/**
 * Whether a network identity may open what somebody gave before (papers, earlier answers). It is shown to whoever
 * holds the telephone, so the certificate must have been checked strongly, or the face just now: the basic level says
 * only that some telephone knows a name and a number, and that opens nobody's papers.
 *
 * @source 个人信息保护法 arts. 6, 28; domain.md 3.2
 */
export function mayOpenEarlier({ level, mode }: Pick<NetworkProof, 'level' | 'mode'>): boolean {
  return level === 'high' || hasFace(mode);
}

import { z } from 'zod';
import { Moment } from './day.ts';

/**
 * What the identity platform compared when it said “this is the person” (网证核验方式). With a name and a number somebody
 * gives both; the others rest on the certificate the code stands for.
 *
 * @source domain.md 3.2, modes of the network certificate
 */
export const NetworkMode = z.enum([
  'name-number',
  'name-number-validity',
  'name-number-face',
  'certificate',
  'face-certificate',
  'card-face-certificate',
]);

/** How strongly the certificate itself was checked when it was issued: basic 黑白网证 · high 彩色网证. @source domain.md 3.2 */
export const NetworkLevel = z.enum(['basic', 'high']);

/** A network identity (网证) that was verified for somebody here. The code itself is nowhere kept. */
export const NetworkProof = z.strictObject({
  /** The question to the platform, and the name of its record. */
  checkId: z.uuid(),
  mode: NetworkMode,
  level: NetworkLevel,
  /** Who answered, as the platform names itself. */
  by: z.string(),
  checkedAtMs: Moment,
});

/**
 * What an item asks of the proof of identity of whoever stands there.
 *
 * any: what the window takes anyway · high-level: a network certificate of the high level, or the document itself ·
 * face: the face was compared, by the platform or by a clerk with the document in hand, so that a face is never the
 * only way · document: the document lies here, no network certificate · chip: its chip was read twice
 */
export const IdentityNeed = z.enum(['any', 'high-level', 'face', 'document', 'chip']);

/** What the identity platform said of a code, or that it said nothing. */
export const NetworkResult = z.enum([
  'same-person',
  'other-person',
  'code-expired',
  'code-used',
  'code-unknown',
  'holder-needed',
  'away',
]);

/** Why a code that was shown proved nobody. */
export const NETWORK_REFUSALS = [
  'scan-gone',
  'code-expired',
  'code-used',
  'code-unknown',
  'another-person',
  'holder-needed',
  'network-away',
  'network-slow',
  'network-fault',
  'network-not-connected',
] as const;

export type NetworkMode = z.output<typeof NetworkMode>;
export type NetworkLevel = z.output<typeof NetworkLevel>;
export type NetworkProof = z.output<typeof NetworkProof>;
export type IdentityNeed = z.output<typeof IdentityNeed>;
export type NetworkRefusal = (typeof NETWORK_REFUSALS)[number];

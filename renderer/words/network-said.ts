import type { NetworkProof } from '#contract/shapes/network-identity.ts';
import type { Words } from './words.ts';

/** Level and mode of a network certificate that was verified. */
export function networkWords({ network }: Words, { level, mode }: NetworkProof): string {
  return network.said(network.levels[level], network.modes[mode]);
}

import { mayOpenEarlier as opensEarlier } from '#rules/identity/network-identity.ts';
import type { Party } from '../store/parties.ts';

/** Whether what this person gave before may be shown and used again: after two equal reads, or a strong network proof. */
export function mayOpenEarlier({ verification, details }: Party): boolean {
  return verification === 'confirmed' || (details.network !== null && opensEarlier(details.network));
}

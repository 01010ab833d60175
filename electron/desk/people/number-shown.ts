import type { NetworkRefusal } from '#contract/shapes/network-identity.ts';
import { normalisedNumber } from '#rules/identity/citizen-number.ts';
import type { OutsideBench } from '../answering.ts';
import { checkNetwork } from '../identity/network-check.ts';

type Number =
  | { readonly ok: true; readonly number: string }
  | { readonly ok: false; readonly refusal: NetworkRefusal | 'number-not-told' };

/** The number of whoever showed a network certificate, where its mode lets the platform tell it. */
export async function numberShown(bench: OutsideBench, scanId: string): Promise<Number> {
  const outcome = await checkNetwork(bench, { scanId, holder: null, party: null, caseId: null });
  if (outcome.ok) return { ok: true, number: normalisedNumber(outcome.holder.certificateNumber) };
  const { refusal } = outcome;
  return { ok: false, refusal: refusal === 'holder-needed' ? 'number-not-told' : refusal };
}

import type { IdentityNeed, NetworkProof } from '#contract/shapes/network-identity.ts';
import type { PartyKind, PartyRole, ValueSource } from '#contract/shapes/party.ts';
import { hasFace } from '../identity/network-identity.ts';

/** How somebody's identity was proved: no name, no number. */
export interface ProofOfIdentity {
  readonly kind: PartyKind;
  readonly source: ValueSource;
  /** Set where it was proved by a network certificate. */
  readonly network: Pick<NetworkProof, 'level' | 'mode'> | null;
}

export type ProofWord = 'high-level-needed' | 'face-needed' | 'document-needed' | 'chip-needed';

interface Terms {
  readonly need: IdentityNeed;
  /** The applicant must be seen (行政许可法 art. 29). */
  readonly mustAppearInPerson: boolean;
}

/**
 * Says what the proof of identity of the people of a case lacks for an item, or null when it is enough.
 *
 * Whoever acts stands there instead of the applicant; somebody else counts when a network certificate was shown for
 * them. A document in hand is compared with the face by the clerk, so
 * it does for a level and for a face; what it does not do for is an item that asks for the chip. Where the law wants
 * the person in front of the organ, a network certificate must have compared the face.
 *
 * @source 行政许可法 art. 29; domain.md 3.2, 12 F16; face rules in force 2025-06-01: never the only way
 */
export function identityNeedWord(
  people: Readonly<Record<PartyRole, ProofOfIdentity | null>>,
  { need, mustAppearInPerson }: Terms,
): ProofWord | null {
  const { applicant, handler, guardian, legalRepresentative } = people;
  const stands = handler ?? guardian ?? legalRepresentative ?? applicant;
  const asked = need === 'any' && mustAppearInPerson ? 'in-person' : need;
  const isLackingFor = (one: ProofOfIdentity | null): boolean =>
    one !== null &&
    one.kind === 'person' &&
    (one === stands || one.network !== null) &&
    isLacking[asked](one);
  return Object.values(people).some(isLackingFor) ? WORDS[asked] : null;
}

type Asked = IdentityNeed | 'in-person';

const isLacking: Readonly<Record<Asked, (stands: ProofOfIdentity) => boolean>> = {
  any: () => false,
  'high-level': ({ network }) => network !== null && network.level !== 'high',
  face: hasNoFace,
  'in-person': hasNoFace,
  document: ({ network }) => network !== null,
  chip: ({ source }) => source !== 'card-chip',
};

function hasNoFace({ network }: ProofOfIdentity): boolean {
  return network !== null && !hasFace(network.mode);
}

const WORDS: Readonly<Record<Asked, ProofWord | null>> = {
  any: null,
  'high-level': 'high-level-needed',
  face: 'face-needed',
  'in-person': 'face-needed',
  document: 'document-needed',
  chip: 'chip-needed',
};

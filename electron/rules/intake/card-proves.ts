import type { ItemMaterial } from '#contract/shapes/item.ts';
import type { PartyKind } from '#contract/shapes/party.ts';
import { cardHolderNamed, isIdentityCardPaper, type NamedHolder } from '../notices/card-papers.ts';

/** What the rule needs to know of a party. */
export interface CardHolder {
  readonly kind: PartyKind;
  readonly name: string;
  /** GB/T 2261.1; `2` is female. */
  readonly sexCode: string | null;
  readonly legalRepresentative: string | null;
  /** Two equal reads of the chip, or a network certificate the platform verified. */
  readonly isProved: boolean;
}

/**
 * Says whether a paper is an identity card that the reader, or a network certificate, has proved, so that no copy is
 * asked for.
 *
 * Only a card that is looked at and given back counts, and only the card of the person the paper names: the
 * applicant's where it says nothing else, the mother's must be a woman's, the legal representative's must bear the
 * name the enterprise gave. Cards of several people are never proved by one read.
 *
 * @source domain.md 3.2: the chip is the proof, a photocopy is a worse one; catalogue: read the chip or the CTID code
 */
export function cardProves(material: ItemMaterial, parties: HoldersAtWindow): boolean {
  if (material.custody !== 'read_only_not_kept' || !isIdentityCardPaper(material)) return false;
  return provedBy[cardHolderNamed(material)](parties);
}

interface HoldersAtWindow {
  readonly applicant: CardHolder | null;
  readonly handler: CardHolder | null;
  readonly legalRepresentative: CardHolder | null;
}

const provedBy: Readonly<Record<NamedHolder, (parties: HoldersAtWindow) => boolean>> = {
  applicant: ({ applicant }) => isProved(applicant) && applicant?.kind === 'person',
  mother: ({ applicant }) => isProved(applicant) && applicant?.sexCode === '2',
  handler: ({ applicant, handler }) => isProved(handler ?? applicant),
  'legal-representative': ({ applicant, handler, legalRepresentative }) => {
    if (isProved(legalRepresentative)) return true;
    const named = applicant?.legalRepresentative ?? '';
    return named !== '' && [applicant, handler].some((one) => isProved(one) && one?.name === named);
  },
  several: () => false,
};

function isProved(holder: CardHolder | null): boolean {
  return holder?.isProved === true;
}

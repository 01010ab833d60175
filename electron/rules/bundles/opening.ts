import type { Bundle, BundleSubject } from '#contract/shapes/bundle.ts';
import { Meaning } from '#contract/shapes/form.ts';

/** Whom an opening of a bundle is about, and the how manieth of them it is in its visit, from 1. */
export interface Opening {
  readonly subject: BundleSubject | null;
  readonly place: number;
}

/**
 * What a visit calls a fact of this opening. The first child is `child`, as in every form; the second one's facts are
 * facts of their own (`child-no-2.name`), and what speaks of the applicant is one fact for all of them.
 *
 * @source domain.md 7 (1)
 */
export function meaningOfOpening(opening: Opening | null, meaning: Meaning): Meaning {
  if (!opening || !isOwn(opening, meaning)) return meaning;
  const at = meaning.indexOf('.');
  return Meaning.parse(`${meaning.slice(0, at)}-no-${opening.place}${meaning.slice(at)}`);
}

/** What the form of an item calls it, whichever opening it is of. */
export function plainMeaning(meaning: Meaning): Meaning {
  return Meaning.parse(meaning.replace(/^([^.]*)-no-[0-9]+\./, '$1.'));
}

type Section = { readonly id: string; readonly labelZh: string; readonly labelEn: string };

/** Where a fact of this opening stands: the second child has a section of its own. */
export function sectionOfOpening(opening: Opening | null, meaning: Meaning, section: Section): Section {
  const { subject, place } = opening ?? NONE;
  if (!opening || !subject || !isOwn(opening, meaning)) return section;
  return {
    id: `${section.id}-no-${place}`,
    labelZh: `${section.labelZh}（${subject.nameZh} ${place}）`,
    labelEn: `${section.labelEn} (${subject.nameEn} ${place})`,
  };
}

/** The name of an opening: the first one bears the name of the catalogue. */
export function nameOfOpening(
  { subject, nameZh, nameEn }: Pick<Bundle, 'subject' | 'nameZh' | 'nameEn'>,
  place: number,
): { readonly nameZh: string; readonly nameEn: string } {
  if (!subject || place === 1) return { nameZh, nameEn };
  return {
    nameZh: `${nameZh}（${subject.nameZh} ${place}）`,
    nameEn: `${nameEn} (${subject.nameEn} ${place})`,
  };
}

/** A paper that each of them has its own of. */
export function isPaperOfSubject({ subject }: Pick<Bundle, 'subject'>, materialId: string): boolean {
  return subject !== null && subject.materials.includes(materialId);
}

const NONE: Opening = { subject: null, place: 1 };

function isOwn({ subject, place }: Opening, meaning: Meaning): boolean {
  return place > 1 && subject !== null && subject.words.includes(meaning.slice(0, meaning.indexOf('.')));
}

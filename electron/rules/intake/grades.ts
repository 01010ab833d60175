import type { MaterialRoute } from '#contract/shapes/case.ts';
import type { Grade } from '#contract/shapes/material.ts';

/**
 * The grade of a paper by how it came, or null while it is still to come.
 *
 * What the issuing body gave (the chip, an electronic licence, shared data) is A. A paper that a clerk compared with
 * the original is B, and so is a copy of it that is reused. What was not compared is C. A commitment is D, and so is
 * a paper the applicant made: there is no original to compare it with.
 *
 * @param source who makes the paper, as the catalogue says it
 * @source domain.md 4.3
 */
export function gradeOf(
  { source }: { readonly source: string },
  {
    route,
    checkedAgainstOriginal,
  }: { readonly route: MaterialRoute | null; readonly checkedAgainstOriginal: boolean },
): Grade | null {
  if (route === null || route === 'later') return null;
  const fixed = BY_ROUTE[route];
  if (fixed) return fixed;
  if (checkedAgainstOriginal) return 'B';
  return source === 'applicant' ? 'D' : 'C';
}

const BY_ROUTE: Readonly<Partial<Record<MaterialRoute, Grade>>> = {
  card: 'A',
  licence: 'A',
  'shared-data': 'A',
  reuse: 'B',
  commitment: 'D',
};

import type { CaseMaterial } from '#contract/shapes/case.ts';

/** Papers for which a commitment of the applicant stands (告知承诺). @source domain.md 5.4 */
export function committedPapers(materials: readonly CaseMaterial[]): readonly CaseMaterial[] {
  return materials.filter(({ asked, route }) => asked && isCommitment(route));
}

function isCommitment(route: string | null): boolean {
  return route === 'commitment';
}

import type { Guardianship } from '#contract/shapes/party.ts';
import { ADULT_AT } from '../identity/age.ts';

type Relation = Guardianship['relation'];
type Proof = Guardianship['proof'];

/** The papers that prove a relation. @source 民法典 arts. 27, 28, 31, 32; domain.md 3.1: household data or paper */
export const PROOFS: Readonly<Record<Relation, readonly Proof[]>> = {
  parent: ['household-register', 'birth-certificate', 'judgment'],
  spouse: ['household-register', 'marriage-certificate', 'judgment'],
  child: ['household-register', 'birth-certificate', 'judgment'],
  grandparent: ['household-register', 'judgment'],
  sibling: ['household-register', 'judgment'],
  appointed: ['designation', 'judgment'],
};

/** Who may guard somebody of this age: nobody is the spouse or the child of a child. */
export function relationsFor(years: number | null): readonly Relation[] {
  const all: readonly Relation[] = ['parent', 'spouse', 'child', 'grandparent', 'sibling', 'appointed'];
  return years === null || years >= ADULT_AT
    ? all
    : all.filter((relation) => relation !== 'spouse' && relation !== 'child');
}

/** Whether the relation is proved: its original was seen, it proves this relation, and the ward may have it. */
export function isGuardianProved(guardianship: Guardianship | null, years: number | null): boolean {
  if (!guardianship?.originalSeen) return false;
  const { relation, proof } = guardianship;
  return PROOFS[relation].includes(proof) && relationsFor(years).includes(relation);
}

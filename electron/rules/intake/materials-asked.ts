import type { MaterialReason } from '#contract/shapes/case.ts';
import { Fact, type ItemMaterial, type ServiceItem } from '#contract/shapes/item.ts';
import { type Facts, factsKnown, optionsChosen, type SituationAnswers } from './situations.ts';

export interface AskedMaterial {
  readonly material: ItemMaterial;
  /** False: the paper stays in the list with its reason, so that a clerk can say why it is not needed. */
  readonly asked: boolean;
  readonly reason: MaterialReason;
  /** The question whose answer added or dropped it. */
  readonly situationId: string | null;
  readonly mandatory: boolean;
}

/**
 * Which papers this citizen must bring for the item, each with its reason (情形引导).
 *
 * Required papers are asked unless an answer drops them. A conditional paper is asked until a known fact rules it
 * out, so that an unanswered question never hides a paper. An answer may add papers; a paper that one answer drops
 * and another adds is asked. Where the catalogue names a data-share query instead of a paper, the paper is asked
 * for: no query is connected, and the law lets no case wait for one.
 *
 * @param agent whether somebody acts for the applicant
 * @source domain.md 4.2; 行政许可法 art. 31: nothing may be asked for that has no bearing on the item
 */
export function materialsAsked(
  item: ServiceItem,
  answers: SituationAnswers,
  agent: boolean,
): AskedMaterial[] {
  const facts = factsKnown(answers, agent);
  const chosen = optionsChosen(item, answers);
  const droppedBy = new Map(
    chosen.flatMap(({ situationId, option }) => option.dropMaterials.map((id) => [id, situationId] as const)),
  );
  const addedBy = new Map(
    chosen.flatMap(({ situationId, option }) =>
      option.addMaterials.map((material) => [material.id, { situationId, material }] as const),
    ),
  );

  const listed = item.materials.map((material) => {
    const added = addedBy.get(material.id);
    if (added) return addedPaper(material, added.situationId);
    const dropped = droppedBy.get(material.id);
    return dropped === undefined ? bySelf(material, facts) : droppedPaper(material, dropped);
  });
  const known = new Set(item.materials.map(({ id }) => id));
  const extra = [...addedBy.values()]
    .filter(({ material }) => !known.has(material.id))
    .map(({ material, situationId }) => addedPaper(material, situationId));
  return [...listed, ...extra];
}

function bySelf(material: ItemMaterial, facts: Facts): AskedMaterial {
  const plain = { material, situationId: null };
  if (ruledOut(material.when, facts)) {
    return { ...plain, asked: false, reason: 'condition-not-met', mandatory: false };
  }
  if (material.necessity === 'optional' || (material.necessity === 'conditional' && !material.when)) {
    return { ...plain, asked: true, reason: 'optional', mandatory: false };
  }
  return { ...plain, asked: true, reason: material.when ? 'condition-met' : 'required', mandatory: true };
}

function addedPaper(material: ItemMaterial, situationId: string): AskedMaterial {
  const mandatory = material.necessity !== 'optional';
  return { material, asked: true, reason: 'added-by-situation', situationId, mandatory };
}

function droppedPaper(material: ItemMaterial, situationId: string): AskedMaterial {
  return { material, asked: false, reason: 'dropped-by-situation', situationId, mandatory: false };
}

function ruledOut(when: ItemMaterial['when'], facts: Facts): boolean {
  if (!when) return false;

  return Fact.options.some((fact) => {
    const wanted = when[fact];
    const known = facts[fact];
    return wanted !== undefined && known !== undefined && wanted !== known;
  });
}

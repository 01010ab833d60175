import type { MaterialReason } from '#contract/shapes/case.ts';
import { Fact, type ItemMaterial, type ServiceItem } from '#contract/shapes/item.ts';
import type { OwedBy } from '#contract/shapes/material.ts';
import { type Facts, factsKnown, optionsChosen, type SituationAnswers } from './situations.ts';

export interface AskedMaterial {
  readonly material: ItemMaterial;
  /** False: the paper stays in the list with its reason, so that a clerk can say why it is not needed. */
  readonly asked: boolean;
  readonly reason: MaterialReason;
  /** The question whose answer added or dropped it. */
  readonly situationId: string | null;
  readonly mandatory: boolean;
  /** The rule that let an answer add or drop it. */
  readonly basis: string | null;
  /** A query that may answer instead of the paper, by the item or by an answer. */
  readonly query: string | null;
  /** Who owes the data: the paper may not be asked for. */
  readonly owedBy: OwedBy | null;
}

/** The duty because of which a paper may no longer be asked for, or null. */
export type DutyOn = (material: ItemMaterial) => OwedBy | null;

/**
 * Which papers this citizen must bring for the item, each with its reason (情形引导).
 *
 * Required papers are asked unless an answer drops them. A conditional paper is asked until a known fact rules it
 * out, so that an unanswered question never hides a paper. An answer may add papers, or put one in the place of
 * another; a paper that one answer drops and another adds is asked. Where the catalogue names a data-share query
 * instead of a paper, the paper stays asked for and the query is one of the ways it may come: the law lets no case
 * wait for a query. A paper whose data a department owes to the hall is not asked for, whatever else says so.
 *
 * @param agent whether somebody acts for the applicant
 * @param dutyOn the duty list in force
 * @source domain.md 4.2, 12.3 F53; 行政许可法 art. 31: nothing may be asked for that has no bearing on the item
 */
export function materialsAsked(
  item: ServiceItem,
  answers: SituationAnswers,
  agent: boolean,
  dutyOn: DutyOn = () => null,
): AskedMaterial[] {
  const facts = factsKnown(answers, agent);
  const chosen = optionsChosen(item, answers);
  const droppedBy = new Map(
    chosen.flatMap((one) =>
      [...one.option.dropMaterials, ...one.option.replaceMaterials.map(({ drop }) => drop)].map(
        (id) => [id, one] as const,
      ),
    ),
  );
  const addedBy = new Map(
    chosen.flatMap((one) =>
      [...one.option.addMaterials, ...one.option.replaceMaterials.map(({ add }) => add)].map(
        (material) => [material.id, { one, material }] as const,
      ),
    ),
  );
  const queryOf = new Map(
    chosen.flatMap(({ option: { dataShareInstead } }) =>
      dataShareInstead ? [[dataShareInstead.material, dataShareInstead.query] as const] : [],
    ),
  );

  const listed = item.materials.map((material) => {
    const added = addedBy.get(material.id);
    if (added) return addedPaper(material, added.one);
    const dropped = droppedBy.get(material.id);
    return dropped === undefined ? bySelf(material, facts) : droppedPaper(material, dropped);
  });
  const known = new Set(item.materials.map(({ id }) => id));
  const extra = [...addedBy.values()]
    .filter(({ material }) => !known.has(material.id))
    .map(({ material, one }) => addedPaper(material, one));
  return [...listed, ...extra].map((paper) => {
    const { material } = paper;
    const query = material.dataShareQuery ?? queryOf.get(material.id) ?? null;
    const owedBy = paper.asked ? dutyOn(material) : null;
    return owedBy
      ? { ...paper, query, owedBy, asked: false, mandatory: false, reason: 'owed-by-department' }
      : { ...paper, query, owedBy };
  });
}

type Chosen = ReturnType<typeof optionsChosen>[number];
type Judged = Omit<AskedMaterial, 'query' | 'owedBy'>;

function bySelf(material: ItemMaterial, facts: Facts): Judged {
  const plain = { material, situationId: null, basis: null };
  if (ruledOut(material.when, facts)) {
    return { ...plain, asked: false, reason: 'condition-not-met', mandatory: false };
  }
  if (material.necessity === 'optional' || (material.necessity === 'conditional' && !material.when)) {
    return { ...plain, asked: true, reason: 'optional', mandatory: false };
  }
  return { ...plain, asked: true, reason: material.when ? 'condition-met' : 'required', mandatory: true };
}

function addedPaper(material: ItemMaterial, { situationId, option }: Chosen): Judged {
  const mandatory = material.necessity !== 'optional';
  const { basis } = option;
  return { material, asked: true, reason: 'added-by-situation', situationId, mandatory, basis };
}

function droppedPaper(material: ItemMaterial, { situationId, option }: Chosen): Judged {
  const { basis } = option;
  return { material, asked: false, reason: 'dropped-by-situation', situationId, mandatory: false, basis };
}

function ruledOut(when: ItemMaterial['when'], facts: Facts): boolean {
  if (!when) return false;

  return Fact.options.some((fact) => {
    const wanted = when[fact];
    const known = facts[fact];
    return wanted !== undefined && known !== undefined && wanted !== known;
  });
}

import { Fact, type ServiceItem, type Situation, type SituationOption } from '#contract/shapes/item.ts';
import { factQuestions } from '../notices/fact-questions.ts';

/** Situation id → option id, as the clerk answered. */
export type SituationAnswers = Readonly<Record<string, string>>;
export type Facts = Readonly<Partial<Record<Fact, boolean>>>;

/**
 * All questions of an item, in order: those of the catalogue, then one for each fact that a paper's condition
 * depends on and that nothing else can tell (`fact:localHukou`, options `yes` and `no`).
 * Whether somebody acts for the applicant is seen at the window and never asked.
 */
export function situationsAsked(item: ServiceItem): Situation[] {
  const needed = new Set(
    everyPaper(item).flatMap((paper) => Fact.options.filter((fact) => paper.when?.[fact] !== undefined)),
  );
  const asked = Fact.options.flatMap((fact) =>
    fact !== 'agent' && needed.has(fact) ? [factSituation(fact)] : [],
  );
  return [...item.situations, ...asked];
}

/** What is known about the citizen: from who is at the window, and from the answers given so far. */
export function factsKnown(answers: SituationAnswers, agent: boolean): Facts {
  const known: Partial<Record<Fact, boolean>> = { agent };
  for (const fact of Fact.options) {
    const answer = answers[factSituationId(fact)];
    if (fact !== 'agent' && answer !== undefined) known[fact] = answer === 'yes';
  }
  return known;
}

export function optionsChosen(
  item: ServiceItem,
  answers: SituationAnswers,
): { readonly situationId: string; readonly option: SituationOption }[] {
  return situationsAsked(item).flatMap(({ id, options }) => {
    const option = options.find((one) => one.id === answers[id]);
    return option ? [{ situationId: id, option }] : [];
  });
}

/** Ids of the questions that have no answer yet. */
export function situationsOpen(item: ServiceItem, answers: SituationAnswers): string[] {
  const answered = new Set(optionsChosen(item, answers).map(({ situationId }) => situationId));
  return situationsAsked(item).flatMap(({ id }) => (answered.has(id) ? [] : [id]));
}

/** Where the catalogue sends somebody with these answers instead, or null when the item is the right one. */
export function rerouteOf(item: ServiceItem, answers: SituationAnswers): string | null {
  return (
    optionsChosen(item, answers).find(({ option }) => option.rerouteTo !== null)?.option.rerouteTo ?? null
  );
}

/**
 * The special procedures that will stop the decision clock of this case: those an answer brought in, and those
 * of the item that hang on no answer at all.
 *
 * @source 行政许可法 art. 45
 */
export function proceduresDue(
  item: ServiceItem,
  answers: SituationAnswers,
): ServiceItem['specialProcedures'] {
  const conditional = new Set(
    item.situations.flatMap(({ options }) => options.flatMap((option) => option.addSpecialProcedure ?? [])),
  );
  const brought = new Set(
    optionsChosen(item, answers).flatMap(({ option }) => option.addSpecialProcedure ?? []),
  );
  return item.specialProcedures.filter(({ id }) => brought.has(id) || !conditional.has(id));
}

function everyPaper(item: ServiceItem) {
  const added = item.situations.flatMap(({ options }) =>
    options.flatMap((option) => [...option.addMaterials, ...option.replaceMaterials.map(({ add }) => add)]),
  );
  return [...item.materials, ...added];
}

function factSituation(fact: Exclude<Fact, 'agent'>): Situation {
  const words = factQuestions[fact];
  return {
    id: factSituationId(fact),
    questionZh: words.questionZh,
    questionEn: words.questionEn,
    options: [factOption('yes', words.yesZh, words.yesEn), factOption('no', words.noZh, words.noEn)],
  };
}

function factSituationId(fact: Fact): string {
  return `fact:${fact}`;
}

function factOption(id: 'yes' | 'no', labelZh: string, labelEn: string): SituationOption {
  return {
    id,
    labelZh,
    labelEn,
    dropMaterials: [],
    addMaterials: [],
    replaceMaterials: [],
    dataShareInstead: null,
    addSpecialProcedure: null,
    rerouteTo: null,
    note: null,
    basis: null,
  };
}

import type { CaseView, VisitView } from '#contract/shapes/case.ts';
import { type MaskedParty, PartyRole } from '#contract/shapes/party.ts';
import type { IconName, Tone } from '../../components/icon.tsx';
import { STEPS, type Step } from '../../stores/case-acts.ts';
import { inLanguage, type Words } from '../../words/words.ts';
import { roleName, rolesWanted } from './role-words.ts';

export interface RailAnswer {
  readonly step: Step;
  /** done: answered · open: something is missing · stop: refused · todo: not yet */
  readonly state: 'done' | 'open' | 'stop' | 'todo';
  readonly answer: string;
}

export const RAIL_SIGNS = {
  done: ['ok', 'pine'],
  open: ['warn', 'amber'],
  stop: ['stop', 'zhu'],
  todo: ['todo', 'dim'],
} as const satisfies Record<RailAnswer['state'], readonly [IconName, Tone]>;

/** What each step of the rail says: a state and an answer in words. */
export function railAnswers(words: Words, visit: VisitView | null, file: CaseView | null): RailAnswer[] {
  const said: Record<Step, Omit<RailAnswer, 'step'>> = {
    identity: identityAnswer(words, file?.applicant ?? visit?.applicant ?? null, visit),
    item: itemAnswer(words, file),
    situation: situationAnswer(words, file),
    form: formAnswer(words, file),
    materials: materialsAnswer(words, file),
    result: resultAnswer(words, file),
  };
  return STEPS.map((step) => ({ step, ...said[step] }));
}

/** Whether a rule objects to a value and nobody has written why to go on. */
export function isObjected(party: MaskedParty | null): boolean {
  return party?.objections.some((one) => one.blocks && one.overriddenBecause === null) ?? false;
}

function identityAnswer(words: Words, party: MaskedParty | null, visit: VisitView | null) {
  const { rail } = words.sheet.intake;
  if (!party || party.filled.length === 0) return { state: 'todo', answer: rail.noPerson } as const;
  if (visit ? PartyRole.options.some((role) => isObjected(visit[role])) : isObjected(party)) {
    return { state: 'open', answer: `${party.name} ${rail.objected}` } as const;
  }
  const needed = visit && rolesWanted(visit)[0];
  if (visit && needed) {
    return { state: 'open', answer: words.people.wanted(roleName(words, visit, needed)) } as const;
  }
  const verified = words.sheet.identity.tab[party.verification];
  const proved = party.verification !== 'unconfirmed' && party.verification !== 'differs';
  return { state: proved ? 'done' : 'open', answer: `${party.name} ${verified}` } as const;
}

function itemAnswer(words: Words, file: CaseView | null) {
  if (!file) return { state: 'todo', answer: words.sheet.intake.rail.noItem } as const;
  return { state: 'done', answer: inLanguage(words, file.item.nameZh, file.item.nameEn) } as const;
}

function situationAnswer(words: Words, file: CaseView | null) {
  const { rail } = words.sheet.intake;
  if (!file) return { state: 'todo', answer: rail.undecided } as const;
  const { situations } = file.item;
  if (situations.length === 0) return { state: 'done', answer: rail.noQuestions } as const;
  if (file.rerouteTo !== null)
    return { state: 'stop', answer: words.sheet.intake.situation.wrongItem } as const;
  const open = situations.filter((situation) => !file.answers[situation.id]).length;
  return open > 0
    ? ({ state: 'open', answer: rail.unanswered(open) } as const)
    : ({ state: 'done', answer: rail.answered(situations.length) } as const);
}

function formAnswer(words: Words, file: CaseView | null) {
  const { rail } = words.sheet.intake;
  if (!file) return { state: 'todo', answer: rail.undecided } as const;
  const { asked, open, wrong, differing } = file.form;
  if (asked === 0) return { state: 'done', answer: rail.noForm } as const;
  if (differing > 0) return { state: 'open', answer: rail.formDiffers(differing) } as const;
  if (wrong > 0) return { state: 'open', answer: rail.formWrong(wrong) } as const;
  return open > 0
    ? ({ state: 'open', answer: rail.formOpen(open) } as const)
    : ({ state: 'done', answer: rail.formWhole(asked) } as const);
}

function materialsAnswer(words: Words, file: CaseView | null) {
  const { rail } = words.sheet.intake;
  if (!file) return { state: 'todo', answer: rail.undecided } as const;
  const asked = file.materials.filter((material) => material.asked).length;
  if (asked === 0) return { state: 'done', answer: rail.noPapers } as const;
  return file.missing.length > 0
    ? ({ state: 'open', answer: rail.papersMissing(file.missing.length) } as const)
    : ({ state: 'done', answer: rail.papersIn(asked) } as const);
}

function resultAnswer(words: Words, file: CaseView | null) {
  if (!file || file.state === 'draft')
    return { state: 'todo', answer: words.sheet.intake.rail.undecided } as const;
  const answer = words.sheet.deciding.states[file.state];
  if (file.state === 'refused') return { state: 'stop', answer } as const;
  return { state: file.state === 'awaiting-correction' ? 'open' : 'done', answer } as const;
}

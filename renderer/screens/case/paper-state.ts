import type { CaseMaterial, CaseView } from '#contract/shapes/case.ts';
import { dayWords } from '../../words/dates.ts';
import { inLanguage, type Words } from '../../words/words.ts';
import { noteInLanguage } from './note-in-language.ts';

/** done: it is here · missing: it stops the case · later: promised for a day · none: may be left out */
export type PaperState = 'done' | 'missing' | 'later' | 'none';

export const PAPER_SIGNS = {
  done: ['ok', 'pine'],
  missing: ['warn', 'amber'],
  later: ['wait', 'indigo'],
  none: ['none', 'dim'],
} as const;

/** How a paper stands. What is missing was decided at the desk. */
export function paperState(file: CaseView, material: CaseMaterial): PaperState {
  if (file.missing.includes(material.id)) return 'missing';
  if (material.route === 'later') return 'later';
  return material.route === null ? 'none' : 'done';
}

/** Why a paper is asked for, what happens to it, and how many of it. */
export function whyWords(words: Words, file: CaseView, material: CaseMaterial): string {
  const { papers } = words.sheet.intake;
  const custody: Readonly<Record<string, string>> = papers.custody;
  return [
    reasonOf(words, file, material),
    custody[material.custody] ?? '',
    material.originals > 0 ? papers.originals(material.originals) : '',
    material.copies > 0 ? papers.copies(material.copies) : '',
    noteInLanguage(words, material.note),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Why, with the article that lets the hall ask, or forbids it: what F1 says about the paper in hand. */
export function whyByLaw(words: Words, file: CaseView, material: CaseMaterial): string {
  const { papers } = words.sheet.intake;
  const law =
    [material.basis, material.byLaw].filter((one) => one !== null).join(papers.lawMark) || papers.noLaw;
  const why = papers.whyPaper(reasonOf(words, file, material), law);
  if (!material.owedBy) return why;
  const { department, data, method } = material.owedBy;
  return papers.owedBy(department, data, method) + why;
}

/** A situation is named by its question where it added or dropped the paper. */
function reasonOf(words: Words, file: CaseView, material: CaseMaterial): string {
  const said = words.sheet.intake.papers.reasons[material.reason];
  const situation = file.item.situations.find((one) => one.id === material.situationId);
  const option = situation?.options.find((one) => one.id === file.answers[situation.id]);
  return option ? `${said} (${inLanguage(words, option.labelZh, option.labelEn)})` : said;
}

export interface HowItCame {
  readonly title: string;
  readonly note: string;
}

/** How a paper came, in two short lines beside its seal. */
export function howItCame(words: Words, file: CaseView, material: CaseMaterial): HowItCame {
  const { papers } = words.sheet.intake;
  const { route } = material;
  if (route === null) {
    if (!file.missing.includes(material.id)) return { title: papers.optional, note: '' };
    return { title: papers.notYet, note: material.tolerable ? papers.tolerable : papers.notTolerable };
  }
  const title = papers.routes[route];
  if (route === 'later') {
    const due = material.dueOn ? papers.dueBy(dayWords(material.dueOn, words)) : '';
    return { title, note: [material.recheck ? words.sources.recheck : '', due].filter(Boolean).join(' · ') };
  }
  if (route === 'scan') return { title, note: material.file?.name ?? '' };
  if (route === 'commitment') return { title, note: papers.grades.D };
  if (route === 'file') return { title, note: material.file?.name ?? '' };
  if (route === 'licence' || route === 'shared-data')
    return { title, note: material.recheck ? words.sources.recheck : (material.query?.answeredBy ?? '') };
  if (route === 'reuse') return { title, note: material.reused?.receiptNumber ?? '' };
  if (route === 'card') return { title, note: '' };
  const taken = papers.taken(material.originalsTaken, material.copiesTaken);
  const parts = [
    material.checkedAgainstOriginal ? papers.checked : '',
    material.originalsTaken + material.copiesTaken > 0 ? taken : '',
  ].filter(Boolean);
  if (file.missing.includes(material.id)) parts.unshift(papers.tooFew);
  if (material.recheck) parts.unshift(words.sources.recheck);
  return { title, note: parts.join(' · ') || papers.notChecked };
}

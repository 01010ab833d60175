import type { CaseId } from '#contract/shapes/case.ts';
import type { GuidedPaper } from '#contract/shapes/guidance.ts';
import type { ServiceItem } from '#contract/shapes/item.ts';
import { situationsAsked, type SituationAnswers } from '#rules/intake/situations.ts';
import type { NoticeFacts } from '#rules/notices/notice-facts.ts';
import type { WriteBench } from '../answering.ts';
import { gatherCase } from '../intake/case-whole.ts';
import { type IssuedNotice, issueNotice } from '../papers/issue-notice.ts';
import { caseById } from '../store/cases.ts';
import { guidanceById } from '../store/guidances.ts';
import { bundleGuidance } from './guide-bundle.ts';
import { answersKnown, guidanceFor } from './guide.ts';

type Facts = NoticeFacts['guidance-list'];
type Barred = 'no-such-guidance' | 'no-such-item' | 'no-such-bundle' | 'no-such-case';
type Listed = IssuedNotice | { readonly barred: Barred };

/**
 * Prints what was told before the ticket (办事一次性告知单): the list as it follows from the kept answers today.
 *
 * @param agent somebody comes for another; null where nobody said
 * @source 行政许可法 art. 30; domain.md 5.2
 */
export function listOfGuidance(bench: WriteBench, guidanceId: string, agent: boolean | null): Listed {
  const { db, parts } = bench;
  const kept = guidanceById(db, guidanceId);
  if (!kept) return { barred: 'no-such-guidance' };
  if (kept.itemCode !== null) {
    const item = parts.items.byCode(kept.itemCode);
    if (!item) return { barred: 'no-such-item' };
    const facts = factsOfItem(parts, item, answersKnown(item, kept.answers), agent);
    return issueNotice(bench, { kind: 'guidance-list', guidanceId, facts });
  }
  const facts = factsOfBundle(parts, kept.bundleId ?? '', kept.answers, agent);
  return facts === null
    ? { barred: 'no-such-bundle' }
    : issueNotice(bench, { kind: 'guidance-list', guidanceId, facts });
}

/** The same list at the counter, from the answers of an open case and who is at the window. */
export function listOfCase(bench: WriteBench, caseId: CaseId): Listed {
  const record = caseById(bench.db, caseId);
  if (!record) return { barred: 'no-such-case' };
  const { applicant, handler } = gatherCase(bench, record);
  const agent = applicant === null && handler === null ? null : handler !== null;
  const facts = factsOfItem(bench.parts, record.item, record.answers, agent);
  return issueNotice(bench, { kind: 'guidance-list', caseId, facts });
}

function factsOfItem(
  parts: WriteBench['parts'],
  item: ServiceItem,
  answers: SituationAnswers,
  agent: boolean | null,
): Facts {
  const { papers, open } = guidanceFor(parts, item, answers, agent ?? false);
  return {
    aboutZh: item.nameZh,
    departmentZh: item.department.nameZh,
    agent,
    answers: situationsAsked(item).flatMap(({ id, questionZh, options }) => {
      const chosen = options.find((option) => option.id === answers[id]);
      return chosen ? [{ questionZh, answerZh: chosen.labelZh }] : [];
    }),
    openCount: open.length,
    papers: papers.map((paper) => ({ paper, madeByZh: null, serves: 1 })),
    steps: null,
    terms: item,
  };
}

function factsOfBundle(
  parts: WriteBench['parts'],
  bundleId: string,
  answers: Readonly<Record<string, string>>,
  agent: boolean | null,
): Facts | null {
  const bundle = parts.items.bundleById(bundleId);
  const guidance = bundle && bundleGuidance(parts, bundle, answers, agent ?? false);
  if (!guidance) return null;
  const { questions, papers, offer } = guidance;
  const nameOf = (code: string | null): string | null =>
    offer.steps.find(({ itemCode }) => itemCode === code)?.itemNameZh ?? null;
  return {
    aboutZh: bundle.nameZh,
    departmentZh: `${bundle.leadDepartment.nameZh}（牵头）`,
    agent,
    answers: questions.flatMap(({ questionZh, options, answer }) => {
      const chosen = options.find(({ id }) => id === answer);
      return chosen ? [{ questionZh, answerZh: chosen.labelZh }] : [];
    }),
    openCount: questions.filter(({ answer }) => answer === null).length,
    papers: papers.map(({ itemCodes, madeBy, ...paper }) => ({
      paper: paper satisfies GuidedPaper,
      madeByZh: nameOf(madeBy),
      serves: itemCodes.length,
    })),
    steps: offer.steps.map(({ itemNameZh }) => itemNameZh),
    terms: null,
  };
}

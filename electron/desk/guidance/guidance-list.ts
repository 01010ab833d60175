import type { Bundle, OpenBundleId } from '#contract/shapes/bundle.ts';
import type { CaseId } from '#contract/shapes/case.ts';
import type { BundleGuidance, GuidedPaper } from '#contract/shapes/guidance.ts';
import type { ItemCode, ServiceItem } from '#contract/shapes/item.ts';
import { situationsAsked, type SituationAnswers } from '#rules/intake/situations.ts';
import type { NoticeFacts } from '#rules/notices/notice-facts.ts';
import type { WriteBench } from '../answering.ts';
import { gatherBundle } from '../bundles/whole-bundle.ts';
import { gatherCase } from '../intake/case-whole.ts';
import { type IssuedNotice, issueNotice } from '../papers/issue-notice.ts';
import { caseById } from '../store/cases.ts';
import { guidanceById } from '../store/guidances.ts';
import { openBundleById } from '../store/open-bundles.ts';
import { partiesOf } from '../store/parties.ts';
import { bundleGuidance, guidanceOfSteps } from './guide-bundle.ts';
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
  const bundle = parts.items.bundleById(kept.bundleId ?? '');
  const guidance = bundle && bundleGuidance(parts, bundle, kept.answers, agent ?? false);
  if (!guidance) return { barred: 'no-such-bundle' };
  const facts = factsOfBundle(bundle, guidance.offer.steps, guidance, agent);
  return issueNotice(bench, { kind: 'guidance-list', guidanceId, facts });
}

/** The same list at the counter, from the answers of an open case and who is at the window. */
export function listOfCase(bench: WriteBench, caseId: CaseId): Listed {
  const record = caseById(bench.db, caseId);
  if (!record) return { barred: 'no-such-case' };
  const { applicant, handler } = gatherCase(bench, record);
  const facts = factsOfItem(bench.parts, record.item, record.answers, agentAmong({ applicant, handler }));
  return issueNotice(bench, { kind: 'guidance-list', caseId, facts });
}

/** One list for every step of an open bundle that is applied for, from the answers its cases have now. */
export function listOfBundle(bench: WriteBench, bundleId: OpenBundleId): Listed {
  const open = openBundleById(bench.db, bundleId);
  if (!open) return { barred: 'no-such-bundle' };
  const records = gatherBundle(bench, open).steps.flatMap(({ record }) => record ?? []);
  const agent = agentAmong(partiesOf(bench.db, open.visitId));
  const facts = factsOfBundle(
    open.bundle,
    records.map(({ item }) => ({ itemCode: item.code, itemNameZh: item.nameZh })),
    guidanceOfSteps(bench.parts, open.bundle, records, agent ?? false),
    agent,
  );
  return issueNotice(bench, { kind: 'guidance-list', bundleId, facts });
}

/** Somebody acts for another; null while nobody is known. */
function agentAmong({ applicant, handler }: Record<'applicant' | 'handler', object | null>): boolean | null {
  return applicant === null && handler === null ? null : handler !== null;
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
  bundle: Bundle,
  steps: readonly { readonly itemCode: ItemCode; readonly itemNameZh: string }[],
  { questions, papers }: Pick<BundleGuidance, 'questions' | 'papers'>,
  agent: boolean | null,
): Facts {
  const nameOf = (code: string | null): string | null =>
    steps.find(({ itemCode }) => itemCode === code)?.itemNameZh ?? null;
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
    steps: steps.map(({ itemNameZh }) => itemNameZh),
    terms: null,
  };
}

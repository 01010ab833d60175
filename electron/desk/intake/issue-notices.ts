import type { WriteBench } from '../answering.ts';
import type { CaseId, OutcomeGiven } from '#contract/shapes/case.ts';
import { isPassedOn } from '#rules/intake/crossing.ts';
import type { NoticeFacts } from '#rules/notices/notice-facts.ts';
import { type IssuedNotice, issueNotice } from '../papers/issue-notice.ts';
import type { CaseRecord, OutcomeRecord } from '../store/cases.ts';
import type { Act, DocumentNumbers } from './act.ts';
import type { WholeCase } from './case-whole.ts';
import { committedPapers } from './committed-papers.ts';
import type { Decision } from './decide-case.ts';

interface Issued {
  /** What was gathered before the act, and the case as the act has left it. */
  readonly whole: WholeCase & { readonly left: CaseRecord };
  readonly written: OutcomeRecord;
  readonly act: Act;
  readonly decision: Decision;
  readonly second: SecondList | null;
}

/** Why a second correction list was let through, and by whom. */
export type SecondList = NonNullable<NoticeFacts['correction']['second']>;

/**
 * Freezes the papers of an outcome: the receipt slip unless the case had it before, and the notice of the decision.
 * Every exit leaves the citizen with a document.
 *
 * @returns the document numbers, for the report to the province, and the papers themselves
 * @source 行政许可法 art. 32 last paragraph; domain.md 5.3
 */
export function issueNotices(
  bench: WriteBench,
  issued: Issued,
): { readonly numbers: DocumentNumbers; readonly notices: OutcomeGiven['notices'] } {
  const { act, written, whole } = issued;
  const { noticeDueOn } = written;
  // Who is told at once that no case is needed here was not received: one paper says so.
  const toldAtOnce = issued.decision.act === 'not-needed' || issued.decision.act === 'wrong-organ';
  const slip =
    act.receivedBefore || toldAtOnce
      ? null
      : issueNotice(
          bench,
          { kind: 'receipt-slip', caseId: written.id, facts: { noticeDueOn, ...passedTo(whole) } },
          whole,
        );
  const decision = decisionPaper(bench, issued);
  return {
    numbers: { slip: slip?.documentNumber ?? null, decision: decision?.documentNumber ?? null },
    notices: [slip, decision].flatMap((paper) => paper ?? []),
  };
}

/** What is only received here says who decides, and that the five days count from there. */
function passedTo({ crossing }: WholeCase): { readonly passedTo?: string } {
  return isPassedOn(crossing) ? { passedTo: crossing.organ } : {};
}

function decisionPaper(bench: WriteBench, { whole, written, decision, second }: Issued): IssuedNotice | null {
  const { acceptance, correction, refusal, noticeDueOn, id: caseId } = written;
  if (acceptance) {
    const kind = written.state === 'accepted-tolerant' ? 'tolerance' : 'acceptance';
    const facts = {
      acceptedOn: acceptance.on,
      legalDueOn: acceptance.legalDueOn,
      promisedDueOn: acceptance.promisedDueOn,
      duesProvisional: acceptance.provisional,
    };
    if (written.state === 'accepted-commitment') {
      return commitmentPaper(bench, caseId, facts, whole);
    }
    return issueNotice(bench, { kind, caseId, facts }, whole);
  }
  if (correction) {
    const lines = correction.list.map(({ materialId, say }) => {
      const paper = whole.materials.find(({ id }) => id === materialId);
      return { nameZh: paper?.nameZh ?? null, say, rule: paper?.note ?? null };
    });
    return issueNotice(
      bench,
      { kind: 'correction', caseId, facts: { lines, noticeDueOn, correctBy: correction.correctBy, second } },
      whole,
    );
  }
  if (decision.act === 'not-needed') {
    const facts = { say: decision.say, basis: null };
    return issueNotice(bench, { kind: 'not-needed', caseId, facts }, whole);
  }
  if (decision.act === 'wrong-organ') {
    const facts = { rightOrgan: decision.organ, whereTo: decision.whereTo, say: decision.say };
    return issueNotice(bench, { kind: 'wrong-organ', caseId, facts }, whole);
  }
  if (!refusal) return null;
  const { reason, say } = refusal;
  return issueNotice(bench, { kind: 'refusal', caseId, facts: { reason, say } }, whole);
}

/** The letter both sides keep: what is declared stands for the papers it replaces. @source domain.md 5.4 */
function commitmentPaper(
  bench: WriteBench,
  caseId: CaseId,
  accepted: NoticeFacts['acceptance'],
  whole: Issued['whole'],
): IssuedNotice {
  const replaces = committedPapers(whole.materials).map(({ nameZh }) => nameZh);
  const facts = {
    ...accepted,
    conditions: replaces.map((name) => `已符合${name}所证明的条件，所述属实`),
    duties: [],
    penalties: [],
    basis: null,
    replaces,
  };
  return issueNotice(bench, { kind: 'commitment', caseId, facts }, whole);
}

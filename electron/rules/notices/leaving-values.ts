import { materialList } from './common-values.ts';
import type { Filling } from './filling.ts';
import type { NoticeFacts } from './notice-facts.ts';
import type { PaperFacts } from './paper-facts.ts';
import { dayInWords } from './words-of-days.ts';

/** Sent up to the organ that decides, with the papers that go along. @source domain.md 5.2 转报; 行政许可法 art. 43 */
export function referralValues(facts: NoticeFacts['referral'], paper: PaperFacts): Partial<Filling> {
  return {
    values: { toOrgan: facts.toOrgan, reason: facts.reason, referredOn: dayInWords(facts.referredOn) },
    lists: { materials: materialList(paper.materials) },
  };
}

/** The applicant takes the application back. @source domain.md 13.2 withdraw: the applicant signs */
export function withdrawalValues(facts: NoticeFacts['withdrawal']): Partial<Filling> {
  return {
    values: {
      reason: facts.reason,
      withdrawnOn: dayInWords(facts.withdrawnOn),
      papersReturned: facts.papersReturned.join('、') || '无',
    },
  };
}

const collectorRoles = {
  applicant: '申请人本人',
  legalRepresentative: '法定代表人',
  guardian: '监护人',
  handler: '受托人',
} as const satisfies Record<NoticeFacts['collection']['collector']['role'], string>;

/** Who collected what, how they proved who they are, when. @source domain.md 5.3 领取单; 行政许可法 art. 44 */
export function collectionValues(facts: NoticeFacts['collection']): Partial<Filling> {
  const { collector } = facts;
  const ways = { counter: '窗口领取', express: '邮寄', online: '网上送达' } as const;
  return {
    values: {
      decision: facts.granted ? '准予' : '不予',
      collectedName: facts.resultName,
      licenceNumber: facts.licenceNumber ?? '无',
      collector: collector.name,
      collectorRole: collectorRoles[collector.role],
      collectorCertificate: `${collector.certificateKindZh} ${collector.certificateNumber}`,
      way: facts.waybill === null ? ways[facts.way] : `${ways[facts.way]}　运单号 ${facts.waybill}`,
      collectedAt: `${facts.collectedOn} ${facts.collectedAt}`,
    },
  };
}

/** The paper travel from the counter to a department. @source domain.md 5.3 物料转移单, 13.3 (23) */
export function handOverValues(facts: NoticeFacts['hand-over']): Partial<Filling> {
  const papers = facts.lines.flatMap((line) =>
    line.papers.map((paper) => ({
      receiptNumber: line.receiptNumber,
      item: line.itemNameZh,
      applicant: line.applicantName,
      name: paper.nameZh,
      originals: String(paper.originals),
      copies: String(paper.copies),
    })),
  );
  return {
    values: {
      toOrgan: facts.toOrgan,
      handedOn: dayInWords(facts.handedOn),
      caseCount: String(facts.lines.length),
      paperCount: String(papers.length),
    },
    lists: { papers: papers.map((paper, at) => ({ no: String(at + 1), ...paper })) },
  };
}

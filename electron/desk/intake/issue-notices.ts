import type { CaseMaterial } from '#contract/shapes/case.ts';
import type { NoticeContent, NoticeKind } from '#contract/shapes/notice.ts';
import { proceduresDue } from '#rules/intake/situations.ts';
import { acceptanceNotice } from '#rules/notices/acceptance-notice.ts';
import { correctionNotice } from '#rules/notices/correction-notice.ts';
import { documentNumber } from '#rules/notices/document-number.ts';
import type { PaperFacts, PaperMaterial, PaperParty } from '#rules/notices/paper-facts.ts';
import { receiptSlip } from '#rules/notices/receipt-slip.ts';
import { refusalDecision } from '#rules/notices/refusal-decision.ts';
import { shortReceiptNumber } from '#rules/numbers/receipt-number.ts';
import { receiptQrText } from '#rules/scan/receipt-qr.ts';
import type { WriteBench } from '../answering.ts';

import type { ObjectedParty } from '../identity/objected-party.ts';
import type { OutcomeRecord } from '../store/cases.ts';
import { addNotice } from '../store/notices.ts';
import { officialNumberOf } from '../store/official-numbers.ts';
import type { Act, DocumentNumbers } from './act.ts';
import type { WholeCase } from './case-whole.ts';
import { checkCode } from '../papers/check-code.ts';
import { contentHash } from '../papers/content-hash.ts';
import { timeOfDay } from './time-of-day.ts';

interface Issued {
  readonly whole: WholeCase;
  readonly written: OutcomeRecord;
  readonly act: Act;
}

/**
 * Freezes the papers of an outcome: the receipt slip unless the case had it before, and the notice of the decision.
 * Every exit leaves the citizen with a document.
 *
 * @returns the document numbers, for the report to the province
 * @source 行政许可法 art. 32 last paragraph; domain.md 5.3
 */
export function issueNotices(bench: WriteBench, issued: Issued): DocumentNumbers {
  const { act, written } = issued;
  const facts = paperFacts(bench, issued);
  const contents = [
    ...(act.receivedBefore ? [] : [slipOf(facts, written)]),
    ...decisionPapers(facts, issued),
  ];
  for (const content of contents) {
    addNotice(bench.db, {
      caseId: written.id,
      content,
      contentHash: contentHash(content),
      issuedAtMs: act.atMs,
      issuedBy: act.clerk,
    });
  }
  const numberOf = (isSlip: boolean): string | null =>
    contents.find(({ kind }) => (kind === 'receipt-slip') === isSlip)?.documentNumber ?? null;
  return { slip: numberOf(true), decision: numberOf(false) };
}

function slipOf(facts: FactsFor, { noticeDueOn }: OutcomeRecord): NoticeContent {
  return receiptSlip({ ...facts('receipt-slip'), noticeDueOn });
}

function decisionPapers(facts: FactsFor, { whole, written }: Issued): NoticeContent[] {
  const { acceptance, correction, refusal, noticeDueOn } = written;
  if (acceptance) {
    return [
      acceptanceNotice({
        ...facts('acceptance'),
        acceptedOn: acceptance.on,
        legalDueOn: acceptance.legalDueOn,
        promisedDueOn: acceptance.promisedDueOn,
        duesProvisional: acceptance.provisional,
      }),
    ];
  }
  if (correction) {
    const lines = correction.list.map(({ materialId, say }) => {
      const paper = whole.materials.find(({ id }) => id === materialId);
      return { nameZh: paper?.nameZh ?? null, say, rule: paper?.note ?? null };
    });
    return [correctionNotice({ ...facts('correction'), lines, noticeDueOn })];
  }
  return refusal ? [refusalDecision({ ...facts('refusal'), reason: refusal.reason, say: refusal.say })] : [];
}

type FactsFor = (kind: NoticeKind) => PaperFacts;

function paperFacts({ db, parts }: WriteBench, { whole, written, act }: Issued): FactsFor {
  const { site } = parts;
  const { item, answers } = whole.record;
  const { receiptNumber, parties } = written;
  const code = checkCode(receiptNumber, parts.personKey);
  return (kind) => ({
    hall: site.hallName,
    hallPhone: site.hallPhone,
    window: act.window,
    clerk: act.clerk,
    receiptNumber,
    shortNumber: shortReceiptNumber(receiptNumber),
    officialNumber: officialNumberOf(db, written.id),
    documentNumber: documentNumber(kind, receiptNumber, act.on),
    checkCode: code,
    qrText: receiptQrText(receiptNumber, code),
    pendingSync: parts.sync.line() !== 'ok',
    item,
    procedures: proceduresDue(item, answers).map(({ nameZh }) => nameZh),
    applicant: onPaper(parties.applicant),
    handler: parties.handler && onPaper(parties.handler),
    materials: whole.materials.filter(({ asked }) => asked).flatMap(paperMaterial),
    receivedOn: written.receivedOn,
    receivedAt: timeOfDay(written.receivedAtMs, site.timeZone),
    issuedOn: act.on,
    issuedAt: timeOfDay(act.atMs, site.timeZone),
  });
}

function onPaper({ details }: ObjectedParty): PaperParty {
  return { kind: details.kind, name: details.name, certificateNumber: details.certificateNumber };
}

function paperMaterial(paper: CaseMaterial): PaperMaterial[] {
  if (!paper.route) return [];
  return [
    {
      nameZh: paper.nameZh,
      route: paper.route,
      originals: paper.originalsTaken,
      copies: paper.copiesTaken,
      givenBack: paper.custody === 'read_only_not_kept',
      dueOn: paper.dueOn,
    },
  ];
}

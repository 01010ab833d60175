import type { CaseId, CaseMaterial } from '#contract/shapes/case.ts';
import type { NoticeContent, NoticeId, NoticeKind } from '#contract/shapes/notice.ts';
import { delegationOnPaper } from '#rules/intake/delegation.ts';
import { proceduresDue } from '#rules/intake/situations.ts';
import { documentNumber as numberOfPaper, documentWords } from '#rules/notices/document-number.ts';
import { filledNotice } from '#rules/notices/fill-template.ts';
import { kindValues } from '#rules/notices/kind-values.ts';
import type { NoticeFacts } from '#rules/notices/notice-facts.ts';
import type { PaperFacts, PaperFrame, PaperMaterial, PaperParty } from '#rules/notices/paper-facts.ts';
import { ownTemplates } from '#rules/notices/templates/all.ts';
import { shortReceiptNumber } from '#rules/numbers/receipt-number.ts';
import type { WriteBench } from '../answering.ts';
import { crossingOfCase } from '../crossing/crossing-of-case.ts';
import type { ObjectedParty } from '../identity/objected-party.ts';
import { gatherCase, type WholeCase } from '../intake/case-whole.ts';
import { timeOfDay } from '../intake/time-of-day.ts';
import { caseById, type CaseRecord } from '../store/cases.ts';
import { nextDocumentSerial } from '../store/document-numbers.ts';
import { addNotice, newNoticeId, type NoticeSubject } from '../store/notices.ts';
import { templateInForce } from '../store/templates-in-force.ts';
import { paperMark, receiptMark } from './check-code.ts';
import { frozenText } from './frozen-text.ts';
import { settle } from './signing-desk.ts';

/** What an act needs at hand to leave a paper. */
export type IssueBench = Pick<WriteBench, 'db' | 'asker' | 'nowMs' | 'today' | 'parts' | 'afterwards'>;

/** A paper that is wanted: its kind, what it is about, and what it says beside the case itself. */
export type NoticeOrder<K extends NoticeKind> = NoticeSubject & {
  readonly kind: K;
  readonly facts: NoticeFacts[K];
  /** How it was signed, where that is known in the act itself; else it is signed afterwards. */
  readonly signature?: SignatureGiven;
};

/** With a pen on the printed form, or not at all and why: the clerk of the act is the witness. */
type SignatureGiven =
  | { readonly outcome: 'on-paper' }
  | { readonly outcome: 'refused' | 'impossible'; readonly reason: string };

export interface IssuedNotice {
  readonly id: NoticeId;
  readonly kind: NoticeKind;
  /** For the report to the province and for later papers that name this one. */
  readonly documentNumber: string;
}

/** People and papers of a case that an act has gathered already. */
type Gathered = Pick<WholeCase, 'applicant' | 'handler' | 'materials' | 'officialNumber'> & {
  /** The case as the act has left it, where the act has read it again. */
  readonly left?: CaseRecord;
};

/**
 * Issues one paper in the act's transaction: fills the template in force, gives it the next number of its organ,
 * kind and year, freezes content and hash, and wakes the press when the act has reached the disk.
 *
 * Call it after the act has written its case: the paper tells how the case stands then.
 *
 * @param gathered spares looking up the case, its people and its papers again
 * @throws RangeError when the case does not exist, or a paper of a case is ordered without one
 * @source domain.md 5.2, 5.3; 行政许可法 art. 32 last paragraph
 */
export function issueNotice<K extends NoticeKind>(
  bench: IssueBench,
  order: NoticeOrder<K>,
  gathered?: Gathered,
): IssuedNotice {
  const { db, parts, nowMs } = bench;
  const { kind, facts } = order;
  const id = newNoticeId();
  const record = 'caseId' in order ? (gathered?.left ?? existing(bench, order.caseId)) : null;
  const frame = frameOf(bench, kind, id, record);
  const paper = record && paperOf(bench, frame, record, gathered);
  const content: NoticeContent = filledNotice(
    templateInForce(db, kind) ?? ownTemplates[kind],
    kindValues[kind](facts, paper),
    frame,
    record?.receiptNumber ?? '',
  );
  const frozen = frozenText(content);
  addNotice(db, {
    id,
    about: subjectOf(order),
    content,
    frozen,
    issuedAtMs: nowMs,
    issuedBy: bench.asker.staff?.number ?? 'nobody',
  });
  if (order.signature) {
    const reason = order.signature.outcome === 'on-paper' ? null : order.signature.reason;
    const clerk = bench.asker.staff?.number ?? 'nobody';
    settle(bench, id, { outcome: order.signature.outcome, png: null, sha256: null, reason, clerk });
  }
  bench.afterwards(() => parts.press.wake());
  return { id, kind, documentNumber: content.documentNumber };
}

function frameOf(
  { db, asker, parts, nowMs, today }: IssueBench,
  kind: NoticeKind,
  id: NoticeId,
  record: CaseRecord | null,
): PaperFrame {
  const { site } = parts;
  const organ = record?.item.department.nameZh ?? site.hallName;
  const year = today.slice(0, 4);
  const serial = nextDocumentSerial(db, { organ, word: documentWords[kind], year });
  const receiptNumber = record?.receiptNumber ?? null;
  const mark =
    receiptNumber === null
      ? paperMark(id, parts.personKey)
      : receiptMark(receiptNumber, parts.personKey, site.trackingUrl);
  return {
    organ,
    hall: site.hallName,
    hallPhone: site.hallPhone,
    window: site.window,
    clerk: asker.staff?.number ?? '系统',
    ...(record && delegatedTo({ db, parts }, record)),
    documentNumber: numberOfPaper(kind, { year, site: site.site, window: site.window, serial }),
    ...mark,
    pendingSync: parts.sync.line() !== 'ok',
    issuedOn: today,
    issuedAt: timeOfDay(nowMs, site.timeZone),
  };
}

/** 委托专用章 of a lower hall; where the papers are only passed on the department's own seal is used there. */
function delegatedTo(
  at: Pick<IssueBench, 'db' | 'parts'>,
  record: CaseRecord,
): Pick<PaperFrame, 'delegation'> {
  // A hall without such seals is not asked about them with every paper.
  if (at.parts.site.delegatedSeals.length === 0) return {};
  const { delegation } = crossingOfCase(at, record);
  return delegation ? { delegation: { seal: delegation.seal, say: delegationOnPaper(delegation) } } : {};
}

function paperOf(bench: IssueBench, frame: PaperFrame, record: CaseRecord, gathered?: Gathered): PaperFacts {
  const { parts, nowMs, today } = bench;
  const { item, answers, receiptNumber } = record;
  const { applicant, handler, materials, officialNumber } = gathered ?? gatherCase(bench, record);
  return {
    ...frame,
    receiptNumber,
    shortNumber: receiptNumber && shortReceiptNumber(receiptNumber),
    officialNumber,
    item,
    procedures: proceduresDue(item, answers).map(({ nameZh }) => nameZh),
    applicant: applicant && onPaper(applicant),
    handler: handler && onPaper(handler),
    materials: materials.filter(({ asked }) => asked).flatMap(paperMaterial),
    receivedOn: record.receivedOn ?? today,
    receivedAt: timeOfDay(record.receivedAtMs ?? nowMs, parts.site.timeZone),
  };
}

function existing({ db }: IssueBench, caseId: CaseId): CaseRecord {
  const record = caseById(db, caseId);
  if (!record) throw new RangeError('a paper is about a case that is not there');
  return record;
}

function subjectOf(order: NoticeSubject): NoticeSubject {
  if ('caseId' in order) return { caseId: order.caseId };
  if ('visitId' in order) return { visitId: order.visitId };
  if ('guidanceId' in order) return { guidanceId: order.guidanceId };
  if ('helpListId' in order) return { helpListId: order.helpListId };
  return 'bundleId' in order ? { bundleId: order.bundleId } : { handOverId: order.handOverId };
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
      ...(paper.reused ? { mark: paper.reused.watermark } : {}),
    },
  ];
}

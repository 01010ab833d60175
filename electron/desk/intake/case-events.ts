import type { CaseMaterial } from '#contract/shapes/case.ts';
import type { DebtKind } from '#contract/shapes/sync-state.ts';
import type { ObjectedParty } from '../identity/objected-party.ts';
import type { CaseEvent, ReportedParty } from '../platform/case-event.ts';
import type { OutcomeRecord } from '../store/cases.ts';
import type { Act, DocumentNumbers } from './act.ts';
import type { WholeCase } from './case-whole.ts';

/**
 * The steps a decided case owes to the province, in order: that it was received, unless it was before, and what
 * was decided.
 *
 * @param documentNumber of the notice that carries the decision
 */
export function eventsOfOutcome(done: {
  readonly whole: WholeCase;
  readonly written: OutcomeRecord;
  readonly act: Act;
  readonly documentNumber: DocumentNumbers;
  readonly site: string;
}): CaseEvent[] {
  const { written, act, documentNumber } = done;
  const kinds: DebtKind[] = [];
  if (!act.receivedBefore) kinds.push('case.received');
  if (written.acceptance) kinds.push('case.accepted');
  if (written.correction && written.state === 'awaiting-correction') kinds.push('case.correction');
  if (written.refusal) kinds.push('case.refused');
  return kinds.map((kind) =>
    eventOf(kind, done, kind === 'case.received' ? documentNumber.slip : documentNumber.decision),
  );
}

function eventOf(
  kind: DebtKind,
  { whole, written, act, site }: Parameters<typeof eventsOfOutcome>[0],
  documentNumber: string | null,
): CaseEvent {
  const { item } = whole.record;
  // What was decided is not yet known in the step that only says the papers were taken in.
  const decided = kind !== 'case.received';
  return {
    kind,
    caseId: written.id,
    receiptNumber: written.receiptNumber,
    item: {
      code: item.code,
      version: item.version,
      basicCode: item.basicCode,
      nameZh: item.nameZh,
      nameEn: item.nameEn,
      itemTypeCode: item.itemTypeCode,
      caseTypeCode: item.caseTypeCode,
      departmentName: item.department.nameZh,
      departmentCreditCode: item.department.creditCode,
    },
    applicant: reported(written.parties.applicant),
    handler: written.parties.handler && reported(written.parties.handler),
    materials: whole.materials.filter(({ asked }) => asked).flatMap(reportedMaterial),
    actedAtMs: act.atMs,
    receivedAtMs: written.receivedAtMs,
    acceptedOn: decided ? (written.acceptance?.on ?? null) : null,
    legalDueOn: decided ? (written.acceptance?.legalDueOn ?? null) : null,
    promisedDueOn: decided ? (written.acceptance?.promisedDueOn ?? null) : null,
    acceptedOffline: decided && (written.acceptance?.offline ?? false),
    documentNumber,
    correction: decided ? [...(written.correction?.list ?? [])] : [],
    refusal: decided && written.refusal ? { reason: written.refusal.reason, say: written.refusal.say } : null,
    site,
    window: act.window,
    clerk: act.clerk,
  };
}

function reported({ details, verification }: ObjectedParty): ReportedParty {
  const orNull = (text: string): string | null => (text === '' ? null : text);
  return {
    kind: details.kind,
    name: details.name,
    certificateKind: details.certificateKind,
    certificateNumber: details.certificateNumber,
    phone: orNull(details.phone),
    address: orNull(details.address),
    legalRepresentative: orNull(details.legalRepresentative),
    verification,
  };
}

function reportedMaterial(paper: CaseMaterial): CaseEvent['materials'] {
  if (!paper.route) return [];
  return [
    {
      id: paper.id,
      nameZh: paper.nameZh,
      route: paper.route,
      originals: paper.originalsTaken,
      copies: paper.copiesTaken,
      fileHash: paper.file?.hash ?? null,
      dueOn: paper.dueOn,
    },
  ];
}

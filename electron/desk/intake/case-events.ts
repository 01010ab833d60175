import type { CaseMaterial } from '#contract/shapes/case.ts';
import type { Crossing } from '#contract/shapes/crossing.ts';
import type { PartyRole } from '#contract/shapes/party.ts';
import type { ServiceItem } from '#contract/shapes/item.ts';
import type { DebtKind } from '#contract/shapes/sync-state.ts';
import { byRole } from '#rules/identity/by-role.ts';
import { messageOwed, type MessageReader } from '#rules/intake/messages.ts';
import type { ObjectedParty, ObjectedPeople } from '../identity/objected-party.ts';
import { type CaseEvent, RelatedRole, type ReportedParty } from '../platform/case-event.ts';
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
  readonly bundle: CaseEvent['bundle'];
  /** What the outcome leaves open for supervision. */
  readonly flags: CaseEvent['flags'];
  /** 不需许可, 非本机关: the case ended with something told. */
  readonly closing: { readonly kind: DebtKind; readonly say: string; readonly organ: string | null } | null;
}): CaseEvent[] {
  const { written, act, documentNumber } = done;
  const kinds: DebtKind[] = [];
  if (!act.receivedBefore) kinds.push('case.received');
  if (written.acceptance) kinds.push('case.accepted');
  if (written.correction && written.state === 'awaiting-correction') kinds.push('case.correction');
  if (written.refusal) kinds.push('case.refused');
  if (done.closing) kinds.push(done.closing.kind);
  return kinds.map((kind, at) => ({
    ...eventOf(kind, done, kind === 'case.received' ? documentNumber.slip : documentNumber.decision),
    // One act is one message: what was decided says that it was received as well.
    message: at === kinds.length - 1 ? messageTo(kind, written.parties) : null,
  }));
}

/** A later step says some of this. */
export const NOTHING_MORE: NonNullable<CaseEvent['progress']> = {
  say: null,
  organ: null,
  from: null,
  until: null,
  workingDays: null,
  supervisor: null,
  waybill: null,
};

function eventOf(
  kind: DebtKind,
  { whole, written, act, site, closing, bundle, flags }: Parameters<typeof eventsOfOutcome>[0],
  documentNumber: string | null,
): CaseEvent {
  const { item } = whole.record;
  // What was decided is not yet known in the step that only says the papers were taken in.
  const decided = kind !== 'case.received';
  const progress = closing ? { ...NOTHING_MORE, say: closing.say, organ: closing.organ } : null;
  return {
    kind,
    caseId: written.id,
    receiptNumber: written.receiptNumber,
    item: reportedItem(item),
    applicant: reportedApplicant(written.parties.applicant, written.parties.legalRepresentative),
    handler: written.parties.handler && reported(written.parties.handler),
    related: relatedPeople(written.parties),
    help: reportedHelp(whole),
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
    progress: decided ? progress : null,
    differences: [],
    flags: decided ? flags : [],
    evaluation: null,
    message: null,
    regions: regionsReported(whole.crossing),
    bundle,
    onlineNumber: whole.onlineNumber,
    site,
    window: act.window,
    clerk: act.clerk,
  };
}

/** The message owed with a step to the people of the case. */
export function messageTo(
  kind: DebtKind,
  people: Readonly<Partial<Record<PartyRole, { readonly details: MessageReader } | null>>>,
): CaseEvent['message'] {
  return messageOwed(
    kind,
    byRole((role) => people[role]?.details ?? null),
  );
}

/** 收件地 and 办理地. */
export function regionsReported({ originRegion, decisionRegion }: Crossing): CaseEvent['regions'] {
  return { origin: originRegion, decision: decisionRegion };
}

export function reportedItem(item: ServiceItem): CaseEvent['item'] {
  return {
    code: item.code,
    version: item.version,
    basicCode: item.basicCode,
    nameZh: item.nameZh,
    nameEn: item.nameEn,
    itemTypeCode: item.itemTypeCode,
    caseTypeCode: item.caseTypeCode,
    departmentName: item.department.nameZh,
    departmentCreditCode: item.department.creditCode,
  };
}

/** Who applies; a body with the name of its legal representative, wherever that was filled in. */
export function reportedApplicant(
  applicant: ObjectedParty,
  legalRepresentative: ObjectedParty | null,
): ReportedParty {
  const said = reported(applicant);
  return {
    ...said,
    legalRepresentative: said.legalRepresentative ?? legalRepresentative?.details.name ?? null,
  };
}

/** Whoever else is part of a case. */
export function relatedPeople(people: ObjectedPeople): CaseEvent['related'] {
  return RelatedRole.options.flatMap((role) => {
    const party = people[role];
    return party ? [{ role, party: reported(party) }] : [];
  });
}

/** Who helped on the citizen's word. */
export function reportedHelp({ help }: Pick<WholeCase, 'help'>): CaseEvent['help'] {
  if (!help) return null;
  const { mode, helper, consent } = help;
  return { mode, helper, consentOn: consent.on, consentUntil: consent.until };
}

export function reported({ details, verification }: ObjectedParty): ReportedParty {
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
    network: details.network,
  };
}

export function reportedMaterial(paper: CaseMaterial): CaseEvent['materials'] {
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

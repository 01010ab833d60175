import { createHash } from 'node:crypto';
import type { CaseEvent, ReportedParty } from '../case-event.ts';
import type { components } from '../openapi.d.ts';
import type { WireBody } from '../province.ts';
import {
  applicantCodes,
  caseTypeCode,
  type CertificateCodes,
  certificateCodes,
  networkLevelCodes,
  networkModeCodes,
  flagCodes,
  flagResultCodes,
  helpCodes,
  evaluationCodes,
  evaluationReasonCodes,
  outcomeCodes,
  proofCodes,
  refusalCodes,
  relatedCodes,
  routeCodes,
  sourceCodes,
} from './code-maps.ts';

export type EventMessage = components['schemas']['CaseEvent'];

/** What the desk, and not the event, knows about a sending. */
export interface EventNaming {
  readonly key: string;
  readonly step: number;
  readonly officialNumber: string | null;
}

/** All of China keeps one time. */
const CHINA_OFFSET_MS = 8 * 3_600_000;

/**
 * Turns a step of a case into the rows of the national upload tables.
 *
 * Every moment is that of the clerk's act on the window's clock, never that of the sending. The same
 * event with the same naming gives the same bytes.
 *
 * @source up_pro_accept, up_pro_process, up_pro_material; GB/T 39046-2020; domain.md 8.2
 *
 * @param certificates codes of this platform; left out: the national ones
 */
export function frameEvent(
  event: CaseEvent,
  naming: EventNaming,
  certificates: CertificateCodes = certificateCodes,
): WireBody {
  const text = JSON.stringify(messageOf(event, naming, certificates));
  return { text, hash: createHash('sha256').update(text, 'utf8').digest('hex') };
}

export function messageOf(
  event: CaseEvent,
  { key, step, officialNumber }: EventNaming,
  certificates: CertificateCodes = certificateCodes,
): EventMessage {
  const startMs = event.kind === 'case.received' ? event.receivedAtMs : event.actedAtMs;
  return {
    row_guid: key,
    cd_operation: step === 1 ? 'I' : 'U',
    cd_time: chinaTime(event.actedAtMs),
    data_source: event.site,
    receipt_no: event.receiptNumber,
    project_no: officialNumber,
    accept: acceptRow(event, certificates),
    process: {
      event_name: outcomeCodes.encode(event.kind),
      event_start_time: chinaTime(startMs),
      event_end_time: chinaTime(event.actedAtMs),
      handle_explain: event.refusal?.say ?? event.progress?.say ?? '',
      handle_user_name: event.clerk,
    },
    materials: event.materials.map((material) => ({
      material_code: material.id,
      material_name: material.nameZh,
      get_type: routeCodes.encode(material.route),
      get_num: material.originals,
      copy_num: material.copies,
      material_attach_hash: material.fileHash,
      promised_date: material.dueOn,
    })),
    ...(event.related.length > 0 && {
      related: event.related.map(({ role, party }) => ({
        role_type: relatedCodes.encode(role),
        name: party.name,
        page_type: certificates.encode(party.certificateKind),
        page_code: party.certificateNumber,
        proof: proofCodes.encode(party.verification),
        ...(party.network && { network: networkRow(party.network) }),
      })),
    }),
    ...(event.help && { assistance: assistanceRow(event.help) }),
    ...(event.progress && { progress: progressRow(event.progress) }),
    ...(event.bundle && {
      bundle: { row_guid: event.bundle.id, bundle_code: event.bundle.code, bundle_name: event.bundle.nameZh },
    }),
    ...(event.flags.length > 0 && { supervision: event.flags.map(flagRow) }),
    ...(event.differences.length > 0 && { differences: event.differences.map(differenceRow) }),
    ...(event.evaluation && { evaluation: evaluationRow(event.evaluation) }),
    ...(event.message && {
      message: {
        message_no: `${event.receiptNumber}-${step}`,
        template_code: outcomeCodes.encode(event.message.about),
        mobile: event.message.phone,
        language: event.message.language,
      },
    }),
    correction: event.correction.map(({ materialId, say }) => ({ material_code: materialId, explain: say })),
    refusal: event.refusal && {
      reason_code: refusalCodes.encode(event.refusal.reason),
      explain: event.refusal.say,
    },
  };
}

function acceptRow(event: CaseEvent, certificates: CertificateCodes): EventMessage['accept'] {
  const { item, applicant, handler } = event;
  return {
    task_code: item.code,
    catalog_code: item.basicCode,
    task_version: item.version,
    task_name: item.nameZh,
    task_type: item.itemTypeCode,
    project_type: caseTypeCode(item.caseTypeCode),
    apply_type: '1',
    applyer_type: applicantCodes.encode(applicant.kind),
    applyer_name: applicant.name,
    applyer_page_type: certificates.encode(applicant.certificateKind),
    applyer_page_code: applicant.certificateNumber,
    applyer_proof: proofCodes.encode(applicant.verification),
    ...contactOf(applicant, handler, certificates),
    legal: applicant.legalRepresentative,
    address: applicant.address,
    apply_date: chinaTime(event.receivedAtMs),
    accept_date: event.acceptedOn,
    accept_doc_no: event.documentNumber,
    promise_date: event.promisedDueOn,
    legal_date: event.legalDueOn,
    org_name: item.departmentName,
    org_code: item.departmentCreditCode,
    handle_user_name: event.clerk,
    window_no: String(event.window),
    accepted_offline: event.acceptedOffline ? '1' : '0',
    ...(applicant.network && { applyer_network: networkRow(applicant.network) }),
    ...(handler?.network && { contact_network: networkRow(handler.network) }),
    ...(event.onlineNumber !== null && { online_apply_no: event.onlineNumber }),
    ...(event.regions && { origin_region: event.regions.origin, decision_region: event.regions.decision }),
  };
}

/** How a network certificate proved somebody: 核验方式 and 等级. */
function networkRow({
  checkId,
  mode,
  level,
  by,
  checkedAtMs,
}: NonNullable<ReportedParty['network']>): components['schemas']['NetworkRow'] {
  return {
    check_guid: checkId,
    mode: networkModeCodes.encode(mode),
    level: networkLevelCodes.encode(level),
    checked_by: by,
    checked_at: chinaTime(checkedAtMs),
  };
}

/** 帮办代办: the kind of service, the helper by the number of their badge, and how long the consent holds. */
function assistanceRow({
  mode,
  helper,
  consentOn,
  consentUntil,
}: NonNullable<CaseEvent['help']>): NonNullable<EventMessage['assistance']> {
  return {
    assist_type: helpCodes.encode(mode),
    helper_name: helper.name,
    helper_no: helper.badge,
    service_point: helper.point,
    consent_date: consentOn,
    consent_until: consentUntil,
  };
}

function progressRow(progress: NonNullable<CaseEvent['progress']>): NonNullable<EventMessage['progress']> {
  return {
    explain: progress.say,
    other_org: progress.organ,
    start_date: progress.from,
    end_date: progress.until,
    working_days: progress.workingDays,
    approver: progress.supervisor,
    waybill_no: progress.waybill,
  };
}

function evaluationRow({
  level,
  reasons,
  no,
}: NonNullable<CaseEvent['evaluation']>): NonNullable<EventMessage['evaluation']> {
  return {
    satisfaction: evaluationCodes.encode(level),
    assess_times: no,
    assess_channel: '1',
    reasons: reasons.map((reason) => evaluationReasonCodes.encode(reason)),
  };
}

function differenceRow(
  difference: CaseEvent['differences'][number],
): NonNullable<EventMessage['differences']>[number] {
  return {
    item_code: difference.meaning,
    item_name: difference.labelZh,
    source_type: sourceCodes.encode(difference.source),
    source_name: difference.origin,
    source_value: difference.said,
    source_date: difference.saidAsOf,
    found_value: difference.found,
    found_type: sourceCodes.encode(difference.foundFrom),
    explain: difference.reason,
  };
}

function flagRow({ kind, since, dueOn, say, cleared }: CaseEvent['flags'][number]) {
  return {
    flag_code: flagCodes.encode(kind),
    explain: say ?? '',
    since,
    due_date: dueOn,
    cleared_date: cleared?.on ?? null,
    result_code: cleared && flagResultCodes.encode(cleared.result),
  };
}

/** The person to be reached: whoever acts for the applicant, else the applicant by phone only. */
function contactOf(applicant: ReportedParty, handler: ReportedParty | null, certificates: CertificateCodes) {
  return {
    contact_name: handler?.name ?? null,
    contact_type: handler && certificates.encode(handler.certificateKind),
    contact_code: handler?.certificateNumber ?? null,
    contact_mobile: handler?.phone ?? applicant.phone,
  };
}

/** RFC 3339 with the offset of China; the platform's rows are read by people there. */
export function chinaTime(atMs: number): string {
  return `${new Date(atMs + CHINA_OFFSET_MS).toISOString().slice(0, -1)}+08:00`;
}

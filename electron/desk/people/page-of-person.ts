import type { CertificateKind, PartyKind, PartyRole } from '#contract/shapes/party.ts';
import type { LookPurpose, PersonPage } from '#contract/shapes/person-page.ts';
import { readCreditCode } from '#rules/identity/credit-code.ts';
import { maskedCertificateNumber, maskedPartyName } from '#rules/identity/mask.ts';
import { ageOfCopy } from '#rules/intake/earlier-copies.ts';
import { evaluationDueUntil } from '#rules/intake/evaluation-due.ts';
import type { Asker } from '../answering.ts';
import type { Looking } from '../intake/case-whole.ts';
import { bundlesOfCases } from './bundles-of-person.ts';
import { shownFlag } from '../intake/flags.ts';
import { dayInHall } from '../intake/time-of-day.ts';
import { gatherProgress } from '../progress/whole-progress.ts';
import { flagsOfPerson } from '../store/case-flags.ts';
import { actsOfCase } from '../store/case-acts.ts';
import { caseById, type CaseRecord } from '../store/cases.ts';
import { copiesOfPerson } from '../store/earlier-copies.ts';
import { lastRatedOn } from '../store/evaluations.ts';
import { identityWaitOf } from '../store/identity-rechecks.ts';
import { officialNumberOf } from '../store/official-numbers.ts';
import { originalsHereOf } from '../store/original-moves.ts';
import { syncStateOf } from '../store/outbox.ts';
import { partiesOf } from '../store/parties.ts';
import { casesOfPerson, lastSeen } from '../store/person-records.ts';

/** Nobody reads more; who has more is found case by case. */
const CASES_AT_MOST = 200;

type AtDesk = Looking & { readonly asker: Asker };
type Found = { readonly record: CaseRecord; readonly roles: PartyRole[] };
type FilePart = Omit<PersonPage, 'tickets'>;

/** Everything the case file holds under one number. Where the person waits is the hall's to say. */
export function pageOfPerson(
  at: AtDesk,
  {
    number,
    keys,
    purpose,
  }: { readonly number: string; readonly keys: readonly string[]; readonly purpose: LookPurpose },
): FilePart {
  const { db } = at;
  const seen = lastSeen(db, keys);
  const found = [...casesOfPerson(db, keys, CASES_AT_MOST)].flatMap(([caseId, roles]): Found[] => {
    const record = caseById(db, caseId);
    return record ? [{ record, roles }] : [];
  });
  const kinds = seen ?? kindsOf(number);
  const lines = found.map((one) => ({ isDraft: one.record.receiptNumber === null, line: lineOf(at, one) }));
  // Who was only sent brings and fetches nothing of their own; what they laid down here they may ask back.
  const own = found.flatMap(({ record, roles }) => (isOwn(roles) ? [record] : []));
  return {
    name: seen ? maskedPartyName(seen.kind, seen.name) : null,
    kind: kinds.kind,
    certificateKind: kinds.certificateKind,
    certificateNumber: maskedCertificateNumber(kinds.certificateKind, number),
    purpose,
    cases: lines.filter(({ isDraft }) => !isDraft).map(({ line }) => line),
    drafts: lines.filter(({ isDraft }) => isDraft).map(({ line }) => line),
    bundles: bundlesOfCases(
      db,
      found.map(({ record }) => record),
    ),
    owed: own.flatMap((record) => owedOf(at, record)),
    flags: flagsOfPerson(db, keys).map((flag) => shownFlag(flag, at.today)),
    pickups: own.flatMap((record) => pickupOf(at, record)),
    evaluations: own.flatMap((record) => evaluationOf(at, record)),
    originals: found.flatMap(({ record }) => originalsOf(at, record)),
    copies: copiesOf(at, keys),
  };
}

const OWN: ReadonlySet<PartyRole> = new Set(['applicant', 'legalRepresentative', 'guardian']);

function isOwn(roles: readonly PartyRole[]): boolean {
  return roles.some((role) => OWN.has(role));
}

/** What a number that nobody is filed under can only be. */
function kindsOf(number: string): { readonly kind: PartyKind; readonly certificateKind: CertificateKind } {
  if (readCreditCode(number).ok) return { kind: 'other', certificateKind: 'credit-code' };
  return { kind: 'person', certificateKind: /^[0-9]{17}[0-9X]$/.test(number) ? 'resident-id' : 'other' };
}

function ofCase({ id, receiptNumber, item }: CaseRecord) {
  return { caseId: id, receiptNumber, itemNameZh: item.nameZh, itemNameEn: item.nameEn };
}

function lineOf({ db }: AtDesk, { record, roles }: Found): PersonPage['cases'][number] {
  const applicant = (record.parties ?? partiesOf(db, record.visitId)).applicant?.details;
  return {
    id: record.id,
    receiptNumber: record.receiptNumber,
    officialNumber: officialNumberOf(db, record.id),
    itemNameZh: record.item.nameZh,
    itemNameEn: record.item.nameEn,
    applicantName: applicant ? maskedPartyName(applicant.kind, applicant.name) : '',
    state: record.state,
    openedAtMs: record.openedAtMs,
    promisedDueOn: record.promisedDueOn,
    sync: syncStateOf(db, record.id),
    identityWait: identityWaitOf(db, record),
    roles,
  };
}

const MAY_OWE: ReadonlySet<CaseRecord['state']> = new Set(['accepted-tolerant', 'in-review', 'suspended']);

function owedOf(at: AtDesk, record: CaseRecord): PersonPage['owed'] {
  if (record.state === 'awaiting-correction') {
    const say = (record.correction ?? []).map((entry) => entry.say).join('；');
    const dueOn = record.correctBy;
    const overdue = dueOn !== null && dueOn < at.today;
    return [{ ...ofCase(record), what: 'correction', sayZh: say, sayEn: say, dueOn, overdue }];
  }
  if (!MAY_OWE.has(record.state)) return [];
  return gatherProgress(at, record).owed.map(({ material, dueOn, overdue }) => ({
    ...ofCase(record),
    what: 'promised' as const,
    sayZh: material.nameZh,
    sayEn: material.nameEn,
    dueOn,
    overdue,
  }));
}

function pickupOf({ today }: AtDesk, record: CaseRecord): PersonPage['pickups'] {
  const granted = record.state === 'ready';
  if (!granted && record.state !== 'decided-denied') return [];
  const { deliverBy, item } = record;
  const overdue = deliverBy !== null && deliverBy < today;
  return [{ ...ofCase(record), resultName: item.resultName, granted, deliverBy, overdue }];
}

function evaluationOf({ db, today }: AtDesk, record: CaseRecord): PersonPage['evaluations'] {
  const endedOn = actsOfCase(db, record.id).at(-1)?.on;
  const askUntil = endedOn ? evaluationDueUntil(record.state, endedOn, today) : null;
  const ratedOn = lastRatedOn(db, record.id);
  if (endedOn && ratedOn !== null && ratedOn >= endedOn) return [];
  return endedOn && askUntil ? [{ ...ofCase(record), endedOn, askUntil }] : [];
}

function originalsOf({ db, parts, today }: AtDesk, record: CaseRecord): PersonPage['originals'] {
  return originalsHereOf(db, record.id).map(({ paperName, originals, sinceMs }) => {
    const since = dayInHall(sinceMs, parts.site.timeZone);
    return { ...ofCase(record), paperName, originals, since, overnight: since < today };
  });
}

/** The newest copy of each paper, as the finder on a paper would offer it. */
function copiesOf({ db, parts, today }: AtDesk, keys: readonly string[]): PersonPage['copies'] {
  const newest = new Map(keys.flatMap((key) => [...copiesOfPerson(db, key, null)]));
  return [...newest.values()].flatMap((copy) => {
    const verifiedOn = dayInHall(copy.checkedAtMs, parts.site.timeZone);
    const ageDays = ageOfCopy(verifiedOn, today);
    if (ageDays === null) return [];
    const { caseId, receiptNumber, itemNameZh, itemNameEn, paperName } = copy;
    return [{ caseId, receiptNumber, itemNameZh, itemNameEn, paperName, verifiedOn, ageDays }];
  });
}

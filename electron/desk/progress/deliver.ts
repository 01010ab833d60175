import { CollectorRole, type ProgressStep } from '#contract/calls/progress.ts';
import type { Day } from '#contract/shapes/day.ts';
import type { CertificateKind } from '#contract/shapes/party.ts';
import { normalisedNumber, readCitizenNumber } from '#rules/identity/citizen-number.ts';
import { isEmpowered } from '#rules/intake/authorisation.ts';
import type { NoticeFacts } from '#rules/notices/notice-facts.ts';
import type { ObjectedParty, ObjectedPeople } from '../identity/objected-party.ts';
import { actsByLaw } from '../identity/roles.ts';
import { timeOfDay } from '../intake/time-of-day.ts';
import { issueNotice } from '../papers/issue-notice.ts';
import { provedBy } from '../store/network-checks.ts';
import { actMade } from './act-made.ts';
import { move, type Step, type StepRefusal } from './step.ts';

type DeliverTo = Extract<ProgressStep, { act: 'deliver' }>['to'];

/**
 * 送达: what was decided is handed over to somebody of the case, who proves it with the certificate the case was
 * opened with, with a network certificate or with another document, or it is sent and the waybill is kept.
 *
 * @source 行政许可法 art. 44; domain.md 5.3 领取单
 */
export function deliver(at: Step, to: DeliverTo): StepRefusal | null {
  const { bench, progress } = at;
  const { record, people, authorisation } = progress.whole;
  const found = to.way === 'counter' ? collectorAt(at, to) : fromCase(people, 'applicant');
  if (typeof found === 'string') return found;
  const { role, collector, certificateKind, certificateNumber, proof } = found;
  const isSent = role === 'handler' && !actsByLaw(people);
  if (isSent && !isEmpowered(authorisation, 'collect')) return 'collecting-not-authorised';
  const barred = move(at, 'deliver');
  if (barred) return barred;
  const made = progress.timeline.findLast(({ event }) => event === 'make-result');
  const licence = made?.detail['licenceNumber'];
  const facts: NoticeFacts['collection'] = {
    granted: record.state === 'ready',
    resultName: record.item.resultName,
    licenceNumber: licence === undefined ? null : String(licence),
    collector: {
      name: collector.details.name,
      certificateKindZh: proof === 'network' ? NETWORK_ZH : kindsZh[certificateKind],
      certificateNumber,
      role,
    },
    way: to.way,
    waybill: to.way === 'express' ? to.waybill : null,
    collectedOn: bench.today,
    collectedAt: timeOfDay(bench.nowMs, bench.parts.site.timeZone),
  };
  const { documentNumber } = issueNotice(
    bench,
    { kind: 'collection', caseId: record.id, facts },
    progress.whole,
  );
  actMade(bench, record, {
    event: 'deliver',
    notice: documentNumber,
    said: to.way === 'express' ? { waybill: to.waybill } : {},
    detail: { way: to.way, ...(to.way === 'counter' ? { proof } : {}) },
  });
  return null;
}

/** Somebody of the case who takes the result away, with what they showed. */
interface Collector {
  readonly role: CollectorRole;
  readonly collector: ObjectedParty;
  readonly certificateKind: CertificateKind;
  readonly certificateNumber: string;
  readonly proof: 'card' | 'number' | 'network' | 'other-certificate';
}

function collectorAt(
  at: Step,
  { readingId, certificateNumber, proof }: Extract<DeliverTo, { way: 'counter' }>,
): Collector | StepRefusal {
  const { people } = at.progress.whole;
  if (proof?.by === 'network') return provedByNetwork(at, proof.role, proof.checkId);
  if (proof) {
    const found = fromCase(people, proof.role);
    if (typeof found === 'string') return found;
    if (!isNumberOf(proof.certificateKind, proof.certificateNumber, at.bench.today))
      return 'certificate-number-wrong';
    return { ...found, ...proof, proof: proof.by };
  }
  const { cards } = at.bench.parts;
  const shown = readingId === null ? certificateNumber : cards.reading(readingId)?.reading.card.number;
  if (shown === undefined) return 'reading-gone';
  const role = roleOfNumber(people, shown);
  const found = role === null ? 'not-the-collector' : fromCase(people, role);
  if (typeof found === 'string') return found;
  return { ...found, proof: readingId === null ? 'number' : 'card' };
}

function fromCase(people: ObjectedPeople, role: CollectorRole): Collector | 'not-the-collector' {
  const collector = people[role];
  if (!collector) return 'not-the-collector';
  const { certificateKind, certificateNumber } = collector.details;
  return { role, collector, certificateKind, certificateNumber, proof: 'number' };
}

/** The platform said a moment ago that this person of the case is who stands here. */
function provedByNetwork({ bench, progress }: Step, role: CollectorRole, checkId: string) {
  const found = fromCase(progress.whole.people, role);
  if (typeof found === 'string') return found;
  const proved = provedBy(bench.db, checkId);
  if (!proved || bench.nowMs - proved.askedAtMs > CHECK_GOOD_MS) return 'check-gone';
  const key = bench.parts.personKey(normalisedNumber(found.certificateNumber));
  return proved.personKey === key ? { ...found, proof: 'network' as const } : 'not-the-collector';
}

/** A check proves somebody for as long as they stand at the window with it. */
const CHECK_GOOD_MS = 10 * 60_000;

/** An identity number has a check digit; of the other documents this hall knows no rule. */
function isNumberOf(kind: CertificateKind, typed: string, today: Day): boolean {
  return kind !== 'resident-id' || readCitizenNumber(normalisedNumber(typed), today).ok;
}

const COLLECTORS = CollectorRole.options;

function roleOfNumber(people: ObjectedPeople, typed: string): CollectorRole | null {
  const wanted = normalisedNumber(typed);
  return (
    COLLECTORS.find((role) => {
      const number = people[role]?.details.certificateNumber;
      return number !== undefined && normalisedNumber(number) === wanted;
    }) ?? null
  );
}

const NETWORK_ZH = '网络身份认证凭证（网证）核验';

/** As the paper names them. @source GA/T 2000.156, domain.md 3.3 */
const kindsZh: Readonly<Record<CertificateKind, string>> = {
  'resident-id': '居民身份证',
  'hmt-residence': '港澳台居民居住证',
  'foreigner-permanent': '外国人永久居留身份证',
  passport: '护照',
  'hm-travel-permit': '港澳居民来往内地通行证',
  'tw-travel-permit': '台湾居民来往大陆通行证',
  'soldier-card': '军官证',
  'credit-code': '统一社会信用代码',
  other: '其他证件',
};

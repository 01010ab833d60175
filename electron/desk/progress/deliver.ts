import type { ProgressStep } from '#contract/calls/progress.ts';
import type { CertificateKind } from '#contract/shapes/party.ts';
import { normalisedNumber } from '#rules/identity/citizen-number.ts';
import { isEmpowered } from '#rules/intake/authorisation.ts';
import type { NoticeFacts } from '#rules/notices/notice-facts.ts';
import type { ObjectedPeople } from '../identity/objected-party.ts';
import { actsByLaw } from '../identity/roles.ts';
import { timeOfDay } from '../intake/time-of-day.ts';
import { issueNotice } from '../papers/issue-notice.ts';
import { actMade } from './act-made.ts';
import { move, type Step, type StepRefusal } from './step.ts';

type DeliverTo = Extract<ProgressStep, { act: 'deliver' }>['to'];

/**
 * 送达: what was decided is handed over to somebody of the case, who proves it with the certificate the case was
 * opened with, or it is sent and the waybill is kept.
 *
 * @source 行政许可法 art. 44; domain.md 5.3 领取单
 */
export function deliver(at: Step, to: DeliverTo): StepRefusal | null {
  const { bench, progress } = at;
  const { record, people, authorisation } = progress.whole;
  const shown = to.way === 'counter' ? certificateShown(at, to) : null;
  if (to.way === 'counter' && shown === null) return 'reading-gone';
  const role = shown === null ? 'applicant' : roleOfNumber(people, shown);
  const collector = role === null ? null : people[role];
  if (!role || !collector) return 'not-the-collector';
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
      certificateKindZh: kindsZh[collector.details.certificateKind],
      certificateNumber: collector.details.certificateNumber,
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
    detail: { way: to.way },
  });
  return null;
}

function certificateShown({ bench }: Step, to: Extract<DeliverTo, { way: 'counter' }>): string | null {
  if (to.readingId === null) return to.certificateNumber;
  return bench.parts.cards.reading(to.readingId)?.reading.card.number ?? null;
}

/** Who may take a result away, in the order in which one number is looked for. */
const COLLECTORS = ['applicant', 'legalRepresentative', 'guardian', 'handler'] as const;

function roleOfNumber(people: ObjectedPeople, typed: string): (typeof COLLECTORS)[number] | null {
  const wanted = normalisedNumber(typed);
  return (
    COLLECTORS.find((role) => {
      const number = people[role]?.details.certificateNumber;
      return number !== undefined && normalisedNumber(number) === wanted;
    }) ?? null
  );
}

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

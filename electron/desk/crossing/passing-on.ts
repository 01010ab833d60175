import type { Refusal } from '#contract/calls.ts';
import type { CommonRefusal } from '#contract/call.ts';
import type { Day } from '#contract/shapes/day.ts';
import type { ForwardWay } from '#contract/shapes/crossing.ts';
import { noticeDueOn } from '#rules/intake/clocks.ts';
import type { WriteBench } from '../answering.ts';
import { actMade } from '../progress/act-made.ts';
import { within } from '../progress/step.ts';
import type { CaseRecord } from '../store/cases.ts';
import { arriveForward, sendForward, sentOf } from '../store/regions.ts';
import { crossingOfCase } from './crossing-of-case.ts';

type SendRefusal = Exclude<Refusal<'crossing.send'>, CommonRefusal>;
type ArriveRefusal = Exclude<Refusal<'crossing.arrived'>, CommonRefusal>;

/** 转送: the papers of a received case leave for the body that decides. Sent by post it has a number to follow. */
export function passOn(
  bench: WriteBench,
  record: CaseRecord,
  { way, waybill }: { readonly way: ForwardWay; readonly waybill: string | null },
): SendRefusal | null {
  if (!record.passedOn) return 'not-passed-on';
  if (way === 'post' && waybill === null) return 'waybill-needed';
  const kept = way === 'post' ? waybill : null;
  const { db, nowMs, today: on } = bench;
  const sent = { caseId: record.id, way, waybill: kept, atMs: nowMs, on, clerk: clerkOf(bench) };
  if (!sendForward(db, sent)) return 'sent-already';
  const { organ } = crossingOfCase(bench, record);
  const said = kept === null ? { organ, from: on } : { organ, from: on, waybill: kept };
  actMade(bench, record, { event: 'pass-on', notice: null, said, detail: { way } });
  return null;
}

/**
 * The deciding body has the papers. Its five working days count from that day, not from the day they were received
 * here.
 *
 * @source domain.md 6 代收代办; 行政许可法 art. 32(1)(4)
 */
export function arrived(bench: WriteBench, record: CaseRecord, on: Day): ArriveRefusal | null {
  if (!record.passedOn) return 'not-passed-on';
  if (record.arrivedOn !== null) return 'arrived-already';
  const sent = sentOf(bench.db, record.id);
  if (!sent) return 'not-sent';
  if (on < sent.on || on > bench.today) return 'day-not-allowed';
  const dueOn = within(() => noticeDueOn(on, bench.parts.calendar));
  if (dueOn === null) return 'no-calendar';
  const arrival = { caseId: record.id, on, noticeDueOn: dueOn, atMs: bench.nowMs, clerk: clerkOf(bench) };
  if (!arriveForward(bench.db, arrival)) return 'arrived-already';
  const { organ } = crossingOfCase(bench, record);
  actMade(bench, record, { event: 'arrive', notice: null, said: { organ, from: on, until: dueOn } });
  return null;
}

function clerkOf({ asker }: WriteBench): string {
  return asker.staff?.number ?? 'nobody';
}

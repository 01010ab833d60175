import type { Day } from '#contract/shapes/day.ts';
import type { ServiceItem } from '#contract/shapes/item.ts';
import { workingDaysAfter } from '#rules/calendar/working-days.ts';
import type { WriteBench } from '../answering.ts';
import type { Parts } from '../parts.ts';
import type { OutcomeRecord } from '../store/cases.ts';
import type { Act } from './act.ts';
import type { WholeCase } from './case-whole.ts';
import type { Decision } from './decide-case.ts';

/** What a decision writes on its case, out of the case, the decision and the moment. */
export function outcomeRecord(
  { parts }: Pick<WriteBench, 'parts'>,
  { record, acceptedOn, dues, facts }: WholeCase,
  decision: Decision,
  act: Act,
): Omit<OutcomeRecord, 'state' | 'receiptNumber' | 'noticeDueOn' | 'calendarVersion' | 'parties'> {
  return {
    id: record.id,
    from: record.state,
    receivedAtMs: record.receivedAtMs ?? act.atMs,
    receivedOn: record.receivedOn ?? act.on,
    acceptance:
      decision.act === 'accept' && dues
        ? { atMs: act.atMs, on: acceptedOn, ...dues, offline: !facts.online }
        : null,
    correction:
      decision.act === 'correct'
        ? { list: decision.list, atMs: act.atMs, correctBy: correctBy(record.item, act.on, parts) }
        : null,
    refusal:
      decision.act === 'refuse' ? { reason: decision.reason, say: decision.say, atMs: act.atMs } : null,
    clerk: act.clerk,
    window: act.window,
  };
}

/** After this day an uncorrected case lapses: the item's own number of working days, else the hall's. */
function correctBy(item: ServiceItem, on: Day, { site, calendar }: Parts): Day | null {
  const days = item.correctionDays ?? site.correctionDays;
  try {
    return days === null ? null : workingDaysAfter(on, days, calendar);
  } catch (thrown) {
    if (thrown instanceof RangeError) return null;
    throw thrown;
  }
}

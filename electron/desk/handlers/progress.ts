import { progressCalls } from '#contract/calls/progress.ts';
import { type Answers, no, onOutside, onRead, onWrite, yes } from '../answering.ts';
import { checkNetwork } from '../identity/network-check.ts';
import { gatherCase } from '../intake/case-whole.ts';
import { followed } from '../bundles/settle-blocks.ts';
import { clockLists } from '../progress/clock-lists.ts';
import { progressView } from '../progress/progress-view.ts';
import { casesTheCalendarMoves, moveToCalendar } from '../progress/recount.ts';
import { askWithdrawal, takeStep } from '../progress/take-step.ts';
import { seeAlarms } from '../store/case-alarms.ts';
import { caseById } from '../store/cases.ts';
import { makeQuiet } from '../store/quiet-cases.ts';

export const progressAnswers: Answers<'progress'> = {
  'progress.look': onRead(progressCalls['progress.look'], ({ caseId }, bench) => {
    const record = caseById(bench.db, caseId);
    return record ? yes(progressView(bench, record)) : no('no-such-case');
  }),

  'progress.act': onWrite(progressCalls['progress.act'], ({ caseId, step }, bench) =>
    followed(bench, caseId, takeStep(bench, caseId, step)),
  ),

  'progress.check-collector': onOutside(
    progressCalls['progress.check-collector'],
    async ({ caseId, role, scanId }, bench) => {
      const record = caseById(bench.db, caseId);
      if (!record) return no('no-such-case');
      bench.about(caseId, 'collect');
      const details = gatherCase(bench, record).people[role]?.details;
      if (!details || details.kind !== 'person') return no('not-the-collector');
      const { name, certificateKind, certificateNumber } = details;
      const holder = { name, certificateKind, certificateNumber };
      const outcome = await checkNetwork(bench, { scanId, holder, party: null, caseId });
      return outcome.ok ? yes({ checkId: outcome.proof.checkId }) : no(outcome.refusal);
    },
  ),

  'progress.ask-withdrawal': onWrite(progressCalls['progress.ask-withdrawal'], ({ caseId, reason }, bench) =>
    askWithdrawal(bench, caseId, reason),
  ),

  'progress.stop-messages': onWrite(progressCalls['progress.stop-messages'], ({ caseId }, bench) => {
    const record = caseById(bench.db, caseId);
    if (!record) return no('no-such-case');
    bench.about(caseId, 'stop-messages');
    makeQuiet(bench.db, { caseId, atMs: bench.nowMs, clerk: bench.asker.staff?.number ?? 'nobody' });
    bench.afterwards(() => bench.parts.announce('case.changed', { caseId }));
    return yes(progressView(bench, record));
  }),

  'progress.lists': onRead(progressCalls['progress.lists'], ({ list }, bench) =>
    yes(clockLists(bench, list)),
  ),

  'progress.seen': onWrite(progressCalls['progress.seen'], ({ caseId }, bench) => {
    if (!caseById(bench.db, caseId)) return no('no-such-case');
    bench.about(caseId);
    const seen = seeAlarms(bench.db, caseId, bench.asker.staff?.number ?? 'nobody', bench.nowMs);
    bench.afterwards(() => bench.parts.announce('case.changed', { caseId }));
    return yes({ seen });
  }),

  'progress.calendar': onRead(progressCalls['progress.calendar'], (_, bench) =>
    yes({ calendar: bench.parts.calendar.version, cases: casesTheCalendarMoves(bench) }),
  ),

  'progress.move-dues': onWrite(progressCalls['progress.move-dues'], ({ calendar }, bench) => {
    if (calendar !== bench.parts.calendar.version) return no('calendar-changed');
    bench.about(`calendar:${calendar}`);
    return yes({ moved: moveToCalendar(bench) });
  }),
};

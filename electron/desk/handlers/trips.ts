import { tripsCalls } from '#contract/calls/trips.ts';
import type { CaseId } from '#contract/shapes/case.ts';
import { isFinished } from '#rules/intake/come-back.ts';
import { needsWords } from '#rules/intake/trips.ts';
import { type Answers, no, onRead, onWrite, type WriteBench, yes } from '../answering.ts';
import { caseView } from '../intake/case-view.ts';
import { countVisit, visitsOfCase } from '../store/case-visits.ts';
import { caseById } from '../store/cases.ts';
import { chooseDelivery } from '../store/deliveries.ts';
import { tripReport } from '../store/left-open.ts';
import { visitById } from '../store/visits.ts';
import { leavingOf } from '../trips/leaving.ts';

const DAY_MS = 86_400_000;

export const tripsAnswers: Answers<'trips'> = {
  'trips.come-again': onWrite(tripsCalls['trips.come-again'], ({ caseId, visitId, cause, say }, bench) => {
    const { db, nowMs, parts, asker } = bench;
    const record = caseById(db, caseId);
    if (!record) return no('no-such-case');
    const visit = visitById(db, visitId);
    if (!visit) return no('no-such-visit');
    if (visit.closedAtMs !== null) return no('visit-finished');
    if (visitsOfCase(db, caseId).some((one) => one.visitId === visitId)) return no('visit-counted');
    if (needsWords(cause) && say === null) return no('say-needed');
    const clerk = asker.staff?.number ?? 'nobody';
    countVisit(db, { caseId, visitId, atMs: nowMs, clerk, window: parts.site.window, cause, say });
    bench.afterwards(() => parts.announce('visit.changed', { visitId }));
    return viewAfter(bench, caseId, cause) ?? no('no-such-case');
  }),

  'trips.choose-delivery': onWrite(tripsCalls['trips.choose-delivery'], ({ caseId, delivery }, bench) => {
    const record = caseById(bench.db, caseId);
    if (!record) return no('no-such-case');
    if (isFinished(record.state)) return no('not-in-this-state');
    if (!record.item.delivery.includes(delivery.way)) return no('way-not-offered');
    const sent = delivery.way === 'express' ? delivery : { ...delivery, address: null, phone: null };
    const clerk = bench.asker.staff?.number ?? 'nobody';
    chooseDelivery(bench.db, { ...sent, caseId, atMs: bench.nowMs, clerk });
    return viewAfter(bench, caseId, delivery.way) ?? no('no-such-case');
  }),

  'trips.leaving': onRead(tripsCalls['trips.leaving'], ({ visitId }, bench) =>
    visitById(bench.db, visitId) ? yes(leavingOf(bench, visitId)) : no('no-such-visit'),
  ),

  'trips.report': onRead(tripsCalls['trips.report'], ({ days }, { db, nowMs }) =>
    yes(tripReport(db, nowMs - days * DAY_MS)),
  ),
};

function viewAfter(bench: WriteBench, caseId: CaseId, purpose: string) {
  const record = caseById(bench.db, caseId);
  if (!record) return null;
  bench.about(caseId, purpose);
  bench.afterwards(() => bench.parts.announce('case.changed', { caseId }));
  return yes(caseView(bench, record));
}

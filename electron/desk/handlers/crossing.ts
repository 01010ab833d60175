import { crossingCalls } from '#contract/calls/crossing.ts';
import type { CaseId } from '#contract/shapes/case.ts';
import { type Answers, no, onWrite, type WriteBench, yes } from '../answering.ts';
import { regionOfSite } from '../crossing/crossing-of-case.ts';
import { arrived, passOn } from '../crossing/passing-on.ts';
import { caseView } from '../intake/case-view.ts';
import { caseById } from '../store/cases.ts';
import { forgetRegions, keepRegions } from '../store/regions.ts';

export const crossingAnswers: Answers<'crossing'> = {
  'crossing.decided-in': onWrite(crossingCalls['crossing.decided-in'], ({ caseId, elsewhere }, bench) => {
    const { db, parts } = bench;
    const record = caseById(db, caseId);
    if (!record) return no('no-such-case');
    if (record.state !== 'draft') return no('already-decided');
    if (elsewhere) {
      const { region: decisionRegion, organ } = elsewhere;
      const originRegion = regionOfSite(parts.site);
      keepRegions(db, caseId, { originRegion, decisionRegion, organ, chosen: true });
    } else {
      forgetRegions(db, caseId);
    }
    return viewAfter(bench, caseId) ?? no('no-such-case');
  }),

  'crossing.send': onWrite(crossingCalls['crossing.send'], ({ caseId, way, waybill }, bench) => {
    const record = caseById(bench.db, caseId);
    if (!record) return no('no-such-case');
    const barred = passOn(bench, record, { way, waybill });
    return barred ? no(barred) : (viewAfter(bench, caseId) ?? no('no-such-case'));
  }),

  'crossing.arrived': onWrite(crossingCalls['crossing.arrived'], ({ caseId, on }, bench) => {
    const record = caseById(bench.db, caseId);
    if (!record) return no('no-such-case');
    const barred = arrived(bench, record, on);
    return barred ? no(barred) : (viewAfter(bench, caseId) ?? no('no-such-case'));
  }),
};

function viewAfter(bench: WriteBench, caseId: CaseId) {
  const record = caseById(bench.db, caseId);
  if (!record) return null;
  bench.about(caseId);
  bench.afterwards(() => bench.parts.announce('case.changed', { caseId }));
  return yes(caseView(bench, record));
}

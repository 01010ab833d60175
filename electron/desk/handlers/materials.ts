import { materialsCalls } from '#contract/calls/materials.ts';
import { takesPapers } from '#rules/intake/case-moves.ts';
import { type Answers, no, onOutside, onRead, onWrite, yes } from '../answering.ts';
import { sharePaper } from '../bundles/share-papers.ts';
import { caseView } from '../intake/case-view.ts';
import { reuseCopy } from '../intake/reuse-copy.ts';
import { savedInMonth } from '../intake/saved-in-month.ts';
import { askOnScreen } from '../queries/consent-desk.ts';
import { queryLog } from '../queries/query-log.ts';
import { askAgain, askInstead } from '../queries/query-paper.ts';
import { reportWrong } from '../queries/wrong-data.ts';
import { caseById } from '../store/cases.ts';

export const materialsAnswers: Answers<'materials'> = {
  'materials.saved': onRead(materialsCalls['materials.saved'], ({ month }, { db }) =>
    yes(savedInMonth(db, month)),
  ),

  'materials.queries': onWrite(materialsCalls['materials.queries'], (wish, bench) => {
    bench.about('queries', 'search');
    return yes(queryLog(bench, wish));
  }),

  'materials.reuse': onWrite(materialsCalls['materials.reuse'], ({ caseId, materialId }, bench) => {
    const record = caseById(bench.db, caseId);
    if (!record) return no('no-such-case');
    bench.about(caseId, `reuse ${materialId}`);
    if (!takesPapers(record.state)) return no('already-decided');
    const barred = reuseCopy(bench, record, materialId);
    if (barred) return no(barred);
    sharePaper(bench, caseId, materialId);
    bench.afterwards(() => bench.parts.announce('case.changed', { caseId }));
    return yes(caseView(bench, record));
  }),

  'materials.query': onOutside(materialsCalls['materials.query'], async ({ caseId, ...wish }, bench) => {
    const record = caseById(bench.db, caseId);
    if (!record) return no('no-such-case');
    bench.about(caseId, `query ${wish.materialId}`);
    if (!takesPapers(record.state)) return no('already-decided');
    const barred = await askInstead(bench, record, wish);
    if (barred) return no(barred);
    const now = caseById(bench.db, caseId);
    return now ? yes(caseView(bench, now)) : no('no-such-case');
  }),

  'materials.ask-consent': onWrite(materialsCalls['materials.ask-consent'], ({ caseId, ...wish }, bench) => {
    const record = caseById(bench.db, caseId);
    if (!record) return no('no-such-case');
    bench.about(caseId, `consent ${wish.materialId}`);
    if (!takesPapers(record.state)) return no('already-decided');
    const barred = askOnScreen(bench, record, wish);
    return barred ? no(barred) : yes(caseView(bench, record));
  }),

  'materials.say-wrong': onWrite(materialsCalls['materials.say-wrong'], ({ caseId, ...report }, bench) => {
    const record = caseById(bench.db, caseId);
    if (!record) return no('no-such-case');
    bench.about(caseId, 'data-wrong');
    const barred = reportWrong(bench, record, report);
    if (barred) return no(barred);
    bench.afterwards(() => bench.parts.announce('case.changed', { caseId }));
    return yes(caseView(bench, record));
  }),

  'materials.recheck': onOutside(materialsCalls['materials.recheck'], async ({ caseId }, bench) => {
    const record = caseById(bench.db, caseId);
    if (!record) return no('no-such-case');
    bench.about(caseId, 'recheck');
    if ((await askAgain(bench, record)) === null) return no('nothing-to-recheck');
    const now = caseById(bench.db, caseId);
    return now ? yes(caseView(bench, now)) : no('no-such-case');
  }),
};

import { materialsCalls } from '#contract/calls/materials.ts';
import { takesPapers } from '#rules/intake/case-moves.ts';
import { type Answers, no, onWrite, yes } from '../answering.ts';
import { caseView } from '../intake/case-view.ts';
import { reuseCopy } from '../intake/reuse-copy.ts';
import { caseById } from '../store/cases.ts';

export const materialsAnswers: Answers<'materials'> = {
  'materials.reuse': onWrite(materialsCalls['materials.reuse'], ({ caseId, materialId }, bench) => {
    const record = caseById(bench.db, caseId);
    if (!record) return no('no-such-case');
    bench.about(caseId, `reuse ${materialId}`);
    if (!takesPapers(record.state)) return no('already-decided');
    const barred = reuseCopy(bench, record, materialId);
    if (barred) return no(barred);
    bench.afterwards(() => bench.parts.announce('case.changed', { caseId }));
    return yes(caseView(bench, record));
  }),
};

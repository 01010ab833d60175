import type { z } from 'zod';
import { guidanceCalls } from '#contract/calls/guidance.ts';
import { takesPapers } from '#rules/intake/case-moves.ts';
import { situationsAsked } from '#rules/intake/situations.ts';
import { type Answers, no, onRead, onWrite, type WriteBench, yes } from '../answering.ts';
import { bundleGuidance } from '../guidance/guide-bundle.ts';
import { answersKnown, guidanceFor } from '../guidance/guide.ts';
import { listOfBundle, listOfCase, listOfGuidance } from '../guidance/guidance-list.ts';
import { caseView } from '../intake/case-view.ts';
import { caseById } from '../store/cases.ts';
import { keepGuidance } from '../store/guidances.ts';
import { noticeById } from '../store/notices.ts';
import { linkOnline, unlinkOnline } from '../store/online-numbers.ts';

export const guidanceAnswers: Answers<'guidance'> = {
  'guidance.ask': onRead(guidanceCalls['guidance.ask'], ({ itemCode, answers, agent }, { parts }) => {
    const item = parts.items.byCode(itemCode);
    return item ? yes(guidanceFor(parts, item, answers, agent)) : no('no-such-item');
  }),

  'guidance.keep': onWrite(guidanceCalls['guidance.keep'], ({ itemCode, answers, onlineNumber }, bench) => {
    const { db, parts, nowMs, asker } = bench;
    const item = parts.items.byCode(itemCode);
    if (!item) return no('no-such-item');
    const known = answersKnown({ ...item, situations: situationsAsked(item) }, answers);
    if (Object.keys(known).length < Object.keys(answers).length) return no('no-such-situation');
    const by = asker.staff?.number ?? 'nobody';
    const about = { itemCode: item.code, bundleId: null, nameZh: item.nameZh, nameEn: item.nameEn };
    const guidanceId = keepGuidance(db, { about, answers: known, onlineNumber, atMs: nowMs, by });
    bench.about(guidanceId);
    return yes({ guidanceId });
  }),

  'guidance.ask-bundle': onRead(
    guidanceCalls['guidance.ask-bundle'],
    ({ bundleId, answers, agent }, { parts }) => {
      const bundle = parts.items.bundleById(bundleId);
      if (!bundle) return no('no-such-bundle');
      const guidance = bundleGuidance(parts, bundle, answers, agent);
      return guidance ? yes(guidance) : no('no-such-item');
    },
  ),

  'guidance.keep-bundle': onWrite(guidanceCalls['guidance.keep-bundle'], ({ bundleId, answers }, bench) => {
    const { db, parts, nowMs, asker } = bench;
    const bundle = parts.items.bundleById(bundleId);
    if (!bundle) return no('no-such-bundle');
    const guidance = bundleGuidance(parts, bundle, answers, false);
    if (!guidance) return no('no-such-item');
    const known = new Set(guidance.questions.flatMap(({ id, answer }) => (answer === null ? [] : [id])));
    if (Object.keys(answers).some((id) => !known.has(id))) return no('no-such-situation');
    const { nameZh, nameEn } = bundle;
    const by = asker.staff?.number ?? 'nobody';
    const about = { itemCode: null, bundleId, nameZh, nameEn };
    const guidanceId = keepGuidance(db, { about, answers, onlineNumber: null, atMs: nowMs, by });
    bench.about(guidanceId);
    return yes({ guidanceId });
  }),

  'guidance.print': onWrite(guidanceCalls['guidance.print'], ({ of }, bench) => {
    const listed = listOf(bench, of);
    if ('barred' in listed) return no(listed.barred);
    bench.about(listed.id, 'guidance-list');
    if (of.kind === 'case') {
      const { caseId } = of;
      bench.afterwards(() => bench.parts.announce('case.changed', { caseId }));
    }
    return yes({ noticeId: listed.id, documentNumber: listed.documentNumber });
  }),

  'guidance.print-state': onRead(guidanceCalls['guidance.print-state'], ({ noticeId }, { db }) => {
    const paper = noticeById(db, noticeId);
    return paper?.summary.kind === 'guidance-list' ? yes(paper.summary.pdf) : no('no-such-notice');
  }),

  'guidance.link-online': onWrite(
    guidanceCalls['guidance.link-online'],
    ({ caseId, onlineNumber }, bench) => {
      const { db, nowMs, asker, parts } = bench;
      const record = caseById(db, caseId);
      if (!record) return no('no-such-case');
      if (!takesPapers(record.state)) return no('already-decided');
      const by = asker.staff?.number ?? 'nobody';
      if (onlineNumber === null) unlinkOnline(db, caseId);
      else if (!linkOnline(db, { caseId, onlineNumber, atMs: nowMs, by }))
        return no('number-on-another-case');
      bench.about(caseId);
      bench.afterwards(() => parts.announce('case.changed', { caseId }));
      return yes(caseView(bench, record));
    },
  ),
};

type ListWanted = z.output<(typeof guidanceCalls)['guidance.print']['input']>['of'];

function listOf(bench: WriteBench, of: ListWanted) {
  switch (of.kind) {
    case 'case':
      return listOfCase(bench, of.caseId);
    case 'bundle':
      return listOfBundle(bench, of.bundleId);
    case 'guidance':
      break;
  }
  return listOfGuidance(bench, of.guidanceId, of.agent);
}

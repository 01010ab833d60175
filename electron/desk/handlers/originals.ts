import { originalsCalls } from '#contract/calls/originals.ts';
import type { PaperKey } from '#contract/shapes/hand-over.ts';
import { type Answers, no, onRead, onWrite, type WriteBench, yes } from '../answering.ts';
import { handOverView } from '../hand-over/hand-over-view.ts';
import { keyOf, makeList, theseHere } from '../hand-over/make-list.ts';
import { handOverById, linesOfHandOver, signHandOver } from '../store/hand-overs.ts';
import { comeBack, giveBack } from '../store/original-moves.ts';

export const originalsAnswers: Answers<'originals'> = {
  'originals.look': onRead(originalsCalls['originals.look'], (_input, bench) => yes(handOverView(bench))),

  'originals.hand-over': onWrite(originalsCalls['originals.hand-over'], ({ department, papers }, bench) => {
    const barred = makeList(bench, department, papers);
    if (barred) return no(barred);
    tellCases(bench, papers);
    return yes(handOverView(bench));
  }),

  'originals.sign-list': onWrite(
    originalsCalls['originals.sign-list'],
    ({ handOverId: id, takenBy, badge, notFound }, bench) => {
      const { db, nowMs: atMs, asker } = bench;
      bench.about(id, 'sign');
      const list = handOverById(db, id);
      if (!list) return no('no-such-list');
      if (list.takenBy !== null) return no('list-signed-already');
      const lines = linesOfHandOver(db, id);
      const missed = new Set(notFound.map(keyOf));
      const back = lines.filter((line) => missed.has(keyOf(line)));
      if (back.length < missed.size) return no('not-in-this-list');
      const clerk = asker.staff?.number ?? 'nobody';
      for (const { cameBack: _before, copies: _copies, ...line } of back)
        comeBack(db, id, { ...line, atMs, clerk });
      signHandOver(db, { id, takenBy, takenWith: badge, atMs });
      tellCases(bench, lines);
      return yes(handOverView(bench));
    },
  ),

  'originals.give-back': onWrite(originalsCalls['originals.give-back'], ({ papers }, bench) => {
    const { db, nowMs: atMs, asker } = bench;
    const here = theseHere(db, papers);
    if (!here) return no('no-original-here');
    bench.about(here.map(({ caseId }) => caseId).join(' '), `give back ${here.length} papers`);
    for (const { copies: _copies, sinceMs: _since, ...paper } of here)
      giveBack(db, { ...paper, atMs, clerk: asker.staff?.number ?? 'nobody' });
    tellCases(bench, papers);
    return yes(handOverView(bench));
  }),
};

/** Whether a case may be archived has changed. */
function tellCases({ parts, afterwards }: WriteBench, papers: readonly PaperKey[]): void {
  const cases = new Set(papers.map(({ caseId }) => caseId));
  afterwards(() => {
    for (const caseId of cases) parts.announce('case.changed', { caseId });
  });
}

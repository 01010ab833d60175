import { randomUUID } from 'node:crypto';
import { expertCalls } from '#contract/calls/expert.ts';
import { namesSomebody } from '#rules/intake/expert-question.ts';
import { type Answers, no, onRead, onWrite, yes } from '../answering.ts';
import { caseById } from '../store/cases.ts';
import { addQuestion, questionsOfCase } from '../store/expert-questions.ts';

export const expertAnswers: Answers<'expert'> = {
  'expert.look': onRead(expertCalls['expert.look'], ({ caseId }, { db }) =>
    caseById(db, caseId) ? yes(questionsOfCase(db, caseId)) : no('no-such-case'),
  ),

  'expert.ask': onWrite(expertCalls['expert.ask'], ({ caseId, text }, bench) => {
    const { db, nowMs, parts, asker } = bench;
    const record = caseById(db, caseId);
    if (!record) return no('no-such-case');
    if (namesSomebody(text)) return no('names-somebody');
    const before = questionsOfCase(db, caseId);
    if (before.some((one) => one.answer === null && one.text === text)) return no('asked-already');
    bench.about(caseId);
    addQuestion(db, {
      id: randomUUID(),
      caseId,
      itemCode: record.item.code,
      itemName: record.item.nameZh,
      text,
      atMs: nowMs,
      by: asker.staff?.number ?? 'nobody',
    });
    bench.afterwards(() => {
      parts.announce('case.changed', { caseId });
      parts.sync.wake();
    });
    return yes(questionsOfCase(db, caseId));
  }),
};

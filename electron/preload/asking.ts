import type { Asked } from '#contract/bridge.ts';
import type { Question } from '#contract/wire.ts';
import { readTold } from './read-told.ts';

export interface Line {
  readonly send: (question: Question) => void;
  readonly hear: (told: (message: unknown) => void, gone: () => void) => void;
}

/** Longer than any deadline inside the desk, so that the reason a clerk sees is the inner one. */
const ANSWER_WITHIN_MS = 45_000;

/** Pairs questions with answers over one line. Nobody waits for ever, and nobody waits on a dead desk. */
export function asking(
  line: Line,
  news: (name: string, value: unknown) => void,
  answerWithinMs: number = ANSWER_WITHIN_MS,
): (name: string, input: unknown) => Promise<Asked> {
  const waiting = new Map<number, (asked: Asked) => void>();
  let asked = 0;

  line.hear(
    (message) => {
      const told = readTold(message);
      if (!told) throw new Error('the desk told something of an unknown shape');
      if ('news' in told) {
        news(told.news, told.value);
        return;
      }
      const settle = waiting.get(told.no);
      waiting.delete(told.no);
      settle?.(
        'fault' in told ? { kind: 'fault', fault: told.fault } : { kind: 'answer', answer: told.answer },
      );
    },
    () => {
      const unanswered = [...waiting.values()];
      waiting.clear();
      for (const settle of unanswered) settle({ kind: 'gone' });
    },
  );

  return (name, input) =>
    new Promise((settled) => {
      asked += 1;
      const no = asked;
      const late = setTimeout(() => {
        waiting.delete(no);
        settled({ kind: 'gone' });
      }, answerWithinMs);
      waiting.set(no, (given) => {
        clearTimeout(late);
        settled(given);
      });
      line.send({ no, name, input });
    });
}

import type { QueryTrouble } from '#contract/shapes/material.ts';
import type { ProvinceAnswer } from '../sync/answer.ts';

type Silence =
  | Extract<
      ProvinceAnswer,
      { answer: 'not-delivered' | 'unknown' | 'retry-later' | 'refused-line' | 'untrusted' }
    >
  | { readonly answer: 'not-connected' };

/** Why a source gave no answer, in the few words that change what a clerk does. */
export function queryTrouble(silence: Silence): QueryTrouble {
  switch (silence.answer) {
    case 'not-connected':
      return 'not-connected';
    case 'refused-line':
      return 'not-allowed';
    case 'untrusted':
      return 'unreadable';
    case 'retry-later':
      return 'fault';
    case 'not-delivered':
    case 'unknown':
      break;
  }
  const { why } = silence;
  if (why === 'no-answer' || why === 'slow-reply') return 'slow';
  if (why === 'server-trouble' || why === 'gateway-trouble') return 'fault';
  return why === 'away' || why === 'line-cut' || why === 'reply-cut' || why === 'intercepted'
    ? 'away'
    : 'unreadable';
}

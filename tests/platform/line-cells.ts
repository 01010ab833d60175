import { type Cell, unknown } from './fault-cell.ts';

/** The line, or what stands on it. @source safety.md 1c */
export const LINE_CELLS: readonly Cell[] = [
  {
    name: 'accepts and never answers',
    fault: { kind: 'never' },
    seen: unknown('no-answer', 'slow'),
    end: 'done',
  },
  {
    name: 'time runs out before it is kept',
    fault: { kind: 'slow', ms: 420 },
    times: 1,
    seen: unknown('no-answer'),
    end: 'done',
  },
  {
    name: 'kept, and never answered',
    fault: { kind: 'never', after: true },
    seen: unknown('no-answer', 'slow'),
    end: 'done',
  },
  {
    name: 'time runs out after it is kept',
    fault: { kind: 'slow-answer', ms: 420 },
    times: 1,
    seen: unknown('no-answer'),
    end: 'done',
  },
  {
    name: 'reset before it is kept',
    fault: { kind: 'reset' },
    seen: unknown('line-cut', 'away'),
    end: 'done',
  },
  {
    name: 'reset after it is kept',
    fault: { kind: 'reset', after: true },
    seen: unknown('line-cut', 'away'),
    end: 'done',
  },
  {
    name: 'closed before it is kept',
    fault: { kind: 'close' },
    seen: unknown('line-cut', 'away'),
    end: 'done',
  },
  {
    name: 'closed after it is kept',
    fault: { kind: 'close', after: true },
    seen: unknown('line-cut', 'away'),
    end: 'done',
  },
  {
    name: 'the request was cut on the way',
    fault: { kind: 'incomplete-body' },
    seen: unknown('incomplete-body'),
    end: 'done',
  },
  {
    name: 'headers, then silence',
    fault: { kind: 'stall' },
    seen: unknown('slow-reply', 'slow'),
    end: 'done',
  },
  {
    name: 'one byte now and then',
    fault: { kind: 'trickle', ms: 200 },
    seen: unknown('slow-reply', 'slow'),
    end: 'done',
  },
  {
    name: 'the answer is cut, with its length',
    fault: { kind: 'cut', how: 'length' },
    seen: unknown('reply-cut', 'away'),
    end: 'done',
  },
  {
    name: 'the answer is cut, in chunks',
    fault: { kind: 'cut', how: 'chunked' },
    seen: unknown('reply-cut', 'away'),
    end: 'done',
  },
  {
    name: 'the answer is cut, without a length',
    fault: { kind: 'cut', how: 'none' },
    seen: unknown('reply-unreadable', 'away'),
    end: 'done',
  },
  {
    name: 'the cut answer happens to be JSON',
    fault: { kind: 'cut', how: 'none', text: '{}' },
    seen: unknown('reply-unreadable', 'away'),
    end: 'done',
  },
  {
    name: 'a login page in between',
    fault: { kind: 'html' },
    seen: unknown('intercepted', 'intercepted'),
    end: 'done',
  },
  {
    name: 'a login page after it was kept',
    fault: { kind: 'html', after: true },
    seen: unknown('intercepted', 'intercepted'),
    end: 'done',
  },
];

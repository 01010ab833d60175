import type { DebtState, LineState } from '#contract/shapes/sync-state.ts';

/** One row of the fault matrix: what goes wrong with one step of one case, and what must come of it. */
export interface Cell {
  readonly name: string;
  /** For the requests of this case only. */
  readonly fault: { readonly kind: string; readonly [parameter: string]: unknown };
  readonly times?: number;
  /** More rules, for any case. */
  readonly besides?: readonly object[];
  /** What the clerk sees while it lasts; null: nothing is seen, it settles by itself. */
  readonly seen: { readonly state: DebtState; readonly because: string; readonly line?: LineState } | null;
  /** What it comes to when the fault is over. `asked`: when a person tries now, it is asked about. */
  readonly end: 'done' | 'stays' | 'asked';
  /** The line itself is refused: the other case waits too. */
  readonly stopsAll?: boolean;
}

const unknown = (because: string, line?: LineState): Cell['seen'] => ({
  state: 'unknown',
  because,
  ...(line ? { line } : {}),
});
const paused = (because: string, line: LineState): Cell['seen'] => ({ state: 'paused', because, line });
const quarantined = (because: string): Cell['seen'] => ({ state: 'quarantined', because });
const conflict = (code: string): Cell['fault'] => ({
  kind: 'status',
  status: 409,
  body: { code, message: '冲突' },
});
const status = (code: number, more: object = {}): Cell['fault'] => ({
  kind: 'status',
  status: code,
  ...more,
});

/** @source safety.md 1c, the rows that concern a case without attachments */
export const CELLS: readonly Cell[] = [
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
  {
    name: 'a receipt for another key',
    fault: { kind: 'wrong-key' },
    seen: quarantined('wrong-echo'),
    end: 'asked',
  },
  {
    name: 'a receipt for another body',
    fault: { kind: 'wrong-hash' },
    seen: quarantined('wrong-echo'),
    end: 'asked',
  },
  { name: 'an empty 200', fault: { kind: 'empty', status: 200 }, seen: null, end: 'done' },
  { name: 'a 204', fault: { kind: 'empty', status: 204 }, seen: null, end: 'done' },
  { name: '500, five times and more', fault: status(500), seen: unknown('server-trouble'), end: 'done' },
  {
    name: '500 after it was kept',
    fault: status(500, { after: true }),
    seen: unknown('server-trouble'),
    end: 'done',
  },
  {
    name: '502',
    fault: status(502, { body: '<html>bad gateway</html>', type: 'text/html' }),
    seen: unknown('gateway-trouble', 'away'),
    end: 'done',
  },
  {
    name: '502 after it was kept',
    fault: status(502, { after: true, body: 'bad gateway' }),
    seen: unknown('gateway-trouble', 'away'),
    end: 'done',
  },
  { name: '503', fault: status(503), seen: unknown('gateway-trouble', 'away'), end: 'done' },
  { name: '504', fault: status(504, { body: '' }), seen: unknown('gateway-trouble', 'away'), end: 'done' },
  { name: '429', fault: status(429), seen: { state: 'pending', because: 'busy' }, end: 'done' },
  { name: '409, same key and same body', fault: { kind: 'same-body' }, seen: null, end: 'done' },
  {
    name: '409, same key and other body',
    fault: { kind: 'other-body' },
    seen: quarantined('other-body'),
    end: 'stays',
  },
  {
    name: '409, in progress',
    fault: { kind: 'in-progress' },
    seen: { state: 'pending', because: 'in-progress' },
    end: 'done',
  },
  {
    name: '409, out of order',
    fault: conflict('out-of-order'),
    seen: quarantined('out-of-order'),
    end: 'stays',
  },
  {
    name: '409, held under another key',
    fault: conflict('step-already-there'),
    seen: quarantined('step-already-there'),
    end: 'stays',
  },
  {
    name: '409 from something in between',
    fault: status(409, { body: 'conflict' }),
    seen: unknown('reply-unreadable', 'away'),
    end: 'done',
  },
  {
    name: '422',
    fault: { kind: 'return', message: '证件号码与登记信息不一致' },
    seen: { state: 'returned', because: 'returned' },
    end: 'stays',
  },
  {
    name: '400 with a reason',
    fault: status(400, { body: { code: '4102', message: '事项编码已停用' } }),
    seen: { state: 'returned', because: 'returned' },
    end: 'stays',
  },
  {
    name: '422 from something in between',
    fault: status(422, { body: '<p>no</p>', type: 'text/html' }),
    seen: unknown('reply-unreadable', 'away'),
    end: 'done',
  },
  { name: '401, the session has ended', fault: { kind: 'expired' }, times: 1, seen: null, end: 'done' },
  {
    name: '401, and the account is not known any more',
    fault: { kind: 'expired' },
    besides: [{ match: { operation: 'signIn' }, fault: { kind: 'wrong-account' } }],
    seen: paused('signed-out', 'signed-out'),
    end: 'done',
    stopsAll: true,
  },
  {
    name: '401, revoked',
    fault: { kind: 'revoked' },
    seen: paused('not-authorised', 'not-authorised'),
    end: 'done',
    stopsAll: true,
  },
  {
    name: '403',
    fault: status(403),
    seen: paused('not-authorised', 'not-authorised'),
    end: 'done',
    stopsAll: true,
  },
  {
    name: '404',
    fault: status(404, { body: 'no such page' }),
    seen: paused('wrong-address', 'wrong-address'),
    end: 'done',
    stopsAll: true,
  },
  {
    name: '405',
    fault: status(405),
    seen: paused('wrong-address', 'wrong-address'),
    end: 'done',
    stopsAll: true,
  },
  {
    name: '410',
    fault: status(410),
    seen: paused('wrong-address', 'wrong-address'),
    end: 'done',
    stopsAll: true,
  },
  { name: '413', fault: status(413), seen: quarantined('too-large'), end: 'stays' },
  ...[301, 302, 307, 308].map((code): Cell => ({
    name: String(code),
    fault: { kind: 'redirect', status: code },
    seen: paused('wrong-address', 'wrong-address'),
    end: 'done',
    stopsAll: true,
  })),
  {
    name: 'bytes that are no HTTP',
    fault: { kind: 'garbage' },
    seen: unknown('reply-unreadable', 'away'),
    end: 'done',
  },
  {
    name: 'a header of 200 kB',
    fault: { kind: 'huge-head', after: true },
    seen: unknown('reply-unreadable', 'away'),
    end: 'done',
  },
  {
    name: 'a reply of 200 MB',
    fault: { kind: 'huge' },
    seen: unknown('reply-too-large', 'away'),
    end: 'done',
  },
  {
    name: 'a compressed reply',
    fault: { kind: 'gzip', after: true },
    seen: unknown('reply-compressed', 'away'),
    end: 'done',
  },
  {
    name: 'a reply that reaches into the language',
    fault: { kind: 'hostile', after: true },
    seen: unknown('reply-hostile', 'away'),
    end: 'done',
  },
  { name: 'the answer twice', fault: { kind: 'twice' }, seen: null, end: 'done' },
  { name: 'a platform without a clock', fault: { kind: 'no-date' }, seen: null, end: 'done' },
  { name: 'a platform a day ahead', fault: { kind: 'skew', ms: 86_400_000 }, seen: null, end: 'done' },
  { name: 'a platform a day behind', fault: { kind: 'skew', ms: -86_400_000 }, seen: null, end: 'done' },
];

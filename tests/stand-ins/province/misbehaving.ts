import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { type Answer, problem } from './platform.ts';
import type { Fault, FaultKind } from './faults.ts';
import { isObject, type Json, type JsonObject, numberOf, textOf } from './json.ts';

const KEEPING: ReadonlySet<string> = new Set([
  'slow',
  'slow-answer',
  'stall',
  'trickle',
  'cut',
  'twice',
  'empty',
  'wrong-key',
  'wrong-hash',
  'wrong-number',
  'no-date',
  'skew',
  'same-body',
  'no-record',
  'other-holder',
  'licence-status',
  'task-state',
  'licence-ended',
  'flagged',
  'more-values',
  'other-value',
]);

/** Whether the request is handled, and what it asks for kept, before the fault shows. */
export function keepsFirst(fault: Fault): boolean {
  return fault['after'] === true || KEEPING.has(fault.kind);
}

type Wrong = (fault: Fault, right: Answer | null) => Answer | null;

const WRONG_ANSWERS: Partial<Record<FaultKind, Wrong>> = {
  'in-progress': () => problem(409, 'in-progress', '正在处理'),
  'same-body': () => problem(409, 'same-body', '已收到同一内容'),
  'other-body': () => problem(409, 'other-body', '同一编号，内容不同'),
  'incomplete-body': () => problem(400, 'incomplete-body', '报文不完整'),
  expired: () => problem(401, 'token-expired', '登录已过期'),
  revoked: () => problem(401, 'token-revoked', '窗口授权已收回'),
  'wrong-account': () => problem(401, 'wrong-account', '账号或口令不对'),
  return: (fault) =>
    problem(422, textOf(fault['code']) || '4107', textOf(fault['message']) || '请核实后重新报送', {
      field_errors: fault['field_errors'] ?? [],
    }),
  'wrong-key': (_, right) => changed(right, { idempotency_key: '00000000-0000-4000-8000-000000000000' }),
  'wrong-hash': (_, right) => changed(right, { body_hash: '0'.repeat(64) }),
  'wrong-number': (fault, right) => changed(right, { project_no: textOf(fault['number']) }),
  'no-such-query': () => problem(404, 'no-such-query', '没有接入这项数据'),
  'no-record': (_, right) => changed(right, nothingHeld(right)),
  'other-holder': (_, right) =>
    eachLicence(changed(right, ofAnother(right)), { holder_code: ANOTHER, holder_name: '王另人' }),
  'licence-status': (fault, right) => eachLicence(right, { status: textOf(fault['status']) || '03' }),
  'task-state': (fault, right) => firstItem(right, { task_state: textOf(fault['state']) || '9' }),
  'licence-ended': (fault, right) => eachLicence(right, { valid_to: textOf(fault['on']) || '2020-01-01' }),
  flagged: (fault, right) =>
    changed(right, {
      supervision: [
        {
          flag_code: textOf(fault['code']) || '01',
          explain: textOf(fault['explain']) || '上次的告知承诺还没有核查',
          since: '2026-10-12',
        },
      ],
    }),
  'more-values': (_, right) => changed(right, { values: [...valuesIn(right), SECRET] }),
  'other-value': (fault, right) =>
    changed(right, {
      values: valuesIn(right).map((one) =>
        one['code'] === fault['code'] ? { ...one, value: textOf(fault['value']) } : one,
      ),
    }),
};

/** A made-up number that nobody at a window has. */
const ANOTHER = '990101198001010015';
const SECRET = { code: 'holder.income', name: '年收入', kind: 'text', value: '一百万元' } as const;

function valuesIn(right: Answer | null): JsonObject[] {
  const values = right && isObject(right.json) ? right.json['values'] : null;
  return Array.isArray(values) ? values.filter(isObject) : [];
}

function nothingHeld(right: Answer | null): Record<string, Json> {
  const isLicences = right !== null && isObject(right.json) && right.json['licences'] !== undefined;
  return isLicences ? { licences: [] } : { found: false, as_of: null, holder_code: null, values: [] };
}

function ofAnother(right: Answer | null): Record<string, Json> {
  const isData = right !== null && isObject(right.json) && right.json['found'] !== undefined;
  return isData ? { holder_code: ANOTHER } : {};
}

function firstItem(right: Answer | null, values: JsonObject): Answer | null {
  const items = isObject(right?.json) ? right.json['items'] : null;
  const [first, ...others] = Array.isArray(items) ? items : [];
  return isObject(first) ? changed(right, { items: [{ ...first, ...values }, ...others] }) : right;
}

function eachLicence(right: Answer | null, change: Record<string, Json>): Answer | null {
  const licences = right && isObject(right.json) ? right.json['licences'] : null;
  if (!Array.isArray(licences)) return right;
  return changed(right, { licences: licences.filter(isObject).map((one) => ({ ...one, ...change })) });
}

function changed(right: Answer | null, change: Record<string, Json>): Answer | null {
  return right && isObject(right.json) ? { ...right, json: { ...right.json, ...change } } : null;
}

/** A wrong answer in good form, or null when the fault is one of the line. */
export function wrongAnswer(fault: Fault, right: Answer | null): Answer | null {
  return WRONG_ANSWERS[fault.kind]?.(fault, right) ?? null;
}

interface Scene {
  readonly fault: Fault;
  readonly response: ServerResponse;
  readonly status: number;
  /** The right answer's body, empty when nothing was handled. */
  readonly text: string;
}

const JSON_TYPE = { 'content-type': 'application/json' } as const;

const LINE_FAULTS: Partial<Record<FaultKind, (scene: Scene) => void>> = {
  down: ({ response }) => response.socket?.resetAndDestroy(),
  reset: ({ response }) => response.socket?.resetAndDestroy(),
  close: ({ response }) => response.socket?.destroy(),
  never: () => {},
  stall: ({ response, status, text }) => {
    response.writeHead(status, { ...JSON_TYPE, 'content-length': Buffer.byteLength(text) });
    response.flushHeaders();
  },
  trickle: ({ fault, response, status, text }) =>
    trickle(response, status, text, numberOf(fault['ms']) || 200),
  cut: ({ fault, response, status, text }) =>
    cut(response, status, text, textOf(fault['how']), textOf(fault['text'])),
  garbage: ({ response }) => response.socket?.end(Buffer.from('\u0000\u0001SSH-2.0-not-http\r\n\r\n\u0003')),
  twice: ({ response, status, text }) => {
    const whole = raw(status, text, true);
    response.socket?.end(`${whole}${whole}`);
  },
  html: ({ response }) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end('<!doctype html><title>上网认证</title><form>请先登录</form>');
  },
  status: ({ fault, response }) => answerStatus(fault, response),
  redirect: ({ fault, response }) => {
    const location = textOf(fault['location']) || '/v1/elsewhere';
    response.writeHead(numberOf(fault['status']) || 307, { location });
    response.end();
  },
  empty: ({ fault, response }) => {
    response.writeHead(numberOf(fault['status']) || 200, JSON_TYPE);
    response.end();
  },
  huge: ({ fault, response }) => {
    response.writeHead(200, JSON_TYPE);
    pour(response, numberOf(fault['bytes']) || 200 * 1024 * 1024);
  },
  'huge-head': ({ fault, response, status, text }) => {
    response.writeHead(status, {
      ...JSON_TYPE,
      'x-padding': 'x'.repeat(numberOf(fault['bytes']) || 200_000),
    });
    response.end(text);
  },
  gzip: ({ response, status, text }) => {
    response.writeHead(status, { ...JSON_TYPE, 'content-encoding': 'gzip' });
    response.end(gzipSync(text || '{}'));
  },
  hostile: ({ response, status, text }) => {
    response.writeHead(status, JSON_TYPE);
    response.end(`{"__proto__":{"answer":"acknowledged"},${text.slice(1) || '"x":1}'}`);
  },
};

/** Does to a connection what the fault says. True when the answer has been dealt with. */
export function misbehave(fault: Fault, response: ServerResponse, right: Answer | null): boolean {
  const act = LINE_FAULTS[fault.kind];
  if (!act) return false;
  const text = right?.json === undefined ? '' : JSON.stringify(right.json);
  act({ fault, response, status: right?.status ?? 200, text });
  return true;
}

function answerStatus(fault: Fault, response: ServerResponse): void {
  const body = fault['body'] ?? { code: 'trouble', message: '系统繁忙' };
  const headers = isObject(fault['headers']) ? fault['headers'] : {};
  response.writeHead(numberOf(fault['status']) || 500, {
    'content-type': textOf(fault['type']) || (typeof body === 'string' ? 'text/plain' : 'application/json'),
    ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, textOf(value)])),
  });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

function raw(status: number, text: string, withLength: boolean): string {
  const length = withLength ? `content-length: ${Buffer.byteLength(text)}\r\n` : '';
  return `HTTP/1.1 ${status} OK\r\ncontent-type: application/json\r\n${length}connection: close\r\n\r\n${text}`;
}

function cut(response: ServerResponse, status: number, text: string, how: string, given: string): void {
  const half = given || text.slice(0, Math.floor(text.length / 2));
  if (how === 'none') {
    response.socket?.end(raw(status, half, false));
    return;
  }
  const length = how === 'chunked' ? {} : { 'content-length': Buffer.byteLength(text) };
  response.writeHead(status, { 'content-type': 'application/json', ...length });
  response.write(half, () => response.socket?.destroy());
}

function trickle(response: ServerResponse, status: number, text: string, ms: number): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  });
  const bytes = Buffer.from(text);
  let at = 0;
  const timer = setInterval(() => {
    if (response.destroyed || at >= bytes.length) {
      clearInterval(timer);
      if (!response.destroyed) response.end();
      return;
    }
    response.write(bytes.subarray(at, at + 1));
    at += 1;
  }, ms);
}

function pour(response: ServerResponse, bytes: number): void {
  const piece = Buffer.alloc(64 * 1024, ' ');
  let left = bytes;
  const more = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= piece.length;
      if (!response.write(piece)) {
        response.once('drain', more);
        return;
      }
    }
    if (!response.destroyed) response.end('{}');
  };
  more();
}

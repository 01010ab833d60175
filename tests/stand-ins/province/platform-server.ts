import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as passed } from 'node:timers/promises';
import { answer } from './answers.ts';
import { operationFor } from './description.ts';
import { SANDBOX_KEY } from './catalogue-offer.ts';
import type { Fault, Faults, Occasion } from './faults.ts';
import { isObject, type Json, numberOf, parseJson, textOf } from './json.ts';
import { keepsFirst, misbehave, wrongAnswer } from './misbehaving.ts';
import { type Answer, type Platform, problem, type Request } from './platform.ts';

const LARGEST_BODY_BYTES = 2 * 1024 * 1024;

/** Serves the platform: the operations of the description, plus `/_inspect` and `/_faults` for people and tests. */
export function platformServer(platform: Platform, faults: Faults): Server {
  return createServer({ maxHeaderSize: 32 * 1024 }, (incoming, response) => {
    response.on('error', () => {});
    serve(platform, faults, incoming, response).catch((thrown: unknown) => {
      console.error(thrown);
      if (response.headersSent) response.destroy();
      else write(response, problem(500, 'trouble', '平台内部错误'));
    });
  });
}

async function serve(
  platform: Platform,
  faults: Faults,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(incoming.url ?? '/', 'http://platform.invalid');
  const body = await bodyOf(incoming);
  if (body === null) {
    write(response, problem(413, 'too-large', '报文过大'));
    return;
  }
  const request: Request = {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    header: (name) => [incoming.headers[name.toLowerCase()] ?? null].flat()[0] ?? null,
    body,
  };
  if (request.path.startsWith('/_')) {
    write(response, lookInside(platform, faults, request));
    return;
  }
  const key = request.header('idempotency-key');
  if (key !== null) {
    const { arrivals } = platform.ledger;
    arrivals.set(key, (arrivals.get(key) ?? 0) + 1);
  }
  const fault = faults.next(occasionOf(platform, request));
  if (fault) await serveWith(fault, platform, request, response);
  else write(response, answer(platform, request));
}

async function serveWith(
  fault: Fault,
  platform: Platform,
  request: Request,
  response: ServerResponse,
): Promise<void> {
  if (fault.kind === 'slow') await passed(numberOf(fault['ms']));
  if (fault.kind === 'forget-keys') platform.ledger.forgetKeys();
  const handles = keepsFirst(fault) || fault.kind === 'forget-keys';
  const right = handles ? answer(platform, request) : null;
  if (fault.kind === 'slow-answer') await passed(numberOf(fault['ms']));
  if (fault.kind === 'no-date') response.sendDate = false;
  if (fault.kind === 'skew') {
    response.sendDate = false;
    response.setHeader('date', new Date(platform.nowMs() + numberOf(fault['ms'])).toUTCString());
  }
  if (misbehave(fault, response, right)) return;
  write(response, wrongAnswer(fault, right) ?? right ?? problem(500, 'trouble', '系统繁忙'));
}

function occasionOf(platform: Platform, request: Request): Occasion {
  const found = operationFor(platform.description, request.method, request.path);
  let body: Json = null;
  try {
    body = parseJson(request.body);
  } catch {
    body = null;
  }
  const receiptNo = isObject(body) ? textOf(body['receipt_no']) : (request.query.get('receipt_no') ?? '');
  return {
    operation: found?.operation.id ?? '',
    key: request.header('idempotency-key') ?? found?.values['idempotency_key'] ?? '',
    caseGuid: found?.values['case_guid'] ?? '',
    step: Number(found?.values['step'] ?? Number.NaN),
    receiptNo,
  };
}

function lookInside(platform: Platform, faults: Faults, request: Request): Answer {
  const { ledger } = platform;
  const asked = `${request.method} ${request.path}`;
  if (asked === 'GET /_inspect/cases') {
    const cases = ledger.cases().map((one) => ({
      case_guid: one.guid,
      receipt_no: one.receiptNo,
      project_no: one.projectNo,
      events: one.events.map((event) => ({
        step: event.step,
        idempotency_key: event.key,
        body_hash: event.hash,
        platform_receipt: event.platformReceipt,
        kept_at: event.keptAt,
        arrivals: ledger.arrivals.get(event.key) ?? 0,
        message: event.message,
      })),
    }));
    return { status: 200, json: cases };
  }
  if (asked === 'GET /_inspect/keys') {
    return { status: 200, json: Object.fromEntries(ledger.arrivals) };
  }
  if (asked === 'GET /_inspect/catalogue') {
    const { hash } = platform.catalogue();
    return { status: 200, json: { key: SANDBOX_KEY, offered: hash, outcomes: ledger.packageOutcomes } };
  }
  if (asked === 'GET /_inspect/queries') return { status: 200, json: ledger.queries };
  if (asked === 'GET /_inspect/questions') return { status: 200, json: ledger.questions };
  if (asked === 'GET /_faults') return { status: 200, json: faults.document };
  if (asked === 'PUT /_faults') {
    let document: Json;
    try {
      document = parseJson(request.body);
    } catch {
      return problem(400, 'not-json', 'faults are JSON');
    }
    const wrong = faults.set(document);
    return wrong === null ? { status: 200, json: faults.document } : problem(400, 'wrong-faults', wrong);
  }
  return problem(
    404,
    'no-such-address',
    'GET /_inspect/cases, keys, queries, questions or catalogue, GET or PUT /_faults',
  );
}

async function bodyOf(incoming: IncomingMessage): Promise<string | null> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of incoming) {
    const buffer = Buffer.from(piece);
    bytes += buffer.length;
    if (bytes > LARGEST_BODY_BYTES) return null;
    pieces.push(buffer);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function write(response: ServerResponse, { status, json, headers = {} }: Answer): void {
  if (json === undefined) {
    response.writeHead(status, headers);
    response.end();
    return;
  }
  const text = JSON.stringify(json);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    ...headers,
  });
  response.end(text);
}

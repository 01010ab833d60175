import { createHash, randomUUID } from 'node:crypto';
import { keepOutcome, pullCatalogue, pullPiece } from './catalogue-answers.ts';
import { mayFollow } from './case-state.ts';
import { operationFor, parameterMisfits } from './description.ts';
import { isObject, type Json, type JsonObject, numberOf, parseJson, textOf } from './json.ts';
import { askExpert } from './expert.ts';
import { flagsOf } from './flags.ts';
import type { HeldEvent } from './ledger.ts';
import { saidOfNetworkCode } from './network-identity.ts';
import { type Answer, type Platform, problem, type Request } from './platform.ts';
import { saidBySource, SOURCE_LIST } from './sources.ts';

/** What the platform says to a request, and what it keeps because of it. */
export function answer(platform: Platform, request: Request): Answer {
  const found = operationFor(platform.description, request.method, request.path);
  if (!found) return problem(404, 'no-such-address', '没有这个接口');
  const { operation, values } = found;
  if (operation.needsSession && !isSignedIn(platform, request)) {
    return problem(401, 'token-expired', '登录已过期');
  }
  const wrong = parameterMisfits(platform.description, operation, (place, name) => {
    if (place === 'path') return values[name] ?? null;
    return place === 'query' ? request.query.get(name) : request.header(name);
  });
  if (wrong.length > 0)
    return problem(400, 'bad-parameter', '参数不对', { field_errors: fieldErrors(wrong) });

  const body = bodyOf(platform, request, operation.body);
  if ('status' in body) return body;
  const given = answerTo(operation.id, platform, request, values, body.json);
  const schema = operation.replies.get(String(given.status)) ?? operation.replies.get('default') ?? null;
  if (given.json === undefined || schema === null) return given;
  const own = platform.description.check(given.json, schema);
  if (own.length > 0) throw new Error(`the sandbox broke its own description: ${JSON.stringify(own)}`);
  return given;
}

function answerTo(
  id: string,
  platform: Platform,
  request: Request,
  values: Record<string, string>,
  body: JsonObject,
): Answer {
  switch (id) {
    case 'health':
      return {
        status: 200,
        json: { service: 'province-platform', status: 'up', platform_time: time(platform) },
      };
    case 'signIn':
      return signIn(platform, body);
    case 'sendEvent':
      return sendEvent(platform, request, values, body);
    case 'findByKey':
      return findByKey(platform, values['idempotency_key'] ?? '');
    case 'findByReceipt':
      return findByReceipt(platform, request.query.get('receipt_no') ?? '');
    case 'leaseNumbers':
      return leaseNumbers(platform, request, body);
    case 'pullCatalogue':
      return pullCatalogue(platform, request);
    case 'pullPackagePiece':
      return pullPiece(platform, values);
    case 'tellPackageOutcome':
      return keepOutcome(platform, values, body);
    case 'askExpert':
      return askExpert(platform, body);
    case 'listQueries':
      return { status: 200, json: { queries: [...SOURCE_LIST] } };
    case 'queryLicence':
    case 'querySharedData': {
      platform.ledger.queries.push(body);
      const json = saidBySource(id, body, time(platform));
      const supervision = flagsOf(platform.ledger.events, textOf(body['holder_code']));
      return json
        ? { status: 200, json: { ...json, supervision } }
        : problem(404, 'no-such-query', '没有接入这项数据');
    }
    case 'checkNetworkIdentity':
      return saidOfNetworkCode(body, platform, time(platform));
    default:
      return problem(404, 'no-such-address', '没有这个接口');
  }
}

function stepCode(message: Json): string {
  const process = isObject(message) ? (message['process'] ?? null) : null;
  return isObject(process) ? textOf(process['event_name']) : '';
}

function isSignedIn({ sessions }: Platform, request: Request): boolean {
  return sessions.has((request.header('authorization') ?? '').replace(/^Bearer /, ''));
}

function fieldErrors(wrong: readonly { readonly field: string; readonly message: string }[]): Json[] {
  return wrong.slice(0, 100).map(({ field, message }) => ({ field, message }));
}

/** The body, whole and as described, or why not. A hash that does not fit means it was cut on the way. */
function bodyOf(
  { description }: Platform,
  { body, header }: Request,
  schema: Json | null,
): { readonly json: JsonObject } | Answer {
  if (schema === null) return { json: {} };
  const hash = header('body-hash');
  const incomplete = problem(400, 'incomplete-body', '报文不完整');
  if (hash !== null && hash !== sha256(body)) return incomplete;
  let json: Json;
  try {
    json = parseJson(body);
  } catch {
    return incomplete;
  }
  const wrong = description.check(json, schema);
  if (wrong.length > 0 || !isObject(json)) {
    const first = wrong[0];
    const message = first ? `${first.field} ${first.message}` : '报文不对';
    return problem(422, 'schema', message, { field_errors: fieldErrors(wrong) });
  }
  return { json };
}

function signIn({ accounts, sessions, ...platform }: Platform, body: JsonObject): Answer {
  const isKnown = accounts === null || accounts[textOf(body['account'])] === textOf(body['secret']);
  if (!isKnown) return problem(401, 'wrong-account', '账号或口令不对');
  const token = randomUUID();
  sessions.add(token);
  return { status: 200, json: { token, expires_in_s: 1_800, platform_time: time(platform) } };
}

function sendEvent(
  platform: Platform,
  request: Request,
  values: Record<string, string>,
  body: JsonObject,
): Answer {
  const { ledger } = platform;
  const key = request.header('idempotency-key') ?? '';
  const hash = sha256(request.body);
  const caseGuid = values['case_guid'] ?? '';
  const step = Number(values['step']);
  const receiptNo = textOf(body['receipt_no']);

  const before = ledger.eventByKey(key);
  if (before) {
    const isSame = before.hash === hash && before.caseGuid === caseGuid && before.step === step;
    return isSame
      ? { status: 200, json: receiptFor(before) }
      : problem(409, 'other-body', '同一编号，内容不同');
  }
  const strict = !platform.isLenient();
  if (strict && ledger.eventAt(caseGuid, step))
    return problem(409, 'step-already-there', '这一步已用别的编号报过');
  if (strict && step > 1 && !ledger.eventAt(caseGuid, step - 1))
    return problem(409, 'out-of-order', '上一步还没有报');
  const first = ledger.eventAt(caseGuid, 1);
  const twin = ledger.events.find((one) => one.receiptNo === receiptNo && one.caseGuid !== caseGuid);
  if (twin || (first && first.receiptNo !== receiptNo)) {
    return problem(422, '4102', '收件号已属于另一办件', {
      field_errors: [{ field: 'receipt_no', message: '已属于另一办件' }],
    });
  }
  const held = ledger.events.filter((one) => one.caseGuid === caseGuid).map((one) => stepCode(one.message));
  if (strict && !mayFollow(held, stepCode(body))) {
    return problem(422, '4105', '办件现在的状态不能有这一步', {
      field_errors: [{ field: 'process.event_name', message: '与已报的环节不衔接' }],
    });
  }

  const day = time(platform).slice(0, 10).replaceAll('-', '');
  const serial = ledger.events.length + 1;
  const cases = platform.firstCase + ledger.events.filter((one) => one.step === 1).length;
  const site = textOf(body['data_source']);
  const event: HeldEvent = {
    key,
    hash,
    caseGuid,
    step,
    receiptNo,
    projectNo: first?.projectNo ?? `${site}${day}${String(cases).padStart(7, '0')}`,
    platformReceipt: `P${day}-${String(serial).padStart(6, '0')}`,
    keptAt: time(platform),
    message: body,
  };
  ledger.keepEvent(event);
  return { status: 201, json: receiptFor(event) };
}

export function receiptFor(event: HeldEvent): JsonObject {
  return {
    idempotency_key: event.key,
    body_hash: event.hash,
    case_guid: event.caseGuid,
    step: event.step,
    receipt_no: event.receiptNo,
    project_no: event.projectNo,
    platform_receipt: event.platformReceipt,
    kept_at: event.keptAt,
  };
}

function findByKey({ ledger }: Platform, key: string): Answer {
  const event = ledger.eventByKey(key);
  return event ? { status: 200, json: receiptFor(event) } : problem(404, 'unknown-key', '没有这个编号的回执');
}

function findByReceipt({ ledger }: Platform, receiptNo: string): Answer {
  const cases = ledger
    .cases()
    .filter((one) => one.receiptNo === receiptNo)
    .map((one) => ({
      case_guid: one.guid,
      receipt_no: one.receiptNo,
      project_no: one.projectNo,
      acknowledgements: one.events.map(receiptFor),
    }));
  return { status: 200, json: { cases } };
}

function leaseNumbers({ ledger }: Platform, request: Request, body: JsonObject): Answer {
  const key = request.header('idempotency-key') ?? '';
  const hash = sha256(request.body);
  const before = ledger.blockByKey(key);
  if (before && before.hash !== hash) return problem(409, 'other-body', '同一编号，内容不同');
  const from = Math.max(ledger.highestSerial, numberOf(body['highest_known'])) + 1;
  const to = from + numberOf(body['size']) - 1;
  if (!before && to > 999_999) return problem(422, '4301', '号段用完');
  const window = String(numberOf(body['window'])).padStart(2, '0');
  const blockNo = `${textOf(body['site'])}-${window}-${String(ledger.blockCount + 1).padStart(4, '0')}`;
  const block = before ?? { key, hash, blockNo, from, to };
  if (!before) ledger.keepBlock(block);
  return {
    status: 201,
    json: {
      idempotency_key: block.key,
      body_hash: block.hash,
      block_no: block.blockNo,
      serial_from: block.from,
      serial_to: block.to,
    },
  };
}

function time({ nowMs }: Pick<Platform, 'nowMs'>): string {
  return `${new Date(nowMs() + 8 * 3_600_000).toISOString().slice(0, -1)}+08:00`;
}

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

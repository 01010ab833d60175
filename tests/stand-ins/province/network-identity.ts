import { createHash } from 'node:crypto';
import { readNetworkCode } from '../network-codes.ts';
import type { Answer, Platform } from './platform.ts';
import { type JsonObject, textOf } from './json.ts';

/** What the identity platform behind this sandbox says of a code. A yes uses it up; a no does not. */
export function saidOfNetworkCode(
  question: JsonObject,
  { ledger, nowMs }: Pick<Platform, 'ledger' | 'nowMs'>,
  now: string,
): Answer {
  // Kept as asked, without the code: that is a secret and good once.
  ledger.queries.push({ ...question, code: '' });
  const code = textOf(question['code']);
  const hash = createHash('sha256').update(code).digest('hex');
  const shown = readNetworkCode(code);
  const said = (result: string, more: JsonObject = {}): Answer => ({
    status: 200,
    json: {
      check_guid: textOf(question['check_guid']),
      result,
      mode: null,
      level: null,
      holder_name: null,
      holder_type: null,
      holder_code: null,
      answered_by: '示范省网络身份认证平台',
      answered_at: now,
      ...more,
    },
  });
  if (!shown) return said('05');
  if (ledger.usedCodes.has(hash)) return said('04');
  if (shown.untilMs < nowMs()) return said('03');
  const named = textOf(question['holder_code']);
  if (named === '' && !shown.tells) return said('06');
  if (named !== '' && (named !== shown.number || textOf(question['holder_name']) !== shown.name)) {
    return said('02');
  }
  ledger.usedCodes.add(hash);
  const holder = shown.tells
    ? { holder_name: shown.name, holder_type: '111', holder_code: shown.number }
    : {};
  return said('01', { mode: shown.mode, level: shown.level, ...holder });
}

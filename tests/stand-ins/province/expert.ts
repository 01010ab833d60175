import { numberOf, type JsonObject, textOf } from './json.ts';
import type { Answer, Platform } from './platform.ts';

/** How long the expert of this sandbox thinks. */
const THINKS_MS = 2_000;

const ANSWER = '可以受理：所缺的一份由本局内部核查，不用群众再跑。';

/** Questions to the county's expert: the first time one is kept, and answered after a while, however often it is put. */
export function askExpert({ ledger, nowMs }: Platform, body: JsonObject): Answer {
  const id = textOf(body['question_guid']);
  const held = ledger.questions.find((one) => one['question_guid'] === id) ?? {
    ...body,
    kept_at_ms: nowMs(),
  };
  if (!ledger.questions.includes(held)) ledger.questions.push(held);
  const keptAtMs = numberOf(held['kept_at_ms']);
  const answered = nowMs() - keptAtMs >= THINKS_MS;
  const at = (ms: number) => new Date(ms).toISOString();
  return {
    status: 200,
    json: {
      question_guid: id,
      kept_at: at(keptAtMs),
      answer: answered
        ? { text: ANSWER, answered_by: '示范县政务服务中心', answered_at: at(keptAtMs + THINKS_MS) }
        : null,
    },
  };
}

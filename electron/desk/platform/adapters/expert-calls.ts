import type { ExpertAnswer, ExpertAsked, Province } from '../province.ts';
import { chinaTime } from './frame-event.ts';
import { refusalAnswer } from './read-reply.ts';
import { ExpertReply } from './replies.ts';
import { authorised, type InSession } from './source-queries.ts';

/** The call that asks an expert of the county, in a session. The same id again is the same question. */
export function expertCalls(
  inSession: InSession,
  from: { readonly site: string; readonly window: number },
): Pick<Province, 'askExpert'> {
  return {
    askExpert: async (question) => {
      const reply = await inSession((client, bearer) =>
        client.POST('/v1/expert-questions', { headers: authorised(bearer), body: asked(question, from) }),
      );
      if ('answer' in reply) return reply;
      if (reply.status !== 200 && reply.status !== 201) return refusalAnswer(reply);
      return read(reply.json, question.id);
    },
  };
}

function asked(
  { id, caseId, itemCode, itemName, text, askedAtMs, askedBy }: ExpertAsked,
  { site, window }: { readonly site: string; readonly window: number },
) {
  return {
    question_guid: id,
    case_guid: caseId,
    task_code: itemCode,
    task_name: itemName,
    question: text,
    ask_time: chinaTime(askedAtMs),
    ask_user_name: askedBy,
    site,
    window,
  };
}

function read(json: unknown, id: string): ExpertAnswer {
  const said = ExpertReply.safeParse(json);
  if (!said.success) return { answer: 'unknown', why: 'reply-unreadable', afterMs: null };
  const { question_guid, answer } = said.data;
  if (question_guid !== id) return { answer: 'untrusted', why: 'wrong-echo' };
  return {
    answer: 'kept',
    said: answer && { text: answer.text, by: answer.answered_by, atMs: Date.parse(answer.answered_at) },
  };
}

import type { QueryBasis } from '#contract/shapes/material.ts';
import type { z } from 'zod';
import type { Client } from 'openapi-fetch';
import type { components, paths } from '../openapi.d.ts';
import type {
  LicenceAnswer,
  LicenceQuestion,
  LineTrouble,
  Province,
  QueryListAnswer,
  SharedAnswer,
  SharedQuestion,
  SourceQuestion,
  SourceValue,
} from '../province.ts';
import type { CertificateCodes } from './code-maps.ts';
import { chinaTime } from './frame-event.ts';
import { refusalAnswer, type Reply } from './read-reply.ts';
import { LicenceReply, Problem, QueryList, SharedReply } from './replies.ts';

type Schemas = components['schemas'];

/** Asks something of the platform with the token of a session. */
export type Calling = (client: Client<paths, `application/json`>, token: string) => Promise<unknown>;

export type InSession = (calling: Calling) => Promise<Reply | LineTrouble>;

export function authorised(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}

/** The calls that ask sources, each in a session. */
export function sourceCalls(
  inSession: InSession,
  from: Asking,
): Pick<Province, 'listQueries' | 'queryLicence' | 'querySharedData'> {
  return {
    listQueries: async () => {
      const reply = await inSession((client, bearer) =>
        client.GET('/v1/shared-queries', { headers: authorised(bearer) }),
      );
      return 'answer' in reply ? reply : readQueryList(reply);
    },
    queryLicence: async (question) => {
      const body = licenceQuery(question, from);
      const reply = await inSession((client, bearer) =>
        client.POST('/v1/licence-queries', { headers: authorised(bearer), body }),
      );
      return 'answer' in reply ? reply : readLicenceReply(reply, question);
    },
    querySharedData: async (question) => {
      const body = sharedDataQuery(question, from);
      const reply = await inSession((client, bearer) =>
        client.POST('/v1/shared-data-queries', { headers: authorised(bearer), body }),
      );
      return 'answer' in reply ? reply : readSharedReply(reply, question);
    },
  };
}

/** Where the questions come from. */
export interface Asking {
  readonly certificates: CertificateCodes;
  readonly site: string;
  readonly window: number;
}

const BASES: Readonly<Record<QueryBasis, Schemas['QueryBasis']>> = { consent: '1', law: '2' };

function licenceQuery(question: LicenceQuestion, from: Asking): Schemas['LicenceQuery'] {
  return {
    ...asked(question, from),
    licence_name: question.licenceName,
    licence_identifier: question.identifier,
  };
}

function sharedDataQuery(question: SharedQuestion, from: Asking): Schemas['SharedDataQuery'] {
  return { ...asked(question, from), query_code: question.query, fields: [...question.fields] };
}

function asked(question: SourceQuestion, { site, window, certificates }: Asking) {
  const { holder } = question;
  return {
    query_guid: question.id,
    case_guid: question.caseId,
    receipt_no: question.receiptNumber,
    task_code: question.itemCode,
    material_code: question.materialId,
    purpose: question.purpose,
    basis: BASES[question.basis],
    holder_name: holder.name,
    holder_type: certificates.encode(holder.certificateKind),
    holder_code: holder.certificateNumber,
    site,
    window,
    handle_user_name: question.clerk,
    asked_at: chinaTime(question.askedAtMs),
  };
}

function readLicenceReply(reply: Reply, { id }: LicenceQuestion): LicenceAnswer {
  const read = readAnswer(reply, LicenceReply, id);
  if ('answer' in read) return read;
  return {
    ...answeredBy(read.json),
    licences: read.json.licences.map((licence) => ({
      identifier: licence.identifier,
      nameZh: licence.licence_name,
      number: licence.licence_no,
      holderName: licence.holder_name,
      holderNumber: licence.holder_code,
      issuer: licence.issuer_name,
      issuedOn: licence.issue_date,
      validTo: licence.valid_to,
      status: licence.status,
      values: licence.values.map(valueOf),
    })),
  };
}

function readSharedReply(reply: Reply, { id, fields }: SharedQuestion): SharedAnswer {
  const read = readAnswer(reply, SharedReply, id);
  if ('answer' in read) return read;
  const { found, as_of: asOf, holder_code: holderNumber, values } = read.json;
  const wanted = new Set(fields);
  return {
    ...answeredBy(read.json),
    found,
    asOf,
    holderNumber,
    // 最小必要: what nobody asked for is not kept, even where a source is generous.
    values: values.filter(({ code }) => wanted.size === 0 || wanted.has(code)).map(valueOf),
  };
}

function readQueryList(reply: Reply): QueryListAnswer {
  if (reply.status !== 200) return refusalAnswer(reply);
  const list = QueryList.safeParse(reply.json);
  if (!list.success) return unreadable;
  return {
    answer: 'listed',
    queries: list.data.queries.map((query) => ({
      code: query.query_code,
      nameZh: query.query_name,
      system: query.source_system,
      organ: query.source_org,
      connected: query.connected,
      waitMs: query.timeout_ms,
      fields: query.fields.map(({ code, name }) => ({ code, nameZh: name })),
    })),
  };
}

const unreadable: LineTrouble = { answer: 'unknown', why: 'reply-unreadable', afterMs: null };

/** An answer counts only when it is to our own question. */
function readAnswer<T extends z.ZodType<{ query_guid: string }>>(
  reply: Reply,
  shape: T,
  id: string,
): { readonly json: z.output<T> } | { readonly answer: 'not-connected' } | LineTrouble {
  if (reply.status === 404 && Problem.safeParse(reply.json).data?.code === 'no-such-query') {
    return { answer: 'not-connected' };
  }
  if (reply.status !== 200) return refusalAnswer(reply);
  const read = shape.safeParse(reply.json);
  if (!read.success) return unreadable;
  return read.data.query_guid === id ? { json: read.data } : { answer: 'untrusted', why: 'wrong-echo' };
}

function answeredBy(
  json: Pick<z.output<typeof SharedReply>, 'answered_by' | 'answered_level' | 'supervision'>,
) {
  return {
    answer: 'answered',
    by: json.answered_by,
    level: json.answered_level,
    flags: json.supervision.map(({ flag_code, explain, since }) => ({
      code: flag_code,
      say: explain,
      since,
    })),
  } as const;
}

function valueOf({ code, name, kind, value }: z.output<typeof SharedReply>['values'][number]): SourceValue {
  return { code, nameZh: name, kind, value };
}

import type { Day } from '#contract/shapes/day.ts';
import type { MaterialQuery, SupervisionFlag } from '#contract/shapes/material.ts';
import { readLicenceIdentifier } from '#rules/identity/licence-identifier.ts';
import { maskedNumber, maskedPartyName } from '#rules/identity/mask.ts';
import { maskedValue } from '#rules/intake/masked-value.ts';
import { bestLicence, judgeSharedData } from '#rules/intake/query-answers.ts';
import { queryTrouble } from '#rules/intake/query-trouble.ts';
import type { SourceDesk } from '../parts.ts';
import type { LicenceFound, SourceValue } from '../platform/province.ts';
import type { ReadyQuestion } from './source-question.ts';

/** A query as it is kept, and the values it gave, whole, while they are still to be filled in somewhere. */
export interface AnsweredQuery {
  readonly query: MaterialQuery;
  readonly values: readonly SourceValue[];
}

/**
 * Asks a source and says what its answer is worth. Never throws for what a source or a line can do, and never waits
 * longer than a person at a window does. What is about somebody else is not kept.
 */
export async function askSource(
  sources: SourceDesk,
  ready: ReadyQuestion,
  today: Day,
): Promise<AnsweredQuery> {
  return ready.kind === 'licence' ? askLicence(sources, ready, today) : askSharedData(sources, ready);
}

async function askLicence(sources: SourceDesk, ready: ReadyQuestion, today: Day): Promise<AnsweredQuery> {
  const { question, what, identifier, waitMs } = ready;
  const heard = await sources.licence({ ...question, licenceName: what, identifier }, waitMs);
  if (heard.answer !== 'answered') return silent(ready, queryTrouble(heard));
  // A code that was shown names one licence; another one of the same holder is not what was shown.
  const shown = heard.licences.filter((one) => identifier === null || sameIdentifier(one, identifier));
  const best = bestLicence(shown, question.holder.certificateNumber, today);
  const answered = { ...asked(ready), ...saidBy(heard) };
  if (!best) return { query: { ...answered, answer: 'not-found' }, values: [] };
  const { licence, says } = best;
  const own = says !== 'other-holder';
  return {
    query: {
      ...answered,
      answer: says,
      identifier: licence.identifier,
      checkHolds: readLicenceIdentifier(licence.identifier)?.checkHolds ?? false,
      issuer: licence.issuer,
      status: licence.status,
      holder: maskedPartyName(ready.holderKind, licence.holderName),
      validTo: licence.validTo,
      fields: own ? [numberOf(licence, ready), ...licence.values.map(shownValue)] : [],
    },
    values: says === 'found' ? licence.values : [],
  };
}

async function askSharedData(sources: SourceDesk, ready: ReadyQuestion): Promise<AnsweredQuery> {
  const { question, what, fields, waitMs } = ready;
  const heard = await sources.sharedData({ ...question, query: what, fields }, waitMs);
  if (heard.answer !== 'answered') return silent(ready, queryTrouble(heard));
  const answer = judgeSharedData(heard, question.holder.certificateNumber);
  const values = answer === 'found' ? heard.values : [];
  return {
    query: {
      ...asked(ready),
      ...saidBy(heard),
      answer,
      asOf: heard.asOf,
      holder: answer === 'found' ? maskedPartyName(ready.holderKind, question.holder.name) : null,
      fields: values.map(shownValue),
    },
    values,
  };
}

function silent(ready: ReadyQuestion, trouble: MaterialQuery['trouble']): AnsweredQuery {
  return { query: { ...asked(ready), answer: 'away', trouble }, values: [] };
}

function asked({ kind, what, identifier, consentId, question }: ReadyQuestion): MaterialQuery {
  return {
    id: question.id,
    kind,
    what,
    purpose: question.purpose,
    basis: question.basis,
    consentId,
    askedAtMs: question.askedAtMs,
    askedBy: question.clerk,
    answer: 'away',
    trouble: null,
    answeredBy: null,
    level: null,
    identifier,
    checkHolds: null,
    issuer: null,
    status: null,
    holder: null,
    validTo: null,
    asOf: null,
    fields: [],
    flags: [],
    saidWrong: null,
  };
}

function saidBy(heard: {
  readonly by: string;
  readonly level: string;
  readonly flags: readonly SupervisionFlag[];
}): Pick<MaterialQuery, 'answeredBy' | 'level' | 'flags'> {
  return { answeredBy: heard.by, level: heard.level, flags: [...heard.flags] };
}

function sameIdentifier({ identifier }: LicenceFound, shown: string): boolean {
  const read = readLicenceIdentifier(shown);
  return read !== null && readLicenceIdentifier(identifier)?.identifier === read.identifier;
}

function numberOf({ number }: LicenceFound, { holderKind }: ReadyQuestion): MaterialQuery['fields'][number] {
  return { nameZh: '证照号码', value: holderKind === 'person' ? maskedNumber(number) : number };
}

function shownValue({ nameZh, kind, value }: SourceValue): MaterialQuery['fields'][number] {
  return { nameZh, value: maskedValue(kind, value) };
}

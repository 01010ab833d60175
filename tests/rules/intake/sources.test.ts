import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Day } from '#contract/shapes/day.ts';
import type { QueryAnswer, QueryTrouble } from '#contract/shapes/material.ts';
import { maskedValue } from '#rules/intake/masked-value.ts';
import { bestLicence, judgeLicence, judgeSharedData } from '#rules/intake/query-answers.ts';
import {
  askedFor,
  holderAsked,
  meaningOfFact,
  paperForLicence,
  purposeOf,
} from '#rules/intake/query-terms.ts';
import { queryTrouble } from '#rules/intake/query-trouble.ts';
import { recheckDue, sourcesAtDecision } from '#rules/intake/recheck.ts';

const TODAY = Day.parse('2026-11-24');
const YESTERDAY = Day.parse('2026-11-23');
const HOLDER = '990101199205174023';
const good: Parameters<typeof judgeLicence>[0] = { holderNumber: HOLDER, validTo: null, status: '01' };

describe('a licence stands for the paper', () => {
  it.each([
    ['in force for ever', {}, 'found'],
    ['on its last day', { validTo: TODAY }, 'found'],
    ['the day after its last', { validTo: YESTERDAY }, 'not-valid'],
    ['revoked', { status: '03' }, 'not-valid'],
    ['cancelled', { status: '04' }, 'not-valid'],
    ['expired by its status alone', { status: '05' }, 'not-valid'],
    ['withdrawn', { status: '07' }, 'not-valid'],
    ['with a status nobody knows', { status: '88' }, 'not-valid'],
    ['of somebody else', { holderNumber: '990101198001010015' }, 'other-holder'],
    ['of somebody else and revoked', { holderNumber: '990101198001010015', status: '03' }, 'other-holder'],
    ['with its number written differently', { holderNumber: ' 990101199205174023 ' }, 'found'],
  ] as const)('when it is %s', (_, change, says) => {
    expect(judgeLicence({ ...good, ...change }, HOLDER, TODAY)).toBe(says);
  });

  it('by the one that says most for the holder', () => {
    const other = { ...good, holderNumber: '990101198001010015' };
    const old = { ...good, status: '04' };
    expect(bestLicence([other, old, good], HOLDER, TODAY)).toEqual({ licence: good, says: 'found' });
    expect(bestLicence([other, old], HOLDER, TODAY)).toEqual({ licence: old, says: 'not-valid' });
    expect(bestLicence([other], HOLDER, TODAY)).toEqual({ licence: other, says: 'other-holder' });
    expect(bestLicence([], HOLDER, TODAY)).toBeNull();
  });
});

it('whatever a library holds, the best of it is found exactly when one holds for the holder today', () => {
  const held = fc.record({
    holderNumber: fc.constantFrom(HOLDER, '990101198001010015', '990101199205174023 '),
    status: fc.constantFrom('01', '03', '05', '88'),
    validTo: fc.constantFrom(null, YESTERDAY, TODAY, Day.parse('2027-01-01')),
  });
  fc.assert(
    fc.property(fc.array(held, { maxLength: 6 }), (licences) => {
      const holds = licences.some(
        ({ holderNumber, status, validTo }) =>
          holderNumber.trim() === HOLDER && status === '01' && (validTo === null || validTo >= TODAY),
      );
      const best = bestLicence(licences, HOLDER, TODAY);
      expect(best?.says === 'found').toBe(holds);
      expect(best === null).toBe(licences.length === 0);
      expect(best && judgeLicence(best.licence, HOLDER, TODAY)).toBe(best?.says ?? null);
    }),
  );
});

it('shared data stand for the paper only where they are about whoever was asked about', () => {
  expect(judgeSharedData({ found: true, holderNumber: HOLDER }, HOLDER)).toBe('found');
  expect(judgeSharedData({ found: true, holderNumber: null }, HOLDER)).toBe('found');
  expect(judgeSharedData({ found: true, holderNumber: '990101198001010015' }, HOLDER)).toBe('other-holder');
  expect(judgeSharedData({ found: false, holderNumber: null }, HOLDER)).toBe('not-found');
});

describe('a source is asked again', () => {
  const said = (answer: QueryAnswer, askedOn = TODAY, trouble: QueryTrouble | null = null) => ({
    answer,
    askedOn,
    trouble,
    saidWrong: null,
  });

  it.each([
    ['was away and the paper came another way', 'paper', said('away', TODAY, 'slow'), 'accepted', true],
    ['was away and the paper comes later', 'later', said('away', TODAY, 'away'), 'accepted-tolerant', true],
    ['was away and nothing came', null, said('away', TODAY, 'away'), 'draft', false],
    ['is not connected at all', 'paper', said('away', TODAY, 'not-connected'), 'accepted', false],
    [
      'gave a licence yesterday and nothing is decided',
      'licence',
      said('found', YESTERDAY),
      'accepted',
      true,
    ],
    ['gave data yesterday to a draft', 'shared-data', said('found', YESTERDAY), 'draft', true],
    ['gave a licence today', 'licence', said('found'), 'accepted', false],
    ['gave a licence yesterday and the case is decided', 'licence', said('found', YESTERDAY), 'ready', false],
    ['found nothing and the paper came', 'paper', said('not-found', YESTERDAY), 'accepted', false],
    ['was never asked', 'paper', null, 'accepted', false],
  ] as const)('that %s', (_, route, query, state, due) => {
    expect(recheckDue({ route, query }, state, TODAY)).toBe(due);
  });

  it.each([
    ['stands today', 'found', TODAY, true, null],
    ['was looked at yesterday', 'found', YESTERDAY, true, 'licence-not-rechecked'],
    ['was looked at yesterday and the line is down', 'found', YESTERDAY, false, null],
    ['did not answer today', 'away', TODAY, true, 'licence-not-rechecked'],
    ['stands no more', 'not-valid', TODAY, true, 'licence-no-longer-good'],
    ['stands no more and the line is down', 'not-valid', YESTERDAY, false, 'licence-no-longer-good'],
    ['is not there any more', 'not-found', TODAY, true, 'licence-no-longer-good'],
  ] as const)('before a case is granted whose licence %s', (_, answer, askedOn, online, barred) => {
    const query = { answer, askedOn, trouble: null, saidWrong: null };
    expect(sourcesAtDecision([{ route: 'licence', query }], TODAY, online)).toBe(barred);
    expect(sourcesAtDecision([{ route: 'paper', query }], TODAY, online)).toBeNull();
    const wrong = { ...query, saidWrong: '户号不对' };
    expect(sourcesAtDecision([{ route: 'licence', query: wrong }], TODAY, online)).toBe(
      'licence-no-longer-good',
    );
  });
});

it.each([
  [{ answer: 'not-connected' }, 'not-connected'],
  [{ answer: 'unknown', why: 'no-answer', afterMs: null }, 'slow'],
  [{ answer: 'unknown', why: 'slow-reply', afterMs: null }, 'slow'],
  [{ answer: 'not-delivered', why: 'away' }, 'away'],
  [{ answer: 'unknown', why: 'line-cut', afterMs: null }, 'away'],
  [{ answer: 'unknown', why: 'server-trouble', afterMs: null }, 'fault'],
  [{ answer: 'retry-later', why: 'busy', afterMs: 5_000 }, 'fault'],
  [{ answer: 'refused-line', why: 'not-authorised' }, 'not-allowed'],
  [{ answer: 'untrusted', why: 'wrong-echo' }, 'unreadable'],
  [{ answer: 'unknown', why: 'reply-hostile', afterMs: null }, 'unreadable'],
] as const)('%o is told as %s', (silence, word) => {
  expect(queryTrouble(silence)).toBe(word);
});

it('a question names item and paper, asks about the holder of the paper, and of what the paper knows', () => {
  expect(purposeOf('食品经营许可', '营业执照')).toBe('办理“食品经营许可”，核验“营业执照”');
  expect(holderAsked({ when: { agent: true } })).toBe('handler');
  expect(holderAsked({ when: { marriedParents: true } })).toBe('applicant');
  expect(holderAsked({ when: null })).toBe('applicant');
  const lookup = { licence: '营业执照', query: null };
  expect([askedFor('licence', lookup), askedFor('shared-data', lookup)]).toEqual(['营业执照', null]);
});

it('a licence code is shown for the paper in hand where one may stand for it, else for the first still to come', () => {
  const lookup = { licence: '营业执照', query: null, connected: true, source: null };
  const form = { id: 'form', asked: true, route: null, lookup: { ...lookup, licence: null } };
  const card = { id: 'id', asked: true, route: 'card', lookup } as const;
  const here = { id: 'licence', asked: true, route: 'paper', lookup } as const;
  const open = { id: 'health', asked: true, route: null, lookup } as const;
  const dropped = { id: 'lease', asked: false, route: null, lookup } as const;
  const papers = [form, card, dropped, here, open];
  expect(paperForLicence(papers, 'licence')).toBe(here);
  expect(paperForLicence(papers, 'form')).toBe(open);
  expect(paperForLicence([form, card, dropped], 'id')).toBeNull();
  expect(paperForLicence([{ ...open, lookup: { ...lookup, connected: false } }], 'health')).toBeNull();
});

it('a fact of a source is what the form calls it; of an agent no form asks', () => {
  expect(meaningOfFact('holder.household-address', 'applicant')).toBe('applicant.household-address');
  expect(meaningOfFact('holder.household-address', 'handler')).toBeNull();
  expect(meaningOfFact('premises.address', 'handler')).toBe('premises.address');
  expect(meaningOfFact('某项', 'applicant')).toBeNull();
});

it.each([
  ['name', '李春禾', '李*'],
  ['number', '990101199205174023', '9901**********4023'],
  ['phone', '13812341234', '138****1234'],
  ['address', '示范县城关镇春风路8号', '示范县****'],
  ['date', '2026-11-02', '2026-11-02'],
  ['text', '已婚', '已婚'],
] as const)('a %s of a source is shown as elsewhere', (kind, value, shown) => {
  expect(maskedValue(kind, value)).toBe(shown);
});

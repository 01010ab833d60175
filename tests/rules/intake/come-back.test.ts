import { describe, expect, it } from 'vitest';
import type { CaseMaterial } from '#contract/shapes/case.ts';
import { type ComeBackFacts, comeBacks, isToBeAsked } from '#rules/intake/come-back.ts';
import { causeOfAct, isExtraTrip } from '#rules/intake/trips.ts';
import { aMaterial } from '../../support/item-views.ts';

const item: ComeBackFacts['item'] = {
  caseTypeCode: '2',
  commitment: true,
  delivery: ['counter', 'express'],
  limitSceneExplain: null,
  maxVisits: 1,
  mustAppearInPerson: false,
  mustAppearWhy: null,
};

function facts(changes: Partial<ComeBackFacts> = {}): ComeBackFacts {
  return {
    item,
    state: 'accepted',
    materials: [],
    missing: [],
    correction: [],
    unsigned: [],
    applicantHere: true,
    delivery: 'express',
    visits: 1,
    ...changes,
  };
}

const reasons = (changes: Partial<ComeBackFacts>): string[] =>
  comeBacks(facts(changes)).map(({ reason }) => reason);
const paper = (changes: object): CaseMaterial =>
  aMaterial('rules', { custody: 'keep_electronic', ...changes });

describe('nobody needs to come back', () => {
  it('when an accepted case is whole, signed, and its result is sent', () => {
    expect(comeBacks(facts())).toEqual([]);
  });

  it('for a case that ended, whatever it lacked', () => {
    for (const state of ['delivered', 'refused', 'closed-lapsed', 'withdrawn', 'referred'] as const)
      expect(reasons({ state, delivery: null, missing: ['rules'], applicantHere: false })).toEqual([]);
  });
});

describe('somebody must come back', () => {
  it('for a result that is fetched, unless it is sent; wanting to fetch it is asked once', () => {
    const [collect] = comeBacks(facts({ delivery: null }));
    expect(collect).toMatchObject({ reason: 'collect-result', avoidedBy: ['express'], wanted: false });
    expect(isToBeAsked(comeBacks(facts({ delivery: null })))).toBe(true);
    expect(isToBeAsked(comeBacks(facts({ delivery: 'counter' })))).toBe(false);
    expect(comeBacks(facts({ delivery: 'counter' }))).toHaveLength(1);
  });

  it('not for an item decided on the spot that is handed over before they leave', () => {
    const [collect] = comeBacks(facts({ delivery: null, item: { ...item, caseTypeCode: '1' } }));
    expect(collect?.avoidedBy[0]).toBe('hand-over-now');
  });

  it('for a missing paper, with every way around it, the least trouble first', () => {
    const materials = [
      paper({
        commitmentReplaceable: true,
        lookup: { licence: '营业执照', query: 'q', connected: true, source: null },
      }),
    ];
    const [bring] = comeBacks(facts({ state: 'awaiting-correction', materials, missing: ['rules'] }));
    expect(bring).toMatchObject({
      reason: 'papers-to-bring',
      aboutZh: materials[0]?.nameZh,
      avoidedBy: ['licence', 'shared-data', 'commitment', 'send-online'],
    });
  });

  it('a source that is not connected spares nothing, and an original that stays can only be posted', () => {
    const materials = [
      paper({
        custody: 'keep_original',
        lookup: { licence: '营业执照', query: null, connected: false, source: null },
      }),
    ];
    const [bring] = comeBacks(facts({ state: 'received', materials, missing: ['rules'] }));
    expect(bring?.avoidedBy).toEqual(['by-post']);
  });

  it('for what the correction asked beside papers', () => {
    const correction = [{ materialId: null, say: '申请表第三栏要改' }];
    expect(reasons({ state: 'awaiting-correction', correction })).toEqual(['papers-to-bring']);
  });

  it('for a promised paper (容缺)', () => {
    const materials = [paper({ route: 'later', dueOn: '2026-12-01' })];
    expect(reasons({ state: 'accepted-tolerant', materials })).toEqual(['paper-owed']);
  });

  it('for a missing signature, even on a case that ended', () => {
    expect(reasons({ unsigned: ['commitment'] })).toEqual(['signature-missing']);
    expect(reasons({ state: 'withdrawn', unsigned: ['withdrawal'] })).toEqual(['signature-missing']);
  });

  it('for a step that waits for another, an answer that is not out, an applicant who must be seen', () => {
    expect(reasons({ state: 'blocked' })).toEqual(['waits-for-another']);
    expect(reasons({ state: 'received', delivery: null })).toEqual(['answer-pending', 'collect-result']);
    expect(reasons({ item: { ...item, mustAppearInPerson: true }, applicantHere: false })).toEqual([
      'applicant-in-person',
    ]);
  });

  it('for an item whose list plans another visit', () => {
    const twice = { ...item, maxVisits: 2, limitSceneExplain: '现场指纹采集' };
    expect(comeBacks(facts({ item: twice }))).toMatchObject([
      { reason: 'more-visits-planned', aboutZh: '现场指纹采集' },
    ]);
    expect(comeBacks(facts({ item: twice, visits: 2 }))).toEqual([]);
  });
});

describe('a trip', () => {
  it('is extra beyond the plan; the first visit never is', () => {
    expect([1, 2, 3].map((no) => isExtraTrip(1, no))).toEqual([false, true, true]);
    expect([1, 2].map((no) => isExtraTrip(0, no))).toEqual([false, true]);
    expect([2, 3].map((no) => isExtraTrip(2, no))).toEqual([false, true]);
  });

  it('has its cause from what was done in it, where nobody was asked', () => {
    expect(causeOfAct('deliver')).toBe('collect-result');
    expect(causeOfAct('all-in')).toBe('correction');
    expect(causeOfAct('grant')).toBe(null);
  });
});

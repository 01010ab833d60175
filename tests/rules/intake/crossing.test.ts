import { describe, expect, it } from 'vitest';
import { crossingOf, type CrossingFacts, isPassedOn, regionAtLevel } from '#rules/intake/crossing.ts';

const item: CrossingFacts['item'] = {
  counterOutcomeAuthority: 'accept_on_behalf',
  crossRegion: null,
  delegatedLevels: ['4', '5'],
  mustAppearInPerson: false,
};

function may(
  changes: Partial<CrossingFacts> & { readonly of?: Partial<CrossingFacts['item']> } = {},
): string {
  const { of, ...site } = changes;
  const standing = crossingOf({
    item: { ...item, ...of },
    level: '4',
    region: '990101',
    decisionRegion: null,
    ...site,
  });
  return [standing.may, standing.because].filter(Boolean).join(' ');
}

describe('F13 what a hall may do with an item of its own region', () => {
  it('is accept it, at every level it is delegated to', () => {
    expect(may()).toBe('accept');
    expect(may({ level: '5', region: '990101005' })).toBe('accept');
    expect(may({ of: { delegatedLevels: null }, level: '6' })).toBe('accept');
  });

  it('is receive it and pass it on, at any other level', () => {
    expect(may({ level: '6', region: '990101005012' })).toBe('receive-only level-not-delegated');
  });

  it('is receive it and hand it over in the hall, where only the department accepts', () => {
    const seat = may({ of: { counterOutcomeAuthority: 'department_seat_only' } });
    expect(seat).toBe('receive-only department-seat-only');
    expect(isPassedOn({ may: 'receive-only', because: 'department-seat-only' })).toBe(false);
    expect(isPassedOn({ may: 'receive-only', because: 'level-not-delegated' })).toBe(true);
  });

  it('is nothing, where the organ itself must see the applicant and the papers would travel', () => {
    expect(may({ of: { mustAppearInPerson: true }, level: '6' })).toBe('not-here person-at-organ');
    expect(may({ of: { mustAppearInPerson: true } })).toBe('accept');
  });
});

describe('F29 what a hall may do for another region', () => {
  it('is nothing, where the item reaches no further', () => {
    expect(may({ decisionRegion: '990102' })).toBe('not-here outside-scope');
    expect(may({ decisionRegion: '990201', of: { crossRegion: 'city-wide' } })).toBe(
      'not-here outside-scope',
    );
    expect(may({ decisionRegion: '980101', of: { crossRegion: 'province-wide' } })).toBe(
      'not-here outside-scope',
    );
  });

  it('is accept it within the province, as far as the item reaches', () => {
    expect(may({ decisionRegion: '990102', of: { crossRegion: 'city-wide' } })).toBe('accept');
    expect(may({ decisionRegion: '990201', of: { crossRegion: 'province-wide' } })).toBe('accept');
  });

  it('is receive and pass on across provinces, because another list of items holds there', () => {
    expect(may({ decisionRegion: '980101', of: { crossRegion: 'cross-province' } })).toBe(
      'receive-only other-region',
    );
    expect(
      may({ decisionRegion: '980101', of: { crossRegion: 'cross-province', mustAppearInPerson: true } }),
    ).toBe('not-here person-at-organ');
  });

  it('a region that holds this one, or lies in it, is not another region', () => {
    for (const decisionRegion of ['990101', '990100', '990000', '990101005', '990101000000'])
      expect(may({ decisionRegion })).toBe('accept');
    expect(may({ decisionRegion: '990110' })).toBe('not-here outside-scope');
  });
});

describe('the region of a level', () => {
  it('is that of the body above a hall', () => {
    expect(regionAtLevel('990101005', '4')).toBe('990101');
    expect(regionAtLevel('990101005', '3')).toBe('990100');
    expect(regionAtLevel('990101', '2')).toBe('990000');
    expect(regionAtLevel('990101005', '5')).toBe('990101005');
    expect(regionAtLevel('990101', '7')).toBe('990101');
  });
});

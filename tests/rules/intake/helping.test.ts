import { describe, expect, it } from 'vitest';
import { Day } from '#contract/shapes/day.ts';
import { HelpAct } from '#contract/shapes/help.ts';
import { ItemCode } from '#contract/shapes/item.ts';
import { consentCovers, helpStanding, isHelpersAct } from '#rules/intake/helping.ts';
import { itemNamed } from '../../support/intake-desk.ts';

const item = ItemCode.parse(itemNamed('社会保障卡申领').code);
const other = ItemCode.parse(itemNamed('个体工商户设立登记').code);
const helper = { name: '吴示范', badge: 'V0007', point: '新光村便民服务点' };
const consent = {
  on: Day.parse('2026-11-20'),
  until: Day.parse('2026-12-20'),
  items: [item],
  originalSeen: true,
};
const good = {
  helper,
  consent,
  items: [item],
  people: ['李晓雨'],
  clerk: '0317',
  today: Day.parse('2026-11-24'),
};

describe('F42 a helper', () => {
  it('brings, fills in and takes back, and never signs, promises, accepts, decides or collects', () => {
    expect(HelpAct.options.filter((act) => !isHelpersAct(act))).toEqual([
      'sign',
      'promise',
      'accept',
      'decide',
      'collect-result',
    ]);
  });

  it('helps on a signed word that was seen, holds today and names the items', () => {
    expect(helpStanding(good)).toBeNull();
    const said = (changes: object) => helpStanding({ ...good, consent: { ...consent, ...changes } });
    expect(said({ originalSeen: false })).toBe('consent-unseen');
    expect(said({ on: Day.parse('2026-11-25') })).toBe('consent-not-now');
    expect(said({ until: Day.parse('2026-11-23') })).toBe('consent-not-now');
    expect(said({ items: [other] })).toBe('consent-misses-item');
    expect(said({ items: [] })).toBeNull();
    expect(consentCovers({ ...consent, items: [] }, other)).toBe(true);
  });

  it('is neither who accepts nor somebody of the case', () => {
    expect(helpStanding({ ...good, clerk: helper.badge })).toBe('helper-decides');
    expect(helpStanding({ ...good, people: [helper.name] })).toBe('helper-is-party');
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askedOf } from '../support/hall-views.ts';
import { aMaterial } from '../support/item-views.ts';
import {
  anAcceptedCase,
  aParty,
  aVisit,
  aCase,
  aVisitCase,
  CASE_ID,
  RECEIPT,
  VISIT_ID,
} from '../support/sheet-views.ts';
import {
  at,
  WANG,
  LI,
  card,
  scan,
  receipt,
  item,
  credit,
  licence,
  unknown,
  said,
  wish,
  question,
  used,
  changes,
} from '../support/seat.ts';

/** SCREENS 5.2 inside a case: every step of it. */

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('身份', () => {
  it('a card fills the person whose tab is open', async () => {
    const seat = await at('identity', aVisit({ applicant: null }));
    seat.stores.visit.getState().turnTo('handler');
    await card(seat, LI);
    expect(used(seat)).toEqual([{ visitId: VISIT_ID, role: 'handler', readingId: 'r-1' }]);
  });

  it('the desk has filled the applicant whose tab is open: nothing more happens', async () => {
    const seat = await at('identity', aVisit({ applicant: null }));
    await card(seat, LI);
    expect([used(seat), question(seat)]).toEqual([[], null]);
  });

  it('a second person goes into the empty tab that is open', async () => {
    const seat = await at('identity');
    seat.stores.visit.getState().turnTo('handler');
    await card(seat, WANG);
    expect([used(seat), question(seat)]).toEqual([
      [{ visitId: VISIT_ID, role: 'handler', readingId: 'r-1' }],
      null,
    ]);
  });

  it('a second person over a full tab goes to the next empty one', async () => {
    const seat = await at('identity');
    await card(seat, WANG);
    expect([used(seat), question(seat)]).toEqual([
      [{ visitId: VISIT_ID, role: 'handler', readingId: 'r-1' }],
      null,
    ]);
  });

  it('where no tab is empty it is asked', async () => {
    const seat = await at('identity', aVisit({ handler: aParty({ name: '赵*' }) }));
    await card(seat, WANG);
    expect([used(seat), question(seat)]).toEqual([[], WANG]);
  });

  it('a tab that has no room for anybody is not filled', async () => {
    const seat = await at(
      'identity',
      aVisit({ roles: aVisit().roles.filter(({ role }) => role !== 'handler') }),
    );
    await card(seat, WANG);
    expect([used(seat), question(seat)]).toEqual([[], WANG]);
  });

  it('the card of the person who stands there moves nobody', async () => {
    const seat = await at('identity');
    seat.stores.visit.getState().turnTo('handler');
    await card(seat, LI);
    expect([used(seat), question(seat)]).toEqual([[], null]);
  });

  it('a credit code names the open party, unless a chip has', async () => {
    const chip = await at('identity');
    await scan(chip, credit);
    expect([said(chip), changes(chip)]).toEqual([{ kind: 'credit-from-chip' }, []]);
    const hand = await at('identity', aVisit({ applicant: null }));
    await scan(hand, credit);
    await vi.advanceTimersByTimeAsync(1000);
    expect(askedOf(hand.desk, 'identity.set-field')).toContainEqual({
      visitId: VISIT_ID,
      role: 'applicant',
      field: 'certificateNumber',
      value: '91350100M000100Y43',
    });
  });

  it('a licence code proves nothing here, and says so', async () => {
    const seat = await at('identity');
    await scan(seat, licence);
    expect([said(seat), changes(seat)]).toEqual([{ kind: 'licence-not-here' }, []]);
  });
});

it('a licence code at the papers is asked for the paper it may stand for, on the word of the clerk', async () => {
  const lookup = { licence: '营业执照', query: null, connected: true, source: null };
  const file = aCase({
    materials: [aMaterial('form'), aMaterial('licence', { lookup })],
    missing: ['form', 'licence'],
  });
  const seat = await at('materials', aVisit({ cases: [aVisitCase] }), file);
  await scan(seat, licence);
  expect(said(seat)).toBeNull();
  expect(seat.stores.sources.getState().offer).toMatchObject({
    materialId: 'licence',
    kind: 'licence',
    identifier: '1.2.156.3005.2',
  });
  expect(askedOf(seat.desk, 'materials.query')).toEqual([]);
});

describe.each(['item', 'situation', 'materials'] as const)('%s', (step) => {
  it('a card of the same person is ticked, another person is asked about', async () => {
    const seat = await at(step);
    await card(seat, LI);
    expect([said(seat), question(seat)]).toEqual([
      { kind: 'card-matches', name: '李*', role: 'applicant' },
      null,
    ]);
    await card(seat, WANG);
    expect([question(seat), used(seat)]).toEqual([WANG, []]);
  });

  it('trouble with a card is said, for its place is not on the screen', async () => {
    const seat = await at(step);
    await card(seat, { ...WANG, phase: 'trouble', readingId: null, name: null });
    expect(said(seat)).toEqual({ kind: 'card-trouble', phase: 'trouble' });
  });

  it('an item code of a guide is for the sheet', async () => {
    const seat = await at(step);
    await scan(seat, item);
    expect(wish(seat)).toEqual({ kind: 'item', itemCode: 'item-1' });
  });

  it('a licence, a credit code and an unknown code are said, and change nothing', async () => {
    const seat = await at(step);
    await scan(seat, licence);
    expect(said(seat)).toEqual({ kind: 'licence-not-here' });
    await scan(seat, credit);
    expect(said(seat)).toEqual({ kind: 'credit-not-here' });
    await scan(seat, unknown);
    expect(said(seat)).toEqual({ kind: 'unknown-code', shown: 'hello' });
    expect(changes(seat)).toEqual([]);
  });
});

describe('结果', () => {
  const result = () => at('result', aVisit({ cases: [aVisitCase] }), anAcceptedCase());

  it('a card says who signs or collects, and takes nobody into a decided case', async () => {
    const seat = await result();
    await card(seat, LI);
    expect(said(seat)).toEqual({ kind: 'card-matches', name: '李*', role: 'applicant' });
    await card(seat, WANG);
    expect([said(seat), question(seat)]).toEqual([{ kind: 'card-of-another', name: '王*' }, null]);
  });

  it('before the decision another person is asked about', async () => {
    const seat = await at('result');
    await card(seat, WANG);
    expect(question(seat)).toEqual(WANG);
  });

  it('a receipt proves that it is of this case, or not', async () => {
    const seat = await result();
    await scan(seat, receipt(CASE_ID));
    expect(said(seat)).toEqual({ kind: 'receipt-matches', number: RECEIPT });
    await scan(seat, receipt(CASE_ID, 'W990101-03-000128-H'));
    expect(said(seat)).toEqual({ kind: 'receipt-of-another', number: 'W990101-03-000128-H' });
    expect(wish(seat)).toBeNull();
  });
});

it('a party typed by hand and empty is free for the card', async () => {
  const typed = aParty({ filled: [], name: '', certificateNumber: '', source: 'by-hand' });
  const seat = await at('identity', aVisit({ handler: typed }));
  seat.stores.visit.getState().turnTo('handler');
  await card(seat, WANG);
  expect(used(seat)).toHaveLength(1);
});

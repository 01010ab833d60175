import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { all } from '#native/sqlite/database.ts';
import { aWindow, man } from '../../support/card-window.ts';
import { aCard, aReading, citizenNumber, itemNamed, typeApplicant } from '../../support/intake-desk.ts';

describe('a card laid on the reader', () => {
  it('is offered when nobody was called, and fills nobody', async () => {
    const window = aWindow();
    const reading = await window.lay();
    expect(window.news.at(-1)).toEqual({
      phase: 'nobody-to-fill',
      readingId: reading.id,
      name: '李*',
      number: '9901**********012' + citizenNumber().slice(-1),
      role: null,
      tookMs: 900,
    });
    expect(all(window.desk.db, 'SELECT * FROM party')).toEqual([]);
  });

  it('makes a called citizen arrive and fills the applicant on the first good read', async () => {
    const window = aWindow();
    window.board.put(1, 'called');
    const reading = await window.lay();
    expect(window.board.arrivals).toEqual(['0317']);
    expect(window.phases()).toEqual(['reading', 'read']);
    const visit = await window.visit();
    expect(visit.ticketNumber).toBe('A001');
    expect(visit.applicant).toMatchObject({
      name: '李*',
      source: 'card-chip',
      verification: 'unconfirmed',
      birth: '1987****',
      address: '示范省示范县****',
      validTo: '2039-05-17',
    });

    await window.confirm(reading);
    expect((await window.visit()).applicant?.verification).toBe('confirmed');
    expect(window.news.at(-1)).toMatchObject({ phase: 'confirmed', role: 'applicant' });
    expect(window.audited().map(({ call }) => call)).toEqual(['card.filled', 'card.confirmed']);
  });

  it('takes the fields back when the second read differs, and says so', async () => {
    const window = aWindow();
    window.board.put(1);
    const reading = await window.lay();
    await window.desk.visitFrom('identity.set-field', {
      visitId: (await window.visit()).id,
      role: 'applicant',
      field: 'phone',
      value: '13800001234',
    });
    window.watcher.differs(reading.id);
    await window.watcher.settled();
    expect(window.news.at(-1)).toMatchObject({
      phase: 'differs',
      role: 'applicant',
      readingId: null,
      name: null,
    });
    const { applicant } = await window.visit();
    expect(applicant).toMatchObject({
      name: '',
      certificateNumber: '',
      verification: 'differs',
      birth: null,
    });
    expect(applicant?.phone).toBe('138****1234');

    await window.lay();
    expect((await window.visit()).applicant).toMatchObject({ name: '李*', verification: 'unconfirmed' });
    expect((await window.visit()).applicant?.phone).toBe('138****1234');
  });

  it('asks before another person takes a place, and then fills the handler', async () => {
    const window = aWindow();
    window.board.put(1);
    await window.confirm(await window.lay());
    const reading = await window.lay(man);
    expect(window.news.at(-1)).toMatchObject({
      phase: 'other-person',
      role: 'handler',
      name: '王*',
      readingId: reading.id,
    });
    expect((await window.visit()).handler).toBeNull();

    const visitId = (await window.visit()).id;
    await window.desk.visitFrom('identity.use-card', { visitId, role: 'handler', readingId: reading.id });
    await window.confirm(reading);
    expect((await window.visit()).handler).toMatchObject({ name: '王*', verification: 'confirmed' });
  });

  it('only ticks off the same person, and completes what was typed by hand', async () => {
    const window = aWindow();
    window.board.put(1);
    await window.confirm(await window.lay());
    const first = await window.visit();
    window.desk.clock.move(5_000);
    await window.confirm(await window.lay());
    expect(await window.visit()).toEqual(first);
    expect(window.news.at(-2)).toMatchObject({ phase: 'read', role: 'applicant' });

    window.board.put(2);
    const typed = aWindow();
    typed.board.put(1);
    const visitId = typed.desk.aVisit();
    await typeApplicant(typed.desk, visitId, { name: '李小雨' });
    await typed.lay();
    expect((await typed.visit()).applicant).toMatchObject({
      source: 'card-chip',
      verification: 'unconfirmed',
    });
  });

  it('is not used when another ticket is in hand by the time it was read', async () => {
    const window = aWindow();
    window.board.put(1);
    window.watcher.reading();
    await Promise.resolve();
    window.board.put(2);
    window.watcher.read(aReading({ id: 'late', readAtMs: window.desk.clock.nowMs() }));
    await window.watcher.settled();
    expect(window.phases()).toEqual(['reading', 'used-elsewhere']);
    expect(window.news.at(-1)?.readingId).toBeNull();
    expect(all(window.desk.db, 'SELECT * FROM party')).toEqual([]);
  });

  it('fills nobody while no clerk sits there or the screen is locked', async () => {
    const window = aWindow();
    window.board.put(1, 'called');
    window.watched.attended = false;
    await window.lay();
    expect(window.phases()).toEqual(['reading', 'nobody-to-fill']);
    expect(window.board.arrivals).toEqual([]);
  });

  it('brings objections, not a crash, when it expired or holds an impossible number', async () => {
    const window = aWindow();
    window.board.put(1);
    await window.lay(aCard({ validTo: '20260101', birth: '19871332', number: '003456198707030128' }));
    const problems = (await window.visit()).applicant?.objections.map(({ problem }) => problem);
    expect(problems).toEqual(
      expect.arrayContaining(['card-expired', 'impossible-birth-date', 'unknown-region']),
    );
    expect(window.faults).toEqual([]);
  });

  it('gives its newer address to the party it filled', async () => {
    const window = aWindow();
    window.board.put(1);
    const reading = await window.lay();
    window.watcher.newAddress(reading.id, '示范省另一县长街 1 号');
    await window.watcher.settled();
    expect((await window.visit()).applicant?.address).toBe('示范省另一县****');
  });

  it('proves the paper that is this card, once the second read agreed', async () => {
    const window = aWindow();
    window.board.put(1);
    const reading = await window.lay();
    const visitId = (await window.visit()).id;
    const opened = await window.desk.caseFrom('intake.open', {
      visitId,
      itemCode: itemNamed('个体工商户设立登记').code,
    });
    expect(opened.materials.find(({ id }) => id === 'id')?.route).toBeNull();
    await window.confirm(reading);
    const view = await window.desk.caseFrom('intake.look', { caseId: opened.id });
    expect(view.materials.find(({ id }) => id === 'id')).toMatchObject({
      route: 'card',
      checkedAgainstOriginal: true,
    });
    expect(view.missing).toEqual(['form', 'premises']);
  });

  it('says what to do when it cannot be read, and when it was lifted', async () => {
    const window = aWindow();
    for (const tries of [1, 2, 3]) window.watcher.trouble(tries);
    window.watcher.lifted();
    await window.watcher.settled();
    expect(window.phases()).toEqual(['trouble', 'trouble', 'lift-and-replace', 'lifted']);
  });

  it('keeps the block of the chip only where signs could not be read, and lets them be typed', async () => {
    const window = aWindow();
    window.board.put(1);
    await window.lay(aCard({ name: '李\uE863', unreadable: ['name'] }));
    const visitId = (await window.visit()).id;
    const blocks = z.array(z.object({ block: z.instanceof(Uint8Array).nullable() }));
    const kept = () => blocks.parse(all(window.desk.db, 'SELECT text_block AS block FROM party'));
    expect(kept().map(({ block }) => block?.length)).toEqual([256]);
    const typed = { visitId, role: 'applicant', field: 'name', value: '李䶮' };
    const visit = await window.desk.visitFrom('identity.set-field', typed);
    expect(visit.applicant?.objections).toEqual([]);
    expect(await window.desk.refusalOf('identity.set-field', { ...typed, field: 'certificateNumber' })).toBe(
      'from-the-chip',
    );

    await window.lay(aCard());
    expect(kept().map(({ block }) => block?.length)).toEqual([undefined]);
  });
});

it('no news and no audit entry about a card holds a whole name or number', async () => {
  const window = aWindow();
  await window.lay();
  window.board.put(1, 'called');
  const reading = await window.lay();
  await window.lay(man);
  await window.confirm(reading);
  window.watcher.differs(reading.id);
  await window.watcher.settled();
  const said = JSON.stringify([window.news, all(window.desk.db, 'SELECT * FROM audit')]);
  for (const secret of ['李晓雨', '王示范', citizenNumber(), citizenNumber(13), '新光路']) {
    expect(said).not.toContain(secret);
  }
  expect(said).toContain('李*');
});

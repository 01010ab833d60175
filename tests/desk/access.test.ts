import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Site } from '#contract/shapes/site.ts';
import { addFirstPeople } from '#desk/access/first-people.ts';
import { hashPassword, isPassword, isStrongEnough } from '#desk/access/passwords.ts';
import { DEMO_SITE } from '#desk/settings/demo-site.ts';
import { countFailure, everyPerson, personByNumber } from '#desk/store/people.ts';
import { openSessions } from '#desk/store/sessions.ts';
import { all } from '#native/sqlite/database.ts';
import { aCaseFile } from '../support/case-file.ts';
import { hall } from '../support/access-hall.ts';

const MINUTE_MS = 60_000;
const FIRST = 'first-password-1';
const SECOND = 'Better-one-22';

/** A hall where things are real: the demo hall's settings, read from a file of its own. */
const REAL_SITE = Site.parse({
  ...structuredClone(DEMO_SITE),
  people: [{ number: '0317', name: '周敏', roles: ['clerk'], initialPassword: FIRST }],
});

describe('signing in', () => {
  it('says who sits here, to this seat only', async () => {
    const { ask, at } = await hall(DEMO_SITE);
    expect(await ask('access.sign-in', { number: ' 0317 ', password: 'yichuang-demo' })).toMatchObject({
      ok: true,
      value: { staff: { number: '0317', roles: ['clerk'] }, locked: false, mustChangePassword: false },
    });
    expect(await at('other')('access.session', {})).toMatchObject({ value: { staff: null } });
  });

  it('finds large type as this clerk left it at the next start of the window', async () => {
    const { ask, at } = await hall(DEMO_SITE);
    const clerk = { number: '0317', password: 'yichuang-demo' };
    expect(await ask('access.turn-large-type', { large: true })).toEqual(no('not-signed-in'));
    expect(await ask('access.sign-in', clerk)).toMatchObject({ value: { largeType: false } });
    expect(await ask('access.turn-large-type', { large: true })).toMatchObject({
      value: { largeType: true },
    });
    expect(await ask('access.sign-out', {})).toMatchObject({ value: { largeType: false } });
    const next = at('the-next-start');
    expect(await next('access.session', {})).toMatchObject({ value: { staff: null, largeType: false } });
    expect(await next('access.sign-in', clerk)).toMatchObject({ value: { largeType: true } });
    await next('access.turn-large-type', { large: false });
    expect(await next('access.session', {})).toMatchObject({ value: { largeType: false } });
  });

  it('refuses a wrong password and an unknown number with the same word', async () => {
    const { ask } = await hall(DEMO_SITE);
    for (const number of ['0317', '7777']) {
      expect(await ask('access.sign-in', { number, password: 'wrong' })).toEqual(
        no('wrong-number-or-password'),
      );
    }
  });

  it('closes the account for 30 minutes after five wrong passwords, also for the right one', async () => {
    const { ask, move } = await hall(DEMO_SITE);
    for (let guess = 0; guess < 5; guess += 1) {
      expect(await ask('access.sign-in', { number: '0317', password: 'wrong' })).toEqual(
        no('wrong-number-or-password'),
      );
    }
    const right = { number: '0317', password: 'yichuang-demo' };
    expect(await ask('access.sign-in', right)).toEqual(no('account-closed-for-now'));
    move(30 * MINUTE_MS - 1);
    expect(await ask('access.sign-in', right)).toEqual(no('account-closed-for-now'));
    move(1);
    expect((await ask('access.sign-in', right)).ok).toBe(true);
  });

  it('counts guesses that are sent at the same time', async () => {
    const { at } = await hall(DEMO_SITE);
    await Promise.all(
      Array.from({ length: 6 }, (_, seat) =>
        at(`seat-${seat}`)('access.sign-in', { number: '0317', password: 'wrong' }),
      ),
    );
    expect(await at('last')('access.sign-in', { number: '0317', password: 'yichuang-demo' })).toEqual(
      no('account-closed-for-now'),
    );
  });

  it('forgets earlier wrong passwords after a right one', async () => {
    const { db, ask } = await hall(DEMO_SITE);
    await ask('access.sign-in', { number: '0317', password: 'wrong' });
    expect(personByNumber(db, '0317')?.failures).toBe(1);
    await ask('access.sign-in', { number: '0317', password: 'yichuang-demo' });
    expect(personByNumber(db, '0317')?.failures).toBe(0);
  });

  it('is audited without the password, and without what was typed as a number', async () => {
    const { db, ask } = await hall(DEMO_SITE);
    await ask('access.sign-in', { number: 'yichuang-demo', password: '0317' });
    await ask('access.sign-in', { number: '0317', password: 'yichuang-demo' });
    expect(all(db, 'SELECT actor, subject, outcome FROM audit ORDER BY seq')).toEqual([
      { actor: 'nobody', subject: null, outcome: 'wrong-number-or-password' },
      { actor: 'nobody', subject: 'staff:0317', outcome: 'ok' },
    ]);
    expect(JSON.stringify(all(db, 'SELECT * FROM outside_act'))).not.toContain('yichuang-demo');
  });

  it('shows numbers and passwords on the screen of a practice hall only', async () => {
    const practice = Site.parse({ ...structuredClone(REAL_SITE), practice: { control: '/nowhere' } });
    const people = async (site: Site) =>
      z
        .object({ value: z.array(z.unknown()) })
        .parse(await (await hall(site)).ask('access.practice-people', {})).value.length;
    expect(await people(DEMO_SITE)).toBe(DEMO_SITE.people.length);
    expect(await people(practice)).toBe(1);
    expect(await people(REAL_SITE)).toBe(0);
  });
});

describe('a first password', () => {
  it('lets its owner do nothing but change it', async () => {
    const { ask } = await hall(REAL_SITE);
    expect(await ask('access.sign-in', { number: '0317', password: FIRST })).toMatchObject({
      value: { mustChangePassword: true },
    });
    expect(await ask('sync.view', {})).toEqual(no('not-signed-in'));
    expect(await ask('access.change-password', { old: FIRST, new: SECOND })).toMatchObject({
      value: { mustChangePassword: false },
    });
    expect((await ask('sync.view', {})).ok).toBe(true);
    await ask('access.sign-out', {});
    expect((await ask('access.sign-in', { number: '0317', password: FIRST })).ok).toBe(false);
    expect(await ask('access.sign-in', { number: '0317', password: SECOND })).toMatchObject({
      value: { mustChangePassword: false },
    });
  });

  it('may stay in a practice hall', async () => {
    const { ask } = await hall(DEMO_SITE);
    expect(await ask('access.sign-in', { number: '0317', password: 'yichuang-demo' })).toMatchObject({
      value: { mustChangePassword: false },
    });
  });

  it.each([
    ['the old one', FIRST],
    ['one with the clerk number in it', 'abc-0317-def'],
    ['one kind of sign only', 'abcdefghij'],
    ['one sign again and again', '1a1a1a1a1a'],
  ])('cannot be changed to %s', async (_, wish) => {
    const { ask } = await hall(REAL_SITE);
    await ask('access.sign-in', { number: '0317', password: FIRST });
    expect(await ask('access.change-password', { old: FIRST, new: wish })).toEqual(no('password-too-simple'));
  });

  it('cannot come back later', async () => {
    const { ask } = await hall(REAL_SITE);
    await ask('access.sign-in', { number: '0317', password: FIRST });
    await ask('access.change-password', { old: FIRST, new: SECOND });
    expect(await ask('access.change-password', { old: SECOND, new: FIRST })).toEqual(
      no('password-too-simple'),
    );
    expect(await ask('access.change-password', { old: 'guess', new: 'Third-one-33' })).toEqual(
      no('wrong-number-or-password'),
    );
  });

  it('is only made on the first start', async () => {
    const db = aCaseFile();
    await addFirstPeople(db, REAL_SITE, 0);
    await addFirstPeople(db, DEMO_SITE, 0);
    expect(everyPerson(db).map(({ number, mustChange }) => [number, mustChange])).toEqual([['0317', true]]);
  });
});

describe('a locked screen', () => {
  it('refuses everything until its own clerk unlocks it', async () => {
    const { ask } = await hall(DEMO_SITE);
    await ask('access.sign-in', { number: '0317', password: 'yichuang-demo' });
    expect(await ask('access.lock', { because: 'idle' })).toMatchObject({
      value: { locked: true, staff: { number: '0317' } },
    });
    expect(await ask('sync.view', {})).toEqual(no('locked'));
    expect((await ask('desk.status', {})).ok).toBe(true);
    expect(await ask('access.unlock', { password: 'wrong' })).toEqual(no('wrong-number-or-password'));
    expect(await ask('access.unlock', { password: 'yichuang-demo' })).toMatchObject({
      value: { locked: false },
    });
    expect((await ask('sync.view', {})).ok).toBe(true);
  });

  it('counts wrong passwords like the sign-in', async () => {
    const { db, ask } = await hall(DEMO_SITE);
    await ask('access.sign-in', { number: '0317', password: 'yichuang-demo' });
    await ask('access.lock', { because: 'asked' });
    for (let guess = 0; guess < 4; guess += 1) countFailure(db, '0317');
    await ask('access.unlock', { password: 'wrong' });
    expect(await ask('access.unlock', { password: 'yichuang-demo' })).toEqual(no('account-closed-for-now'));
  });

  it('cannot be unlocked when nobody is signed in', async () => {
    const { ask } = await hall(DEMO_SITE);
    expect(await ask('access.unlock', { password: 'yichuang-demo' })).toEqual(no('nobody-signed-in'));
  });
});

describe('a seat', () => {
  it('is found again by a restarted desk, a line of a script is not', async () => {
    const { db, at, nowMs } = await hall(DEMO_SITE);
    for (const seat of ['window-7f', 'stdio-7f']) {
      await at(seat)('access.sign-in', { number: '0317', password: 'yichuang-demo' });
    }
    const restarted = openSessions(db, nowMs);
    expect(restarted.at('window-7f').staff?.number).toBe('0317');
    expect(restarted.at('stdio-7f').staff).toBeNull();
  });

  it('of yesterday is forgotten', async () => {
    const { db, ask, move, nowMs } = await hall(DEMO_SITE);
    await ask('access.sign-in', { number: '0317', password: 'yichuang-demo' });
    move(25 * 60 * MINUTE_MS);
    expect(openSessions(db, nowMs).at('window-1').staff).toBeNull();
  });

  it('that asks behind its own sign-in is answered as signed in', async () => {
    const { ask } = await hall(DEMO_SITE);
    const [, view] = await Promise.all([
      ask('access.sign-in', { number: '0317', password: 'yichuang-demo' }),
      ask('sync.view', {}),
    ]);
    expect(view.ok).toBe(true);
  });
});

describe('passwords', () => {
  it('are salted and stretched: the same one never looks the same', async () => {
    const [one, other] = await Promise.all([hashPassword(SECOND), hashPassword(SECOND)]);
    expect(one).not.toBe(other);
    expect(one).not.toContain(SECOND);
    expect([await isPassword(SECOND, one), await isPassword(FIRST, one), await isPassword('', null)]).toEqual(
      [true, false, false],
    );
  });

  it('are stretched less only where the sign-in form shows them: a first password of a practice hall', async () => {
    const firstOf = async (site: Site) => {
      const db = aCaseFile();
      await addFirstPeople(db, site, 0);
      return everyPerson(db).map(({ number }) => personByNumber(db, number)?.password ?? '');
    };
    const [shown = '', secret = ''] = [(await firstOf(DEMO_SITE))[0], (await firstOf(REAL_SITE))[0]];
    expect([shown.split(':')[0], secret.split(':')[0]]).toEqual(['scrypt-10-8-1', 'scrypt-15-8-1']);
    const [{ initialPassword } = { initialPassword: '' }] = DEMO_SITE.people;
    expect([await isPassword(initialPassword, shown), await isPassword('another one', shown)]).toEqual([
      true,
      false,
    ]);
    await expect(isPassword(initialPassword, shown.replace('-10-', '-2-'))).rejects.toThrow('pattern');
  });

  it('are strong enough with eight signs of two kinds', () => {
    expect(isStrongEnough('abcd-efg', '0317')).toBe(true);
    expect(isStrongEnough('abc-efg', '0317')).toBe(false);
  });
});

const no = (refusal: string) => ({ ok: false, refusal });

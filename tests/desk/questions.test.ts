import { describe, expect, it } from 'vitest';
import { deskCalls } from '#contract/calls/desk.ts';
import { syncCalls } from '#contract/calls/sync.ts';
import { Told } from '#contract/wire.ts';
import { onOutside, onRead, yes } from '#desk/answering.ts';
import { openFaults } from '#desk/faults.ts';
import { accessAnswers } from '#desk/handlers/access.ts';
import { deskAnswers } from '#desk/handlers/desk.ts';
import type { LogFields } from '#desk/log.ts';
import type { DiskWatch } from '#desk/parts.ts';
import { openQuestions } from '#desk/questions.ts';
import { aCaseFile } from '../support/case-file.ts';
import { asker, deskOver, deskParts, OWES_NOTHING } from '../support/desk-parts.ts';

const SECRET = '990101199001010015';
const ASK_STATUS = { no: 1, name: 'desk.status', input: {} };

describe('a question', () => {
  it('is answered under its own number', async () => {
    const { ask } = desk();
    expect(Told.parse(await ask(ASK_STATUS))).toMatchObject({ no: 1, answer: { ok: true } });
  });

  it.each([
    [null, 0],
    ['text', 0],
    [{}, 0],
    [{ no: 0, name: 'desk.status', input: {} }, 0],
    [{ no: 2 ** 53, name: 'desk.status', input: {} }, 0],
    [{ no: 4, name: 'desk.status' }, 4],
    [{ no: 5, name: 'desk.status', input: {}, more: 1 }, 5],
    [{ no: 6, name: 'x'.repeat(81), input: {} }, 6],
    [{ no: 7, name: '__proto__', input: {} }, 7],
    [{ no: 8, name: 'sync.view', input: {} }, 8],
  ])('that is none, %j, gets a fault under %i', async (raw, no) => {
    expect(await desk().ask(raw)).toMatchObject({
      no,
      fault: { number: expect.stringMatching(/^7F3A-0001$/) },
    });
  });

  it('whose answer breaks shows a number and a plain sentence, no value and no stack', async () => {
    const { ask, logged, suffered } = desk({
      'desk.status': onRead(deskCalls['desk.status'], () => {
        throw new TypeError(`cannot read ${SECRET}`);
      }),
    });
    const told = await ask(ASK_STATUS);
    expect(told).toMatchObject({ no: 1, fault: { number: '7F3A-0001' } });
    expect(JSON.stringify([told, logged])).not.toContain(SECRET);
    expect(JSON.stringify(told)).not.toMatch(/\.ts|TypeError/);
    expect(logged[0]).toMatchObject({ code: 'TypeError', call: 'desk.status', fault: '7F3A-0001' });
    expect(logged[0]?.steps?.join(' ')).toContain('.ts');
    expect(suffered).toHaveLength(1);
  });

  it('that runs into a full disk is refused as disk-full', async () => {
    const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    const { ask } = desk({
      'desk.status': onRead(deskCalls['desk.status'], () => {
        throw full;
      }),
    });
    expect(await ask(ASK_STATUS)).toEqual({ no: 1, answer: { ok: false, refusal: 'disk-full' } });
  });

  it('that would write is refused while the disk is full; looking and signing out are not', async () => {
    const { ask } = desk({}, { lastWriteAtMs: () => null, writes: () => 0, trouble: () => 'disk-full' });
    const send = { no: 2, name: 'sync.send-again', input: { debtId: crypto.randomUUID() } };
    expect(await ask(send)).toEqual({ no: 2, answer: { ok: false, refusal: 'disk-full' } });
    expect(await ask(ASK_STATUS)).toMatchObject({ answer: { ok: true } });
    expect(await ask({ no: 3, name: 'access.sign-out', input: {} })).toMatchObject({ answer: { ok: true } });
  });
});

describe('a desk that is ending', () => {
  it('finishes what is under way and begins nothing more', async () => {
    const gate = Promise.withResolvers<void>();
    const { ask, finish, signIn } = desk({
      'sync.try-now': onOutside(syncCalls['sync.try-now'], async () => {
        await gate.promise;
        return yes(OWES_NOTHING);
      }),
    });
    signIn();
    const underWay = ask({ no: 1, name: 'sync.try-now', input: {} });
    const ended = finish(60_000);
    expect(await ask({ no: 2, name: 'desk.status', input: {} })).toMatchObject({
      no: 2,
      fault: { message: expect.stringContaining('ending') },
    });
    gate.resolve();
    await ended;
    expect(await underWay).toMatchObject({ answer: { ok: true } });
  });

  it('does not wait for ever', async () => {
    const { ask, finish, signIn } = desk({
      'sync.try-now': onOutside(syncCalls['sync.try-now'], () => new Promise(() => {})),
    });
    signIn();
    void ask({ no: 1, name: 'sync.try-now', input: {} });
    await expect(finish(5)).resolves.toBeUndefined();
  });
});

function desk(
  more: Partial<Parameters<typeof openQuestions>[0]> = {},
  disk: DiskWatch = { lastWriteAtMs: () => null, writes: () => 0, trouble: () => null },
) {
  const db = aCaseFile();
  const parts = deskParts(db, { disk });
  const logged: LogFields[] = [];
  const suffered: unknown[] = [];
  const { ask, finish } = openQuestions(
    {
      ...accessAnswers,
      ...deskAnswers,
      'sync.send-again': {
        entry: syncCalls['sync.send-again'],
        answer: () => expect.unreachable('the disk is full'),
      },
      ...more,
    },
    deskOver(db, parts),
    openFaults((_level, _event, fields = {}) => logged.push(fields), '7F3A'),
    (thrown) => suffered.push(thrown),
  );
  return {
    logged,
    suffered,
    finish,
    ask: (raw: unknown) => ask(raw, 'window-1'),
    signIn: () => {
      const { staff } = asker();
      db.exec("INSERT INTO person VALUES ('0317', 'x', '[\"clerk\"]', 'x', 'x', 0, 0, NULL, 0)");
      if (staff) parts.sessions.signIn('window-1', staff, false);
    },
  };
}

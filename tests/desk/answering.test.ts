import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { call } from '#contract/call.ts';
import { no, onOutside, onRead, onWrite, WrongInput, yes } from '#desk/answering.ts';
import { all, run, type Writer } from '#native/sqlite/database.ts';
import { aCaseFile } from '../support/case-file.ts';
import { asker, deskOver, deskParts } from '../support/desk-parts.ts';
import { MORNING_MS } from '../support/moved-clock.ts';

const Named = z.strictObject({ name: z.string().max(10), phones: z.array(z.string()).optional() });
const Nothing = z.strictObject({});

const keepEntry = call({
  kind: 'write',
  role: 'clerk',
  input: Named,
  output: Named,
  refusals: ['already-there'],
});
const lookEntry = call({
  kind: 'read',
  role: 'manager',
  input: Nothing,
  output: z.strictObject({ n: z.int() }),
  refusals: [],
});
const callEntry = call({
  kind: 'outside',
  role: 'clerk',
  input: Nothing,
  output: Nothing,
  refusals: ['nobody-waiting'],
});

describe('a call that changes the case file', () => {
  const keep = onWrite(keepEntry, ({ name }, { db, about, afterwards, parts }) => {
    about(`setting:${name}`, 'because');
    setting(db, name);
    setting(db, 'debt');
    afterwards(() => parts.announce('queue.changed', {}));
    return name === 'twice' ? no('already-there') : yes({ name });
  });

  it('keeps the change, its debt and its audit entry together', async () => {
    const { db, ask, parts } = desk();
    expect(await ask(keep, { name: 'a' })).toEqual({ ok: true, value: { name: 'a' } });
    expect(settings(db)).toEqual(['a', 'debt']);
    expect(audited(db)).toEqual([
      {
        seq: 1,
        call: 'test.call',
        actor: '0317',
        seat: 'window-1',
        subject: 'setting:a',
        purpose: 'because',
        outcome: 'ok',
        at_ms: MORNING_MS,
      },
    ]);
    expect(parts.said).toEqual(['queue.changed']);
  });

  it('leaves nothing behind when it is refused: no change, no debt, no audit entry, no news', async () => {
    const { db, ask, parts } = desk();
    expect(await ask(keep, { name: 'twice' })).toEqual({ ok: false, refusal: 'already-there' });
    expect(settings(db)).toEqual([]);
    expect(audited(db)).toEqual([]);
    expect(parts.said).toEqual([]);
  });

  it('leaves nothing behind when it breaks', async () => {
    const { db, ask } = desk();
    const broken = onWrite(keepEntry, ({ name }, bench) => {
      setting(bench.db, name);
      throw new Error('half way');
    });
    await expect(ask(broken, { name: 'a' })).rejects.toThrow('half way');
    expect([settings(db), audited(db)]).toEqual([[], []]);
  });

  it('leaves nothing behind when its answer is not what the contract says', async () => {
    const { db, ask } = desk();
    const wrong = onWrite(keepEntry, (_, bench) => {
      setting(bench.db, 'a');
      return yes({ name: 'longer than ten signs' });
    });
    await expect(ask(wrong, { name: 'a' })).rejects.toThrow(z.ZodError);
    expect([settings(db), audited(db)]).toEqual([[], []]);
  });

  it('stays done when telling others about it breaks', async () => {
    const { db, ask, noticed } = desk();
    const loud = onWrite(keepEntry, ({ name }, bench) => {
      setting(bench.db, name);
      bench.afterwards(() => {
        throw new Error('nobody listens');
      });
      return yes({ name });
    });
    expect((await ask(loud, { name: 'a' })).ok).toBe(true);
    expect(settings(db)).toEqual(['a']);
    expect(noticed).toHaveLength(1);
  });

  it.each([
    [{}, 'input.name: '],
    [{ name: 'a', age: 7 }, 'input.age: this call has no such field'],
    [{ name: 'a', phones: ['1', 2] }, 'input.phones.1: '],
    [null, 'input: '],
  ])('names the field of %j that is wrong, and never the value', async (input, named) => {
    const { db, ask } = desk();
    const refused: unknown = await ask(keep, input).catch((thrown: unknown) => thrown);
    expect(refused).toBeInstanceOf(WrongInput);
    expect(String(refused)).toContain(named);
    expect(settings(db)).toEqual([]);
    const secret: unknown = await ask(keep, { name: 'secret-value-0317' }).catch((thrown: unknown) => thrown);
    expect(String(secret)).toContain('input.name');
    expect(String(secret)).not.toContain('secret');
  });
});

describe('who may ask', () => {
  const look = onRead(lookEntry, () => yes({ n: 1 }));
  const keep = onWrite(keepEntry, ({ name }) => yes({ name }));

  it.each([
    ['nobody', { staff: null }, 'not-signed-in'],
    ['somebody whose screen is locked', { locked: true }, 'locked'],
    ['somebody with another role', {}, 'not-allowed'],
  ])('%s is refused before the input is looked at, and it is audited', async (_, who, refusal) => {
    const { db, ask } = desk();
    expect(await ask(look, { wrong: true }, who)).toEqual({ ok: false, refusal });
    expect(audited(db).map(({ outcome }) => outcome)).toEqual([refusal]);
  });

  it('a change is refused in the same way', async () => {
    const { db, ask } = desk();
    expect(await ask(keep, { name: 'a' }, { staff: null })).toEqual({ ok: false, refusal: 'not-signed-in' });
    expect(audited(db).map(({ outcome, actor }) => [outcome, actor])).toEqual([['not-signed-in', 'nobody']]);
  });
});

describe('a call that leaves the case file', () => {
  it('has its intent on the disk before it acts and its outcome after', async () => {
    const { db, ask } = desk();
    const during: unknown[] = [];
    const calling = onOutside(callEntry, async () => {
      during.push(...all(db, 'SELECT call, outcome FROM outside_act'));
      return yes({});
    });
    await ask(calling, {});
    expect(during).toEqual([{ call: 'test.call', outcome: null }]);
    expect(all(db, 'SELECT outcome FROM outside_act')).toEqual([{ outcome: 'ok' }]);
    expect(audited(db).map(({ outcome }) => outcome)).toEqual(['ok']);
  });

  it('keeps a refusal as its outcome', async () => {
    const { db, ask } = desk();
    await ask(
      onOutside(callEntry, async () => no('nobody-waiting')),
      {},
    );
    expect(all(db, 'SELECT outcome FROM outside_act')).toEqual([{ outcome: 'nobody-waiting' }]);
  });

  it('keeps that it broke', async () => {
    const { db, ask } = desk();
    const broken = onOutside(callEntry, async () => {
      throw new Error('the board is away');
    });
    await expect(ask(broken, {})).rejects.toThrow('the board is away');
    expect(all(db, 'SELECT outcome FROM outside_act')).toEqual([{ outcome: 'fault' }]);
    expect(audited(db).map(({ outcome }) => outcome)).toEqual(['fault']);
  });

  it('leaves no trace when nobody asks about it later', async () => {
    const { db, ask } = desk();
    await ask(
      onOutside(callEntry, async () => yes({}), 'unjournalled'),
      {},
    );
    expect([all(db, 'SELECT * FROM outside_act'), audited(db)]).toEqual([[], []]);
  });
});

function desk() {
  const db = aCaseFile();
  const parts = deskParts(db);
  const noticed: unknown[] = [];
  const made = { ...deskOver(db, parts), noticed: (thrown: unknown) => noticed.push(thrown) };
  return {
    db,
    parts,
    noticed,
    ask: (
      answering: Pick<ReturnType<typeof onRead>, 'answer'>,
      input: unknown,
      who: Parameters<typeof asker>[0] = {},
    ) => answering.answer('test.call', input, asker(who), made),
  };
}

function setting(db: Writer, name: string): void {
  run(db, "INSERT INTO setting VALUES (@name, '1', 0)", { name });
}

function settings(db: Writer): unknown[] {
  return z
    .array(z.object({ name: z.string() }))
    .parse(all(db, 'SELECT name FROM setting ORDER BY name'))
    .map(({ name }) => name);
}

function audited(db: Writer) {
  return z
    .array(
      z.object({
        seq: z.int(),
        call: z.string(),
        actor: z.string(),
        seat: z.string(),
        subject: z.string().nullable(),
        purpose: z.string().nullable(),
        outcome: z.string(),
        at_ms: z.int(),
      }),
    )
    .parse(all(db, 'SELECT * FROM audit ORDER BY seq'));
}

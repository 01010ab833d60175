import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { messageOf } from '#desk/platform/adapters/frame-event.ts';
import type { CaseEvent } from '#desk/platform/case-event.ts';
import { type RunningProvince, startProvince } from '../stand-ins/province/start.ts';
import { anEvent, itsAcceptance } from './reporting-window.ts';

let state: string;
let province: RunningProvince;
let token = '';

beforeEach(async () => {
  state = mkdtempSync(join(tmpdir(), 'yichuang-platform-'));
  province = await startProvince({ state });
  token = await signIn();
});
afterEach(async () => {
  await province.stop();
  rmSync(state, { recursive: true, force: true });
});

async function signIn(): Promise<string> {
  const body = JSON.stringify({ account: 'a', secret: 'b', site: '990101', window: 3 });
  const reply = await fetch(`${province.url}/v1/sign-in`, { method: 'POST', body });
  return String(Object.values(JSON.parse(await reply.text()))[0]);
}

interface Put {
  readonly event: CaseEvent;
  readonly step?: number;
  readonly key?: string;
  readonly spoil?: (text: string) => string;
}

async function put({ event, step = 1, key = randomUUID(), spoil = (text) => text }: Put) {
  const text = JSON.stringify(messageOf(event, { key, step, officialNumber: null }));
  const reply = await fetch(`${province.url}/v1/cases/${event.caseId}/events/${step}`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${token}`,
      'idempotency-key': key,
      'body-hash': createHash('sha256').update(text).digest('hex'),
    },
    body: spoil(text),
  });
  return { status: reply.status, text: await reply.text() };
}

describe('the sandbox province', () => {
  it('keeps a step once, and answers the same receipt as often as it is asked', async () => {
    const event = anEvent(101);
    const key = randomUUID();
    const first = await put({ event, key });
    const again = await put({ event, key });
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.text).toBe(first.text);
    const [held] = await province.cases();
    expect(held?.events).toMatchObject([{ step: 1, key, arrivals: 2 }]);
  });

  it('forgets nothing it said yes to, not even when it is killed', async () => {
    const event = anEvent(101);
    const key = randomUUID();
    const first = await put({ event, key });
    await province.kill();
    appendFileSync(join(state, 'ledger.jsonl'), '{"event":{"key":"half a li');
    province = await startProvince({ state });
    token = await signIn();
    expect(await put({ event, key })).toEqual({ status: 200, text: first.text });
    expect((await put({ event: anEvent(102) })).status).toBe(201);
    expect(await province.cases()).toHaveLength(2);
  });

  it('refuses another body under a key, a step without its predecessor, a step that is there', async () => {
    const event = anEvent(101);
    const key = randomUUID();
    await put({ event, key });
    const other = await put({ event: { ...event, clerk: '0999' }, key });
    const early = await put({ event: itsAcceptance(anEvent(102)), step: 2 });
    const twice = await put({ event });
    expect([other, early, twice].map(({ status }) => status)).toEqual([409, 409, 409]);
    expect(other.text).toContain('other-body');
    expect(early.text).toContain('out-of-order');
    expect(twice.text).toContain('step-already-there');
  });

  it('calls a body that was cut on the way incomplete, and a wrong one wrong', async () => {
    const cut = await put({ event: anEvent(101), spoil: (text) => text.slice(0, 200) });
    expect(cut).toMatchObject({ status: 400 });
    expect(cut.text).toContain('incomplete-body');
    const event = anEvent(102);
    const wrong = await put({ event: { ...event, item: { ...event.item, nameZh: '' } } });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('accept.task_name');
    expect(await province.cases()).toEqual([]);
  });

  it('lets nobody in without a session, and takes no nonsense as a fault', async () => {
    token = 'nobody';
    expect((await put({ event: anEvent(101) })).status).toBe(401);
    await expect(province.faults({ rules: [{ fault: { kind: 'sulk' } }] })).rejects.toThrow(
      /a fault has a kind/,
    );
  });

  it('does what a rule says as often as it says', async () => {
    await province.faults({
      rules: [{ match: { operation: 'sendEvent', nth: 2 }, fault: { kind: 'status', status: 503 } }],
    });
    const statuses = [];
    for (const serial of [101, 102, 103]) statuses.push((await put({ event: anEvent(serial) })).status);
    expect(statuses).toEqual([201, 503, 201]);
  });
});

describe('a sandbox that cannot start', () => {
  const SERVER = new URL('../stand-ins/province/server.ts', import.meta.url).pathname;

  it.each([
    [['--port', '70000'], '--port takes a number'],
    [['--prot', '0'], "Unknown option '--prot'"],
    [['--faults', '/no/such/file'], '--faults /no/such/file: ENOENT'],
    [['--faults', '/dev/null'], '--faults /dev/null: '],
    [['--state', '/dev/null/x'], '--state /dev/null/x: '],
  ])('says in one sentence what is wrong with %j', (args, sentence) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [SERVER, ...args], { encoding: 'utf8' });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { calls } from '#contract/calls.ts';
import { COMMON_REFUSALS } from '#contract/call.ts';
import { events } from '#contract/events.ts';
import { runDesk } from '../support/running-desk.ts';
import { tempHome } from '../support/temp-home.ts';

const PROGRAM = new URL('../../electron/desk/desk.ts', import.meta.url).pathname;
const CLERK = { number: '0317', password: 'yichuang-demo' };

describe('a desk on a line of JSON', { timeout: 60_000 }, () => {
  it('serves a demo hall out of an empty folder, and ends when its input ends', async () => {
    const home = join(tempHome(), 'new');
    const desk = runDesk(['--home', home, '--stdio']);
    expect(await desk.ask('access.sign-in', CLERK)).toMatchObject({ value: { staff: { number: '0317' } } });
    expect(await desk.ask('queue.take', { queue: 'A' })).toMatchObject({
      value: { ticket: { number: 'A001' }, ahead: 0 },
    });
    expect(await desk.ask('desk.status')).toMatchObject({
      value: { diskTrouble: null, hall: { state: 'ok', engine: 'embedded' } },
    });
    expect(await desk.end()).toBe(0);
    expect(desk.unasked.map((told) => 'news' in told && told.news)).toContain('queue.changed');

    expect(statSync(home).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(home))
      expect([name, statSync(join(home, name)).mode & 0o077]).toEqual([name, 0]);
    expect(existsSync(join(home, 'desk.db-wal'))).toBe(false);
  });

  it('finds everything again at the next start', async () => {
    const home = tempHome();
    const first = runDesk(['--home', home, '--stdio']);
    await first.ask('queue.take', { queue: 'A' });
    await first.end();
    const second = runDesk(['--home', home, '--stdio']);
    expect(await second.ask('queue.take', { queue: 'A' })).toMatchObject({
      value: { ticket: { number: 'A002' }, ahead: 1 },
    });
    await second.end();
  });

  it('answers what was asked before its input ended', async () => {
    const desk = runDesk(['--home', tempHome(), '--stdio']);
    const asked = [desk.ask('access.sign-in', CLERK), desk.ask('queue.view'), desk.ask('sync.view')];
    expect(await desk.end()).toBe(0);
    expect((await Promise.all(asked)).map(({ ok }) => ok)).toEqual([true, true, true]);
  });

  it('names the field, the call or the line that is wrong, and goes on', async () => {
    const desk = runDesk(['--home', tempHome(), '--stdio']);
    await expect(desk.ask('queue.take', { queue: 'a1' })).rejects.toThrow('input.queue: ');
    await expect(desk.ask('queue.take', { queue: 'A', name: '张三' })).rejects.toThrow(
      'input.name: this call has no such field',
    );
    await expect(desk.ask('intake.forget-everything')).rejects.toThrow('there is no such call');
    await expect(desk.ask('constructor')).rejects.toThrow('there is no such call');
    for (const line of ['not json', '{"no":0,"name":"desk.site","input":{}}', '[]', '', '{"no":"1"}'])
      desk.write(line);
    expect((await desk.ask('desk.site')).ok).toBe(true);
    await desk.end();
    const faults = desk.unasked.filter((told) => 'fault' in told);
    expect(faults).toHaveLength(4);
    expect(JSON.stringify(faults)).toMatch(/"no":0,"fault":\{"number":"[0-9A-F]{4}-\d{4}"/);
  });

  it('keeps no personal data in its log, but every fault number it showed', async () => {
    const home = tempHome();
    const desk = runDesk(['--home', home, '--stdio']);
    const sentence = await desk.ask('queue.take', { queue: 'A', personNumber: '9'.repeat(41) }).catch(String);
    expect(sentence).toContain('input.personNumber');
    await desk.end();
    const log = readFileSync(join(home, 'logs', 'desk.log'), 'utf8');
    expect(log).not.toContain('9999999999');
    expect(log).toMatch(/"fault":"[0-9A-F]{4}-0001"/);
  });

  it('stops in order when it is asked to by the system', async () => {
    const home = tempHome();
    const desk = runDesk(['--home', home, '--stdio']);
    await desk.ask('queue.take', { queue: 'A' });
    expect(await desk.kill('SIGTERM')).toBe(0);
    expect(existsSync(join(home, 'desk.db-wal'))).toBe(false);
  });

  it('comes back after a kill with what it had acknowledged', async () => {
    const home = tempHome();
    const desk = runDesk(['--home', home, '--stdio']);
    await desk.ask('queue.take', { queue: 'A' });
    await desk.kill('SIGKILL');
    const again = runDesk(['--home', home, '--stdio']);
    expect(await again.ask('queue.take', { queue: 'A' })).toMatchObject({
      value: { ticket: { number: 'A002' } },
    });
    await again.end();
  });
});

describe('what the desk prints', () => {
  const printed = (arg: string) =>
    spawnSync(process.execPath, [PROGRAM, arg], { encoding: 'utf8', maxBuffer: 64_000_000 });

  it('is every call and every event of the contract', () => {
    const Document = z.object({
      calls: z.array(
        z.object({
          name: z.string(),
          kind: z.enum(['read', 'write', 'outside']),
          role: z.string(),
          input: z.looseObject({}),
          output: z.looseObject({}),
          refusals: z.array(z.string()),
        }),
      ),
      events: z.array(z.object({ name: z.string(), value: z.looseObject({}) })),
    });
    const document = Document.parse(JSON.parse(printed('--contract').stdout));
    expect(document.calls.map(({ name }) => name)).toEqual(Object.keys(calls));
    expect(document.events.map(({ name }) => name)).toEqual(Object.keys(events));
    const take = document.calls.find(({ name }) => name === 'queue.take');
    expect(take?.refusals).toEqual(expect.arrayContaining([...COMMON_REFUSALS, 'already-waiting']));
    expect(take?.input).toMatchObject({ required: ['queue'], additionalProperties: false });
  });

  it('is nothing but JSON, also when it is started as the README says', () => {
    const { stdout, stderr } = spawnSync('npm', ['run', 'desk', '--', '--contract'], {
      encoding: 'utf8',
      cwd: new URL('../..', import.meta.url).pathname,
      maxBuffer: 64_000_000,
    });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({ program: 'yichuang' });
  });

  it('is the schema of site.json', () => {
    expect(JSON.parse(printed('--site-schema').stdout)).toMatchObject({
      type: 'object',
      properties: { window: { type: 'integer', minimum: 1 } },
    });
  });

  it('is a page of help, also after a wrong option', () => {
    expect(printed('--help').stdout).toContain('--stdio');
    const wrong = printed('--hom');
    expect([wrong.status, wrong.stdout]).toEqual([64, '']);
    expect(wrong.stderr).not.toMatch(/^\s+at /m);
  });
});

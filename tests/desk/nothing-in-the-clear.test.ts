import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { CaseView, OutcomeGiven, VisitView } from '#contract/shapes/case.ts';
import { SyncView } from '#contract/shapes/sync-state.ts';
import { startProvince } from '../stand-ins/province/start.ts';
import { clearTextIn } from '../support/clear-text.ts';
import { hallWindow } from '../support/hall-window.ts';
import { aPdf } from '../support/made-files.ts';
import { type RunningDesk, runDesk } from '../support/running-desk.ts';
import { tempHome } from '../support/temp-home.ts';

/** A made-up citizen; no word of theirs stands anywhere else. */
const PERSON = {
  name: '欧阳示范夏',
  certificateNumber: '990101199001010019',
  phone: '13800004321',
  address: '示范县金丝雀巷七十七号',
} as const;
const SAID = '申请人欧阳示范夏不具备资格';
const PLATFORM_SAID = '欧阳示范夏的证件号码与登记信息不一致';
const CANARIES = [PERSON.name, PERSON.certificateNumber, PERSON.phone, PERSON.address, '证件号码与登记信息'];
const ITEM = '1199010199000004114992014003000';

describe('what a desk leaves on the disk', { timeout: 60_000 }, () => {
  it('holds no word of a citizen in the clear, while it runs, after a kill and after its end', async () => {
    const folder = tempHome();
    const province = await startProvince({ state: join(tempHome(), 'province') });
    onTestFinished(() => province.stop());
    await province.faults({
      rules: [{ match: { operation: 'sendEvent' }, fault: { kind: 'return', message: PLATFORM_SAID } }],
    });
    const { home, site } = hallWindow(folder, 3, province.url);
    const temporary = join(folder, 'tmp');
    mkdirSync(temporary);
    const start = () =>
      runDesk(['--home', home, '--site', site, '--stdio'], { TMPDIR: temporary, SQLITE_TMPDIR: temporary });

    const desk = start();
    const told = await refuseSomebody(desk);
    expect(existsSync(join(home, 'desk.db-wal'))).toBe(true);
    expect(clearTextIn(folder, CANARIES)).toEqual([]);
    expect(told, 'the citizen really went through the desk').toContain(PLATFORM_SAID);
    await desk.kill('SIGKILL');
    expect(clearTextIn(folder, CANARIES)).toEqual([]);

    const again = start();
    await again.ask('access.sign-in', { number: '0317', password: 'yichuang-demo' });
    expect(await again.ask('intake.find-cases', { text: PERSON.name })).toMatchObject({
      value: [{ state: 'refused' }],
    });
    const news = JSON.stringify([...desk.unasked, ...again.unasked]);
    expect(await again.end()).toBe(0);
    expect(clearTextIn(folder, CANARIES)).toEqual([]);
    for (const canary of CANARIES) expect(news).not.toContain(canary);
  });

  it('(control) is searched in a way that finds every form of a word', () => {
    const folder = tempHome();
    const write = (name: string, content: Buffer): void => writeFileSync(join(folder, name), content);
    const gbk = Buffer.from('c5b7d1f4cabeb7b6cfc4', 'hex');
    write('utf8', Buffer.from(`x${PERSON.name}`));
    write('utf16', Buffer.from(`x${PERSON.name}`, 'utf16le'));
    write('gbk', gbk);
    for (const before of ['', 'x', 'xy']) {
      write(`base64-${before}`, Buffer.from(Buffer.from(`${before}${PERSON.name}, etc.`).toString('base64')));
    }
    write('clean', Buffer.from('欧阳'));
    const found = clearTextIn(folder, CANARIES).map(({ file, form }) => `${file.split('/').at(-1)}: ${form}`);
    expect(found.toSorted()).toEqual([
      'base64-: base64 of UTF-8, 0 bytes in',
      'base64-x: base64 of UTF-8, 1 bytes in',
      'base64-xy: base64 of UTF-8, 2 bytes in',
      'gbk: GBK',
      'utf16: UTF-16LE',
      'utf8: UTF-8',
    ]);
  });
});

/** Serves a citizen up to a refusal the platform returns; says everything the clerk could see of the debts. */
async function refuseSomebody(desk: RunningDesk): Promise<string> {
  const value = async (name: string, input: unknown = {}): Promise<unknown> => {
    const answer = await desk.ask(name, input);
    if (!answer.ok) throw new Error(`${name}: ${answer.refusal}`);
    return answer.value;
  };
  await value('access.sign-in', { number: '0317', password: 'yichuang-demo' });
  await value('queue.take', { queue: 'A', personNumber: PERSON.certificateNumber });
  await value('queue.call-next');
  await value('queue.arrive');
  const visit = VisitView.parse(await value('intake.visit'));
  for (const [field, typed] of Object.entries(PERSON)) {
    await value('identity.set-field', { visitId: visit.id, role: 'applicant', field, value: typed });
  }
  const open = CaseView.parse(await value('intake.open', { visitId: visit.id, itemCode: ITEM }));
  const page = aPdf({ words: `${PERSON.name} ${PERSON.certificateNumber}` });
  const material = open.materials.find(({ asked }) => asked);
  const paper = { caseId: open.id, materialId: material?.id ?? '' };
  const piece = { ...paper, uploadId: randomUUID(), name: `${PERSON.name}.pdf`, offset: 0 };
  await value('intake.add-file-piece', {
    ...piece,
    totalBytes: page.length,
    base64: page.toString('base64'),
  });
  const wrong = { visitId: visit.id, role: PERSON.name, field: PERSON.phone, value: PERSON.address };
  await expect(desk.ask('identity.set-field', wrong)).rejects.toThrow('input.role');
  await value('identity.reveal', {
    visitId: visit.id,
    role: 'applicant',
    field: 'certificateNumber',
    purpose: 'compare-with-paper',
  });
  const refused = OutcomeGiven.parse(
    await value('intake.refuse', { caseId: open.id, reason: 'applicant-not-eligible', say: SAID }),
  );
  for (const { id } of refused.notices) await value('notices.reprint', { noticeId: id });
  const words = z.array(z.string()).min(1);
  const wordsOfPlatform = async (): Promise<string[]> =>
    SyncView.parse(await value('sync.view')).debts.flatMap(({ platformWords }) => platformWords ?? []);
  await expect
    .poll(async () => words.safeParse(await wordsOfPlatform()).success, { timeout: 15_000 })
    .toBe(true);
  return (await wordsOfPlatform()).join('\n');
}

import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { z } from 'zod';
import { ask, until } from '../../build/demo/asking.ts';
import { fillForm } from '../../build/demo/form-hands.ts';
import { visitInHand } from '../../build/demo/case-in-hand.ts';
import {
  accept,
  callNext,
  chooseItem,
  openFoundItem,
  placeCard,
  takePapers,
  takeTicket,
} from '../../build/demo/hands.ts';
import { openCounter } from '../support/counter-stage.ts';
import { layoutFaults } from '../support/page-layout.ts';

test.describe.configure({ mode: 'serial' });

let stage: Awaited<ReturnType<typeof openCounter>>;

const Queries = z.array(
  z.object({ case_guid: z.string(), purpose: z.string(), basis: z.string(), handle_user_name: z.string() }),
);

test.beforeAll(async () => {
  stage = await openCounter();
  const { window } = stage;
  await takeTicket(window, { queue: 'H' });
  await callNext(window);
  await placeCard(stage, 'resident.json');
  await chooseItem(window, 'zfgjj');
  await openFoundItem(window);
  await window.keyboard.press('Alt+4');
  await row('nohouse').focus();
});
test.afterAll(async () => stage.close());

function row(id: string): Locator {
  return stage.window.locator(`.paper-row[data-row="${id}"]`);
}

/** What axe objects to, as rule and place. */
async function objections(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

async function theCitizensPage(): Promise<Page> {
  const find = () => stage.app.windows().find((one) => one.url().endsWith('#citizen'));
  await until("the citizen's screen is open", async () => find() !== undefined);
  const page = find();
  if (!page) throw new Error("the citizen's screen did not stay");
  return page;
}

const panel = () => stage.window.locator('.source-panel');

async function faults(...rules: readonly object[]): Promise<void> {
  const reply = await fetch(`${stage.provinceUrl}/_faults`, {
    method: 'PUT',
    body: JSON.stringify({ rules }),
  });
  expect(reply.ok).toBe(true);
}

const toSource = (fault: object) => ({ match: { operation: 'queryLicence' }, fault });

test('F08: shared data answer for a paper by two keys, with source, fields and purpose shown before', async () => {
  const { window } = stage;
  await until('the list of queries is known', async () => {
    await window.keyboard.press('4');
    const isKnown = (await panel().textContent())?.includes('不动产登记系统') ?? false;
    if (!isKnown) await window.keyboard.press('Escape');
    return isKnown;
  });
  await expect(panel()).toContainText('只取：名下住房');
  await expect(panel()).toContainText('用途：办理“住房公积金提取（租房）”，核验“本人及配偶名下无房证明”');
  await window.keyboard.press('l');
  await expect(row('nohouse')).toHaveAttribute('data-state', 'done');
  await expect(row('nohouse').locator('.grade')).toContainText('甲');
  await expect(panel()).toContainText('查到：名下住房 无');
  await expect(panel()).toContainText('示范县自然资源局（县级）');
  await expect(panel()).toContainText('依职责');
  const asked = Queries.parse(await (await fetch(`${stage.provinceUrl}/_inspect/queries`)).json());
  const caseId = (await visitInHand(window)).cases.at(-1)?.id;
  expect(asked.at(-1)).toEqual({
    case_guid: caseId,
    purpose: '办理“住房公积金提取（租房）”，核验“本人及配偶名下无房证明”',
    basis: '2',
    handle_user_name: '0317',
  });
});

test('F17: a licence that is another’s or revoked proves nothing, and says so', async () => {
  const { window } = stage;
  await row('marriage').focus();
  await faults(toSource({ kind: 'other-holder' }));
  await window.keyboard.press('3');
  await window.keyboard.press('y');
  await expect(panel()).toContainText('证照不是申请人的');
  await expect(row('marriage')).toHaveAttribute('data-state', 'missing');
  await faults(toSource({ kind: 'licence-status', status: '03' }));
  await window.keyboard.press('3');
  await window.keyboard.press('y');
  await expect(panel()).toContainText('已吊销');
  await expect(row('marriage')).toHaveAttribute('data-state', 'missing');
});

test('F17: with consent a licence stands for the paper; supervision flags are shown', async () => {
  const { window } = stage;
  await faults(toSource({ kind: 'flagged', code: '01' }));
  await window.keyboard.press('3');
  await window.keyboard.press('y');
  await expect(row('marriage')).toHaveAttribute('data-state', 'done');
  await expect(panel()).toContainText('查到：李*');
  await expect(panel()).toContainText('本人同意');
  await expect(stage.window.locator('.supervision')).toContainText('监管提示 承诺待核查');
  await faults();
});

test('axe objects to nothing about a source', async () => {
  await stage.window.keyboard.press('3');
  expect(await objections(stage.window)).toEqual([]);
  await stage.window.keyboard.press('Escape');
});

test('F17: a licence code that the holder shows is asked for at its paper', async () => {
  const { window } = stage;
  await window.keyboard.press('9');
  await expect(row('marriage')).toHaveAttribute('data-state', 'missing');
  await row('nohouse').focus();
  const text = '1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U';
  await stage.tray({ do: 'scan', text });
  await expect(row('marriage')).toBeFocused();
  await expect(panel()).toContainText('按出示的证照码查');
  await window.keyboard.press('y');
  await expect(row('marriage')).toHaveAttribute('data-state', 'done');
  await expect(panel()).toContainText('查到：李*');
});

test('F17: the citizen agrees on the screen turned to them, and the licence is asked for at once', async () => {
  const { window } = stage;
  await window.keyboard.press('9');
  await expect(row('marriage')).toHaveAttribute('data-state', 'missing');
  await row('marriage').focus();
  await window.keyboard.press('3');
  await window.keyboard.press('g');
  await expect(panel()).toContainText('等群众在屏上点“同意”');
  await window.keyboard.press('Alt+g');
  const citizen = await theCitizensPage();
  await expect(citizen.locator('h1')).toContainText('可以查您的电子证照“结婚证”吗');
  for (const language of ['中文', 'EN']) {
    expect.soft(await layoutFaults(citizen, []), language).toEqual([]);
    expect.soft(await objections(citizen)).toEqual([]);
    await citizen.locator('.cit-bar .touch').last().click();
  }
  await citizen.getByRole('button', { name: '同意', exact: true }).click();
  await expect(row('marriage')).toHaveAttribute('data-state', 'done');
  await expect(panel()).toContainText('本人在屏上同意');
  await expect(citizen.locator('h1')).toContainText('正在为您办理');
});

test('with the line cut it is told plainly, the paper is taken, and the source is asked again when it is back', async () => {
  const { window } = stage;
  await window.keyboard.press('9');
  await expect(row('marriage')).toHaveAttribute('data-state', 'missing');
  await stage.tray({ do: 'line', up: false });
  await window.keyboard.press('3');
  await window.keyboard.press('y');
  await expect(panel()).toContainText('断网，没查成。收纸质（1）或容缺（7），恢复后复查');
  await window.keyboard.press('1');
  await expect(row('marriage')).toHaveAttribute('data-state', 'done');
  await expect(row('marriage')).toContainText('待复查');
  await stage.tray({ do: 'line', up: true });
  // Nobody presses a key: the desk asks by itself.
  await expect(window.locator('.notice-line')).toContainText('已复查 1 份，都查到了', {
    timeout: 60_000,
  });
  await expect(row('marriage')).not.toContainText('待复查');
  await expect(panel()).toContainText('查到：李*');
  await expect(row('marriage')).toContainText('收了纸质');
});

test('F08: a system that is not connected is shown as such, and the paper is needed', async () => {
  const { window } = stage;
  await takePapers(window);
  await window.keyboard.press('Alt+6');
  await fillForm(window);
  await window.keyboard.press('Enter');
  await accept(window);
  await window.keyboard.press('Control+i');
  await chooseItem(window, 'cjrz');
  await openFoundItem(window);
  await window.keyboard.press('Alt+4');
  await row('photo').focus();
  const data = window.locator('.opt').nth(3);
  await expect(data).toHaveAttribute('aria-disabled', 'true');
  await expect(data).toContainText('没接入');
  await expect(data).toHaveAttribute('data-why', '人口基础信息库没有接入，收纸质');
});

test('F44: a source that differs from what is typed stands beside it, and one is picked with a reason', async () => {
  const { window } = stage;
  const home = window.locator('[data-field="applicant.household-address"]');
  const caseId = (await visitInHand(window)).cases.at(-1)?.id;
  await ask(window, 'intake.discard', { caseId });
  await chooseItem(window, 'gljt');
  await openFoundItem(window);
  await window.keyboard.press('Alt+4');
  await row('hukou').focus();
  await window.keyboard.press('4');
  await window.keyboard.press('l');
  await expect(panel()).toContainText('户籍地址 示范县****');
  await window.keyboard.press('Alt+6');
  await home.focus();
  await window.keyboard.press('Control+a');
  await window.keyboard.type('示范县旧街1号');
  await expect(window.locator('.differences')).toContainText('共享数据');
  await expect(window.locator('.differences')).toContainText('手填');
  await window.keyboard.press('Alt+B');
  await window.locator('dialog [data-first]').waitFor();
  await window.keyboard.press('Enter');
  await expect(window.locator('dialog')).toHaveCount(0);
  await expect(window.locator('.differences')).toHaveCount(0);
});

test('F44: what is wrong with an answer is said by W; the paper is asked for again', async () => {
  const { window } = stage;
  await window.keyboard.press('Alt+4');
  await row('hukou').focus();
  await window.keyboard.press('w');
  await window.keyboard.type('户号已变');
  await window.keyboard.press('Enter');
  await expect(panel()).toContainText('已报错：户号已变');
  await expect(row('hukou')).toHaveAttribute('data-state', 'missing');
  await expect(row('hukou')).toBeFocused();
});

test('F08: every query of this window stands in one list, and Enter opens its case', async () => {
  const { window } = stage;
  await window.keyboard.press('Alt+X');
  await window.keyboard.press('Shift+F11');
  const dialog = window.getByRole('dialog', { name: '证照、数据与身份查询记录' });
  await dialog.locator('.query-lines [data-row]').first().waitFor();
  await dialog.getByRole('textbox').fill('婚姻');
  await window.keyboard.press('Enter');
  await until('only what was asked for is listed', async () => {
    const rows = await dialog.locator('.query-lines [data-row]').allTextContents();
    return rows.length > 0 && rows.every((one) => one.includes('婚姻'));
  });
  expect(await objections(window)).toEqual([]);
  await dialog.locator('.query-lines [data-row]').first().press('Enter');
  await window.locator('.case-detail h2').waitFor();
  expect(await dialog.count()).toBe(0);
});

import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { z } from 'zod';
import { caseInHand, visitInHand } from '../../build/demo/case-in-hand.ts';
import { ask, until } from '../../build/demo/asking.ts';
import { openCounter } from '../support/counter-stage.ts';
import { callNext, chooseItem, openFoundItem, placeCard, takeTicket } from '../../build/demo/hands.ts';
import { layoutFaults } from '../support/page-layout.ts';

/** What axe objects to, as rule and place. */
async function objections(page: Page): Promise<string[]> {
  const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(passes.length).toBeGreaterThan(5);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** The citizen's screen beside the clerk's: opened by key, signed on with a pen, cleared afterwards. */

const Missing = z.object({ missing: z.array(z.string()) });

let stage: Awaited<ReturnType<typeof openCounter>>;
let citizen: Page;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  stage = await openCounter();
});
test.afterAll(async () => stage.close());

async function theCitizensPage(): Promise<Page> {
  for (let tries = 0; tries < 200; tries += 1) {
    const page = stage.app.windows().find((one) => one.url().endsWith('#citizen'));
    if (page) return page;
    await new Promise<void>((later) => void setTimeout(later, 25));
  }
  throw new Error("the citizen's screen did not open");
}

test('a correction leaves a paper that wants a signature', async () => {
  const { window } = stage;
  await takeTicket(window, { queue: 'E' });
  await callNext(window);
  await placeCard(stage, 'resident.json');
  await chooseItem(window, 'gtgshsldj');
  await openFoundItem(window);
  const caseId = (await visitInHand(window)).cases.at(-1)?.id;
  const { missing } = Missing.parse(await ask(window, 'intake.look', { caseId }));
  const list = missing.map((materialId) => ({ materialId, say: '带一份来' }));
  await ask(window, 'intake.correct', { caseId, list });
  await window.keyboard.press('Alt+5');
  await window.locator('.result-step').waitFor();
  await window.keyboard.press('Control+d');
  await expect(window.locator('dialog .legal')).toContainText('一次性告知书');
  await expect(window.locator('dialog .made-papers')).toContainText('等签名');
  // The legal text is a paper of its own length: it alone may be scrolled.
  const faults = await layoutFaults(window, ['.made-papers .note']);
  expect(faults.filter((fault) => !/^(cut by|scrolls:) \.legal/.test(fault))).toEqual([]);
});

test('Alt+G opens the screen once, as closed to everything as the other windows', async () => {
  const { window } = stage;
  await window.keyboard.press('Alt+g');
  citizen = await theCitizensPage();
  await window.keyboard.press('Alt+g');
  await expect(citizen.locator('.cit')).toContainText('正在为您办理');
  await expect(citizen.locator('.cit')).toContainText('李*');
  expect(stage.app.windows()).toHaveLength(3);
  const windows = await stage.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .filter(({ webContents }) => webContents.getURL().endsWith('#citizen'))
      .map(({ webContents }) => {
        const preferences = Reflect.get(webContents, 'getLastWebPreferences').call(webContents);
        const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = preferences;
        return {
          sandbox,
          contextIsolation,
          nodeIntegration,
          webSecurity,
          webviewTag,
          persistent: webContents.session.isPersistent(),
        };
      }),
  );
  expect(windows).toEqual([
    {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      persistent: false,
    },
  ]);
  expect(await citizen.evaluate(() => typeof Reflect.get(window, 'require'))).toBe('undefined');
});

test('the paper is shown there in large type, and to no other window', async () => {
  const { window, display } = stage;
  await window.keyboard.press('Alt+s');
  await expect(citizen.locator('.leaf')).toContainText('一次性告知书');
  const sizes = await citizen
    .locator('.leaf p, .leaf dd, .leaf td')
    .evaluateAll((parts) => parts.map((part) => Number.parseFloat(getComputedStyle(part).fontSize)));
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
  const seen = await display.evaluate(() => Reflect.get(globalThis, 'desk').ask('citizen.view', {}));
  expect(seen).toMatchObject({ answer: { value: { serving: null, paper: null } } });
});

test('it is signed after every page was seen, and the screen is cleared', async () => {
  const { window } = stage;
  const done = citizen.getByRole('button', { name: '签好了' });
  const next = citizen.getByRole('button', { name: '下一页' });
  const box = await citizen.locator('.pad svg').boundingBox();
  if (!box) throw new Error('there is no pad');
  await expect(done).toBeDisabled();
  expect.soft(await objections(citizen)).toEqual([]);
  expect.soft(await objections(window)).toEqual([]);
  await citizen.mouse.move(box.x + 60, box.y + 60);
  await citizen.mouse.down();
  await citizen.mouse.move(box.x + 260, box.y + 70, { steps: 8 });
  await citizen.mouse.move(box.x + 160, box.y + 150, { steps: 8 });
  await citizen.mouse.up();
  while (await next.isEnabled()) await next.click();
  await done.click();
  await expect(citizen.locator('.cit')).toContainText('签好了，谢谢');
  await expect(window.locator('dialog .made-papers')).toContainText('已在屏上签名');
  await expect(citizen.locator('.leaf')).toHaveCount(0);
  await until('the signed copy is pressed', async () => {
    const { notices } = await caseInHand(window);
    return notices.find(({ kind }) => kind === 'correction')?.pdf.state === 'pressed';
  });
  const content = await citizen.locator('body').innerText();
  expect(content).not.toContain('990101199205174023');
});

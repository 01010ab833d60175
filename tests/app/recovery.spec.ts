import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { ask, until } from '../../build/demo/asking.ts';
import { visitInHand } from '../../build/demo/case-in-hand.ts';
import { callNext, liftCard, markArrived, placeCard, takeTicket } from '../../build/demo/hands.ts';
import { openCounter } from '../support/counter-stage.ts';

test.describe.configure({ mode: 'serial' });

let stage: Awaited<ReturnType<typeof openCounter>>;

test.beforeAll(async () => {
  stage = await openCounter();
  await takeTicket(stage.window, { queue: 'A' });
  await callNext(stage.window);
  await markArrived(stage.window);
});
test.afterAll(async () => stage.close());

async function savedPhone(): Promise<string> {
  const input = {
    visitId: (await visitInHand(stage.window)).id,
    role: 'applicant',
    field: 'phone',
    purpose: 'compare-with-paper',
  };
  return z.object({ value: z.string() }).parse(await ask(stage.window, 'identity.reveal', input)).value;
}

const field = (label: string) => stage.window.getByLabel(label, { exact: true });
const status = () => stage.window.locator('footer.status');

test('a reader unplugged in the middle of a card fills nothing and says so', async () => {
  await stage.tray({ do: 'plug', device: 'id-card-reader', in: false, afterBytes: 700 });
  await stage.tray({ do: 'place-card', file: 'resident.json' });
  await expect(status().locator('button').filter({ hasText: '读卡器' })).toHaveClass(/warn/);
  expect((await visitInHand(stage.window)).applicant?.filled ?? []).toEqual([]);
  await expect(stage.window.locator('.card-place')).not.toHaveAttribute('data-look', 'proved');
});

test('plugged in again it reads the next card, twice and equal', async () => {
  await stage.tray({ do: 'lift-card' });
  await stage.tray({ do: 'plug', device: 'id-card-reader', in: true });
  await expect(status().locator('button').filter({ hasText: '读卡器' })).not.toHaveClass(/warn|bad/);
  await placeCard(stage, 'resident-second.json');
  await expect(stage.window.locator('aside[data-region="person"]')).toContainText('9901**********3355');
  await liftCard(stage);
});

test('a desk that dies in mid-form is said at once, and what was typed is back', async () => {
  const { window } = stage;
  await field('手机').fill('13800001234');
  await stage.killDesk();
  await expect(window.locator('.banner')).toContainText('后台');
  await window.locator('.banner.good').waitFor();
  await until('it is saved', async () => {
    const { applicant } = await visitInHand(window);
    return applicant?.filled.includes('phone') ?? false;
  });
  expect(await savedPhone()).toBe('13800001234');
  await expect(field('手机')).toHaveValue('13800001234');
});

test('the clerk is still signed in, with the same ticket and the same person', async () => {
  const { window } = stage;
  await expect(window.locator('header.top')).toContainText('0317');
  await expect(window.locator('.queue .ticket.in-hand .no')).toHaveText('A001');
  await expect(window.locator('aside[data-region="person"]')).toContainText('陈*');
});

test('a window that crashes shows the same visit again, with what the desk had saved', async () => {
  const { window } = stage;
  await stage.app.evaluate(({ BrowserWindow }) => {
    const desk = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().endsWith('#desk'));
    desk?.webContents.reload();
  });
  await expect(window.locator('.queue .ticket.in-hand .no')).toHaveText('A001');
  await expect(window.locator('.value-sources, aside[data-region="person"]').first()).toContainText(
    '138****1234',
  );
  expect(await savedPhone()).toBe('13800001234');
});

test('a desk that dies a second time comes back a second time', async () => {
  const { window } = stage;
  await stage.killDesk();
  await window.locator('.banner:not(.good)').waitFor();
  await window.locator('.banner.good').waitFor();
  await expect(window.locator('.queue .ticket.in-hand .no')).toHaveText('A001');
});

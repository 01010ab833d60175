import { expect, type Page } from '@playwright/test';
import { z } from 'zod';
import { ask } from '../../build/demo/asking.ts';
import { callNext, chooseItem, finish, placeCard, takeTicket, typePhone } from '../../build/demo/hands.ts';
import type { openCounter } from './counter-stage.ts';
import { layoutFaults } from './page-layout.ts';

/** A long form and a long list scroll inside; the name of a paper may end in dots where its case is named. */
export const MAY_SHORTEN = [
  '.rail',
  'aside[data-region="person"]',
  '.pool-row',
  '.form-foot',
  '.step-strip',
  '.bundle-slip',
];

/** What is cut or scrolls on a page of a bundle where nothing should. */
export async function bundleFaults(window: Page): Promise<string[]> {
  return (await layoutFaults(window, MAY_SHORTEN)).filter(
    (fault) => !/(scrolls:|cut by) \.(form-scroll|pool-list|situation-step|bundle-result)/.test(fault),
  );
}

/** A citizen with a card sits down, and the bundle is found. */
export async function sitDownForBundle(
  stage: Awaited<ReturnType<typeof openCounter>>,
  { queue, typed, name }: { readonly queue: string; readonly typed: string; readonly name: string },
): Promise<void> {
  const { window } = stage;
  await takeTicket(window, { queue });
  await callNext(window);
  await placeCard(stage, 'resident.json');
  await typePhone(window);
  await chooseItem(window, typed);
  await expect(window.locator('.hit.on')).toContainText(name);
}

/** Every case has an outcome, and the ticket is done. */
export async function leaveBundle(window: Page): Promise<void> {
  await window.locator('.queue .keys .key:not(.off)', { hasText: '办结' }).waitFor();
  await finish(window);
}

const Numbers = z.object({
  cases: z.array(z.object({ state: z.string(), receiptNumber: z.string().nullable() })),
});

export async function casesOfVisit(window: Page): Promise<z.output<typeof Numbers>['cases']> {
  return Numbers.parse(await ask(window, 'intake.visit', {})).cases;
}

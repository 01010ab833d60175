import type { Page } from '@playwright/test';
import { z } from 'zod';
import { ask } from './asking.ts';
import { visitInHand } from './case-in-hand.ts';

const Field = z.object({
  meaning: z.string(),
  kind: z.string(),
  min: z.number().nullable(),
  maxLength: z.number().nullable(),
});
const Form = z.object({ fields: z.array(Field) });

/** What is typed where the citizen says nothing of its own. The numbers are made up and carry their check characters. */
const SAID: Readonly<Record<string, string>> = {
  money: '1000',
  phone: '13800001234',
  'id-number': '990101198707030121',
  'credit-code': '11990101990000017G',
  region: '990101',
  address: '示范县新光路 5 号',
};

/**
 * Form step, of one case or of a bundle: field by field with Enter, what must be filled is filled; ends at the
 * button that leads to the papers.
 */
export async function fillForm(window: Page): Promise<void> {
  await window.locator('.form-body').waitFor();
  const { cases } = await visitInHand(window);
  const forms = await Promise.all(cases.map(async ({ id: caseId }) => ask(window, 'form.look', { caseId })));
  const fields = forms.flatMap((form) => Form.parse(form).fields);
  const focused = window.locator('.form-body [data-field]:focus, .form-body [data-next]:focus');
  await focused.waitFor();
  for (;;) {
    const { meaning, isOpen, isList } = await focused.evaluate((one) => ({
      meaning: one.getAttribute('data-field'),
      isOpen: one.hasAttribute('data-open'),
      isList: one.tagName === 'SELECT',
    }));
    if (meaning === null) return;
    if (isOpen && isList) await window.keyboard.press('ArrowDown');
    else if (isOpen) await window.keyboard.type(saidFor(fields.find((one) => one.meaning === meaning)));
    await window.keyboard.press('Enter');
  }
}

function saidFor(field: z.output<typeof Field> | undefined): string {
  if (!field) throw new Error('a field that the form does not have');
  if (field.kind === 'date') return field.meaning.endsWith('birth-date') ? '20261005' : '20261201';
  if (field.kind === 'number') return String(Math.max(1, field.min ?? 1));
  const short = field.maxLength !== null && field.maxLength < 6;
  return SAID[field.kind] ?? (short ? '09:40' : '示范填写');
}

// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Input } from '#contract/calls.ts';
import { formCalls } from '#contract/calls/form.ts';
import { Meaning } from '#contract/shapes/form.ts';
import { EntryList, FormView } from '#contract/shapes/form-view.ts';
import { CaseSheet } from '#renderer/screens/case/case-sheet.tsx';
import { anAskedField } from '../../support/form-fields.ts';
import { askedOf } from '../../support/hall-views.ts';
import { aSheetDesk, openSheet } from '../../support/open-sheet.tsx';
import { anAcceptedCase, CASE_ID, NOW_MS, VISIT_ID } from '../../support/sheet-views.ts';

const NUMBERS = Array.from({ length: 60 }, (_, at) => at + 1);
const FIELDS = NUMBERS.map((number) => anAskedField(`f${number}`, { labelZh: `第${number}项` }));
/** A value that is of this field and of no other. */
const valueOf = (number: number) => `值${number}`;

/** A form that keeps what it is told, as the desk does. */
function aLongForm() {
  const kept = new Map<string, string>();
  const values = () =>
    FIELDS.map(({ meaning }) => {
      const shown = kept.get(meaning);
      return {
        meaning,
        value: shown
          ? {
              source: 'by-hand',
              shown,
              masked: false,
              asOf: '2026-11-24',
              part: false,
              stale: false,
              origin: null,
            }
          : null,
        trouble: null,
        readOnly: null,
        sources: [],
        shownInPart: [],
        agreesAsShown: false,
        differs: false,
        picked: null,
        earlier: null,
      };
    });
  const view = (): FormView =>
    FormView.parse({
      visitId: VISIT_ID,
      fields: FIELDS,
      values: values(),
      standing: { asked: 60, open: 60 - kept.size, wrong: 0, differing: 0 },
      cardLines: [],
      mayUndo: kept.size > 0,
      paper: null,
      terms: { today: '2026-11-24', site: '990101' },
      signatureWanted: false,
      frozen: false,
      people: [],
    });
  const save = (input: Input<'form.save'>) => {
    for (const { meaning, value } of input.values) kept.set(meaning, value);
    const { visitId, values: now, cardLines, standing, mayUndo, paper } = view();
    return { visitId, values: now, cardLines, standing, mayUndo, paper };
  };
  return { view, save };
}

it('a form of sixty fields is filled with the keyboard alone: Enter goes on, each value is typed once', async () => {
  const form = aLongForm();
  const desk = aSheetDesk({
    'form.look': () => ({ ok: true, value: form.view() }),
    'form.save': (input) => ({ ok: true, value: form.save(input) }),
  });
  const { user, stores } = openSheet(desk, (all) => <CaseSheet stores={all} />);
  await waitFor(() => expect(stores.caseFile.getState().file).not.toBeNull());
  await user.keyboard('{Alt>}6{/Alt}');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/^第1项/)));
  for (const number of NUMBERS) await user.keyboard(`${valueOf(number)}{Enter}`);
  await screen.findByText('60 项都填了');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: /去看材料/ }));
  const typed = new Map(
    askedOf(desk, 'form.save').flatMap((input) => {
      const { values } = formCalls['form.save'].input.parse(input);
      return values.map(({ meaning, value }) => [meaning, value] as const);
    }),
  );
  expect([...typed]).toEqual(FIELDS.map(({ meaning }, at) => [meaning, valueOf(at + 1)]));
});

it('F05: the helper types the same sixty values into a department’s system: one key each, in its order, each marked', async () => {
  const entered = new Map<string, { atMs: number; by: string }>();
  // That system asks in another order than the form.
  const order = NUMBERS.toReversed();
  const list = (): EntryList =>
    EntryList.parse({
      systemZh: '社保业务系统',
      systemEn: 'Social security system',
      lines: order.map((number) => ({
        meaning: `thing.f${number}`,
        labelZh: `第${number}项`,
        labelEn: `f${number}`,
        shown: valueOf(number),
        masked: false,
        entered: entered.get(`thing.f${number}`) ?? null,
      })),
      typedTwice: 1,
    });
  const desk = aSheetDesk({
    'intake.look': { ok: true, value: anAcceptedCase() },
    'form.entries': () => ({ ok: true, value: list() }),
    'form.copy-entry': ({ meaning }) => {
      entered.set(meaning, { atMs: NOW_MS, by: '0317' });
      return { ok: true, value: list() };
    },
  });
  const { user, stores } = openSheet(desk, (all) => <CaseSheet stores={all} />);
  await waitFor(() => expect(stores.caseFile.getState().file).not.toBeNull());
  await user.keyboard('{Alt>}y{/Alt}');
  const dialog = await screen.findByRole('dialog', { name: /社保业务系统/ });
  const rows = () => within(dialog).getAllByRole('button', { name: /第\d+项/ });
  await waitFor(() => expect(document.activeElement).toBe(rows()[0]));
  for (const done of NUMBERS) {
    await user.keyboard('{Enter}');
    await within(dialog).findByText(`已录 ${done} 项，共 60 项`);
    await waitFor(() => expect(document.activeElement).toBe(rows()[Math.min(done, 59)]));
  }
  expect(askedOf(desk, 'form.copy-entry')).toEqual(
    order.map((number) => ({ caseId: CASE_ID, meaning: Meaning.parse(`thing.f${number}`) })),
  );
  expect(within(dialog).getAllByText(/工号 0317 录过/)).toHaveLength(60);
  expect(within(dialog).getByText('近 30 天这个系统重录 1 件，已记作堵点')).toBeTruthy();
});

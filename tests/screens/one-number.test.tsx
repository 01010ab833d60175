// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Answer } from '#contract/calls.ts';
import { PersonPage } from '#contract/shapes/person-page.ts';
import { OneNumberScreen } from '#renderer/screens/one-number/one-number-screen.tsx';
import { askedOf } from '../support/hall-views.ts';
import { aSheetDesk, openSheet } from '../support/open-sheet.tsx';
import { CASE_ID, NOW_MS, RECEIPT } from '../support/sheet-views.ts';
import { aCaseLine } from '../support/sync-views.ts';

const ofCase = {
  caseId: CASE_ID,
  receiptNumber: RECEIPT,
  itemNameZh: '食品经营许可（新办）',
  itemNameEn: 'Food business permit (new)',
};

function aPage(changes: object = {}): PersonPage {
  return PersonPage.parse({
    name: '李*',
    kind: 'person',
    certificateKind: 'resident-id',
    certificateNumber: '9901**********1234',
    purpose: 'answer-a-question',
    cases: [{ ...aCaseLine(), roles: ['applicant', 'guardian'] }],
    drafts: [],
    bundles: [
      {
        ...ofCase,
        bundle: {
          id: '019a0000-0000-7000-8000-0000000000b1',
          catalogueId: 'newborn',
          place: 1,
          nameZh: '新生儿出生一件事',
          nameEn: 'Birth of a child',
        },
        state: 'partly-refused',
        steps: [
          {
            itemNameZh: '出生登记（户口）',
            itemNameEn: 'Birth registration',
            standing: 'ended',
            waitsFor: [],
          },
          {
            itemNameZh: '社会保障卡申领',
            itemNameEn: 'Social card',
            standing: 'waits',
            waitsFor: ['户口登记'],
          },
        ],
      },
    ],
    flags: [],
    owed: [
      { ...ofCase, what: 'promised', sayZh: '健康证明', sayEn: 'Health', dueOn: '2026-11-20', overdue: true },
      { ...ofCase, what: 'correction', sayZh: '缺签名', sayEn: '缺签名', dueOn: null, overdue: false },
    ],
    pickups: [{ ...ofCase, resultName: '许可证', granted: true, deliverBy: '2026-12-04', overdue: false }],
    evaluations: [{ ...ofCase, endedOn: '2026-11-20', askUntil: '2026-12-20' }],
    originals: [{ ...ofCase, paperName: '章程', originals: 2, since: '2026-11-20', overnight: true }],
    copies: [{ ...ofCase, paperName: '租赁合同', verifiedOn: '2026-09-01', ageDays: 84 }],
    tickets: [{ number: 'E018', state: 'waiting', sinceMs: NOW_MS }],
    ...changes,
  });
}

function opened(answer: Answer<'people.page'>) {
  const desk = aSheetDesk({ 'people.page': answer });
  return openSheet(desk, (stores) => <OneNumberScreen stores={stores} />);
}

it('looks a typed number up only once the reason is said, and shows everything that is due', async () => {
  const { desk, user } = opened({ ok: true, value: aPage() });
  const box = screen.getByRole('textbox', { name: '身份证号或信用代码' });
  await user.type(box, '990101199001011234{Enter}');
  expect(askedOf(desk, 'people.page')).toEqual([]);
  await user.selectOptions(screen.getByRole('combobox', { name: '为什么看' }), 'answer-a-question');
  await user.click(screen.getByRole('button', { name: /查看/ }));
  expect(await screen.findByText('李*')).toBeTruthy();
  expect(askedOf(desk, 'people.page')).toEqual([
    { which: { by: 'number', text: '990101199001011234' }, purpose: 'answer-a-question' },
  ]);
  for (const said of [
    '新生儿出生一件事',
    '部分没办成',
    '出生登记（户口）：没办成',
    '社会保障卡申领：等户口登记',
    '容缺：健康证明',
    '11月20日 已过期',
    '补正：缺签名',
    '没有限期',
    '领许可证',
    '章程 2 份',
    '11月20日 起，过夜了',
    '9月1日 核对，84 天前',
    '评到 12月20日',
    '申请人、监护人',
    'E018',
  ]) {
    expect(screen.getByText(said)).toBeTruthy();
  }
  expect(screen.getByText(/理由：答复来问的人，已留痕/)).toBeTruthy();
});

it('opens the case of a line', async () => {
  const { stores, user } = opened({ ok: true, value: aPage() });
  stores.screen.getState().want({
    kind: 'person',
    which: { by: 'card', readingId: 'r-1' },
    purpose: 'serve-at-the-window',
  });
  const owed = await screen.findByRole('list', { name: '要补的' });
  const [first] = within(owed).getAllByRole('button');
  if (first) await user.click(first);
  await waitFor(() => expect(stores.screen.getState().wish).toEqual({ kind: 'case', caseId: CASE_ID }));
  expect(stores.screen.getState().screen).toBe('cases');
});

it('asks why when a number comes from elsewhere, and says why nothing was shown', async () => {
  const { desk, stores, user } = opened({ ok: false, refusal: 'no-certificate-number' });
  stores.screen.getState().want({ kind: 'person', which: { by: 'number', text: '李晓雨' }, purpose: null });
  const reason = await screen.findByRole('combobox', { name: '为什么看' });
  await waitFor(() => expect(document.activeElement).toBe(reason));
  expect(askedOf(desk, 'people.page')).toEqual([]);
  await user.selectOptions(reason, 'handle-a-complaint');
  await user.click(screen.getByRole('button', { name: /查看/ }));
  expect(await screen.findByText('这不是证件号码。请输身份证号或信用代码。')).toBeTruthy();
});

it('says plainly that a number has nothing here, and Esc goes back', async () => {
  const nobody = {
    name: null,
    cases: [],
    bundles: [],
    owed: [],
    pickups: [],
    evaluations: [],
    originals: [],
    copies: [],
    tickets: [],
  };
  const { stores, user } = opened({ ok: true, value: aPage(nobody) });
  stores.screen.getState().want({
    kind: 'person',
    which: { by: 'card', readingId: 'r-1' },
    purpose: 'serve-at-the-window',
  });
  expect((await screen.findByRole('alert')).textContent).toContain('这个号在本窗口没有记录');
  await user.keyboard('{Escape}');
  expect(await screen.findByText('先说是谁')).toBeTruthy();
  await user.keyboard('{Escape}');
  expect(stores.screen.getState().screen).toBe('counter');
});

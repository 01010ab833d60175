// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { CaseId } from '#contract/shapes/case.ts';
import type { QueryLine } from '#contract/shapes/query-log.ts';
import { CasesScreen } from '#renderer/screens/cases/cases-screen.tsx';
import { askedOf } from '../../support/hall-views.ts';
import { aSheetDesk, openSheet } from '../../support/open-sheet.tsx';
import { anAcceptedCase } from '../../support/sheet-views.ts';

const CASE = CaseId.parse('01890000-0000-7000-8000-000000000127');
const line: QueryLine = {
  id: '01890000-0000-7000-8000-000000000001',
  caseId: CASE,
  receiptNumber: null,
  itemNameZh: '住房公积金提取（租房）',
  itemNameEn: 'Housing fund withdrawal for rent',
  about: '李**',
  kind: 'shared-data',
  source: '婚姻登记信息',
  system: '全国婚姻登记系统',
  organ: '民政局',
  fields: ['婚姻状况', '登记日期'],
  paperNameZh: '婚姻证明',
  paperNameEn: 'Proof of marriage',
  purpose: '办理“住房公积金提取（租房）”，核验“婚姻证明”',
  basis: 'law',
  onScreen: false,
  askedAtMs: 1,
  askedBy: '0317',
  answer: 'away',
  trouble: 'slow',
  answeredBy: null,
  saidWrong: false,
};
const counts = { found: 3, 'no-use': 0, away: 1, wrong: 0 };

it('F08: lists the queries of the window by Shift F11, finds them by words, days and outcome, and opens the case', async () => {
  const desk = aSheetDesk({
    'materials.queries': { ok: true, value: { lines: [line], counts } },
    'intake.look': { ok: true, value: anAcceptedCase() },
  });
  const { user } = openSheet(desk, (stores) => <CasesScreen stores={stores} />);
  await user.keyboard('{Shift>}[F11]{/Shift}');
  const dialog = await screen.findByRole('dialog', { name: '证照、数据与身份查询记录' });
  const list = await within(dialog).findByRole('list', { name: '查询' });
  const told = list.textContent ?? '';
  for (const word of [
    '婚姻登记信息',
    '民政局 · 全国婚姻登记系统 · 提供婚姻状况、登记日期',
    '没查成',
    '查 李**',
    '代替“婚姻证明”',
    '依职责',
    '0317',
  ])
    expect(told).toContain(word);
  expect(within(dialog).getByText('共 4 次，列出最近 1 次。写窄些可以找到其余的。')).toBeTruthy();
  const every = { text: '', days: 30, outcome: null, limit: 100 };
  expect(askedOf(desk, 'materials.queries')).toEqual([every]);

  await user.type(within(dialog).getByRole('textbox'), '婚姻{Enter}');
  await waitFor(() => expect(askedOf(desk, 'materials.queries')).toContainEqual({ ...every, text: '婚姻' }));
  await user.selectOptions(within(dialog).getByRole('combobox'), '7');
  await user.click(within(dialog).getByRole('button', { name: /没查成 1/ }));
  await waitFor(() =>
    expect(askedOf(desk, 'materials.queries')).toContainEqual({
      ...every,
      text: '婚姻',
      days: 7,
      outcome: 'away',
    }),
  );
  await user.click(within(list).getByRole('button'));
  await waitFor(() => expect(askedOf(desk, 'intake.look')).toContainEqual({ caseId: CASE }));
  expect(screen.queryByRole('dialog')).toBeNull();
});

const shown: QueryLine = {
  ...line,
  id: '01890000-0000-7000-8000-000000000002',
  caseId: null,
  itemNameZh: null,
  itemNameEn: null,
  about: null,
  kind: 'network-identity',
  source: '',
  system: null,
  organ: null,
  fields: [],
  paperNameZh: null,
  paperNameEn: null,
  purpose: '核验办事人身份',
  basis: 'consent',
  answer: 'code-used',
  trouble: null,
  answeredBy: '示范省网络身份认证平台',
};
const notAsked: QueryLine = {
  ...shown,
  id: '01890000-0000-7000-8000-000000000003',
  caseId: CASE,
  itemNameZh: '个体工商户设立登记',
  itemNameEn: 'Sole trader',
  about: '李**',
  kind: 'recheck',
  source: '人口基本信息',
  system: '人口基础信息库',
  organ: '公安厅',
  basis: 'law',
  askedBy: 'desk',
  answer: 'away',
  trouble: 'not-connected',
  answeredBy: null,
};

it('F08: lists what was asked about identities, a question that was not put, and opens no case where there is none', async () => {
  const desk = aSheetDesk({
    'materials.queries': { ok: true, value: { lines: [shown, notAsked], counts } },
  });
  const { user } = openSheet(desk, (stores) => <CasesScreen stores={stores} />);
  await user.keyboard('{Shift>}[F11]{/Shift}');
  const dialog = await screen.findByRole('dialog');
  const list = await within(dialog).findByRole('list', { name: '查询' });
  const [first, second] = within(list).getAllByRole('button');
  if (!first || !second) throw new Error('not both are listed');
  for (const word of [
    '网证',
    '网络身份认证平台',
    '码用过了',
    '没有办件',
    '查出示网证的人 · 核验身份',
    '本人出示网证码',
  ])
    expect(first.textContent).toContain(word);
  for (const word of [
    '人口基本信息',
    '公安厅 · 人口基础信息库',
    '没问，没接入',
    '查 李**',
    '复核断网时读的证',
    '系统',
  ])
    expect(second.textContent).toContain(word);
  await user.click(first);
  expect(askedOf(desk, 'intake.look')).toEqual([]);
  expect(screen.getByRole('dialog')).toBe(dialog);
});

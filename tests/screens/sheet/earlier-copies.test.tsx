// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { CaseMaterial } from '#contract/shapes/case.ts';
import { Day } from '#contract/shapes/day.ts';
import { CaseSheet } from '#renderer/screens/case/case-sheet.tsx';
import { askedOf } from '../../support/hall-views.ts';
import { aMaterial } from '../../support/item-views.ts';
import { aSheetDesk, openSheet } from '../../support/open-sheet.tsx';
import { aCase, CASE_ID, standings } from '../../support/sheet-views.ts';

const RECEIPT = '990101260101000017';
const WATERMARK = `已与原件核对（2026-11-21 3 号窗口 工号 0317，件号 ${RECEIPT}），仅用于办理“食品经营许可（新办）”`;

async function withPaper(paper: Partial<CaseMaterial>) {
  const missing = paper.route ? [] : ['lease'];
  const materials = [aMaterial('lease', { nameZh: '房屋租赁合同', ...paper })];
  const file = aCase({ materials, missing, outcomes: standings(['receive']) });
  const desk = aSheetDesk({
    'intake.look': { ok: true, value: file },
    'intake.provide': { ok: true, value: file },
    'materials.reuse': { ok: true, value: file },
  });
  const opened = openSheet(desk, (stores) => <CaseSheet stores={stores} />);
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /房屋租赁合同/ })),
  );
  return opened;
}

const earlier: CaseMaterial['earlier'] = {
  caseId: '018f0000-0000-7000-8000-00000000aaaa',
  receiptNumber: RECEIPT,
  itemNameZh: '个体工商户设立登记',
  itemNameEn: 'Trader registration',
  verifiedOn: Day.parse('2026-11-21'),
  ageDays: 3,
  grade: 'B',
};

it('says what the citizen gave before, and takes it by one key', async () => {
  const { desk, user } = await withPaper({ earlier });
  expect(screen.getByText(/交过：个体工商户设立登记.*3 天前.*按 5 复用/)).toBeTruthy();
  await user.keyboard('5');
  await waitFor(() =>
    expect(askedOf(desk, 'materials.reuse')).toEqual([{ caseId: CASE_ID, materialId: 'lease' }]),
  );
});

it('keeps key 5 closed where nothing was given before', async () => {
  const { desk, user } = await withPaper({ earlier: null });
  await user.keyboard('5');
  expect(askedOf(desk, 'materials.reuse')).toEqual([]);
  expect(screen.getByRole('button', { name: /复用.*没交过/s }).getAttribute('aria-disabled')).toBe('true');
});

it('shows the mark of a reused copy, and lets it only be taken back', async () => {
  const reused = { receiptNumber: RECEIPT, watermark: WATERMARK };
  const { desk, user } = await withPaper({ earlier, route: 'reuse', grade: 'B', reused });
  expect(screen.getByText(WATERMARK)).toBeTruthy();
  await user.keyboard('1');
  expect(askedOf(desk, 'intake.provide')).toEqual([]);
  await user.keyboard('9');
  await waitFor(() => expect(askedOf(desk, 'intake.provide')).toMatchObject([{ route: null }]));
});

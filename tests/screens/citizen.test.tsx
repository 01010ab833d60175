// @vitest-environment jsdom
import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Output } from '#contract/calls.ts';
import { Day } from '#contract/shapes/day.ts';
import { Meaning } from '#contract/shapes/form.ts';
import { CitizenWindow } from '#renderer/screens/citizen/citizen-window.tsx';
import { aHallDesk, askedOf } from '../support/hall-views.ts';

const SIGNING = '018f0000-0000-7000-8000-00000000abcd';

function aView(named: Partial<Output<'citizen.view'>> = {}): Output<'citizen.view'> {
  return {
    hallName: '示范县政务服务中心',
    hallNameEn: 'Shifan County Service Hall',
    hallPhone: '0000-0000000',
    window: 3,
    serving: null,
    paper: null,
    consent: null,
    rating: null,
    ...named,
  };
}

const paper = {
  signingId: SIGNING,
  signer: '申请人或代理人签收',
  kind: 'correction',
  title: '一次性告知书',
  organ: '示范县市场监督管理局',
  rows: [{ label: '事项', value: '个体工商户设立登记' }],
  paragraphs: ['李晓雨：', '现将需要补正的全部内容一次告知如下。'],
  table: { head: ['材料'], rows: [['申请书']] },
} satisfies Output<'citizen.view'>['paper'];

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    },
  );
});

async function open(view: Output<'citizen.view'>) {
  const desk = aHallDesk();
  desk.answer({
    'citizen.view': { ok: true, value: view },
    'citizen.sign': { ok: true, value: {} },
    'citizen.object': { ok: true, value: {} },
    'citizen.consent': { ok: true, value: {} },
    'citizen.rate': { ok: true, value: {} },
    'citizen.skip-rating': { ok: true, value: {} },
  });
  render(<CitizenWindow desk={desk} />);
  await screen.findByText(/3 号窗口/);
  return desk;
}

function write(pad: HTMLElement): void {
  pad.setPointerCapture = () => {};
  pad.getBoundingClientRect = () => new DOMRect(0, 0, 500, 200);
  fireEvent.pointerDown(pad, { clientX: 50, clientY: 50, pointerId: 1 });
  fireEvent.pointerMove(pad, { clientX: 300, clientY: 60, pointerId: 1 });
  fireEvent.pointerUp(pad, { pointerId: 1 });
  fireEvent.pointerMove(pad, { clientX: 400, clientY: 190, pointerId: 1 });
}

it('asks to sit down while nobody is served, and names nobody', async () => {
  await open(aView());
  expect(screen.getByText('请在窗口就座')).toBeDefined();
});

it('shows who is served by a masked name and what for', async () => {
  const day = Day.parse('2026-12-04');
  const items = [
    { nameZh: '社会保障卡申领', nameEn: 'Social security card', state: 'in-review' as const, day },
  ];
  await open(aView({ serving: { ticketNumber: 'A001', applicantName: '李*', items } }));
  expect(screen.getByText('李*')).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'EN' }));
  expect(screen.getByText('Social security card')).toBeDefined();
  expect(screen.getByText(/The department is looking at it.*It decides by 4 Dec/)).toBeDefined();
});

it('sends what the pen wrote on the pad, and nothing after it was lifted', async () => {
  const desk = await open(
    aView({
      paper: {
        ...paper,
        rows: [...paper.rows],
        paragraphs: [...paper.paragraphs],
        table: { head: ['材料'], rows: [['申请书']] },
      },
    }),
  );
  const done = screen.getByRole('button', { name: '签好了' });
  expect(done).toHaveProperty('disabled', true);
  write(screen.getByLabelText('用手指或笔'));
  desk.answer({ 'citizen.view': { ok: true, value: aView() } });
  await userEvent.click(done);
  expect(askedOf(desk, 'citizen.sign')).toEqual([
    {
      signingId: SIGNING,
      strokes: [
        [
          { x: 100, y: 100 },
          { x: 600, y: 120 },
        ],
      ],
    },
  ]);
  await screen.findByText('签好了，谢谢');
  expect(screen.queryByText('一次性告知书')).toBeNull();
});

it('can be written again, and says to the clerk that something is wrong', async () => {
  const desk = await open(
    aView({ paper: { ...paper, rows: [...paper.rows], paragraphs: [...paper.paragraphs], table: null } }),
  );
  write(screen.getByLabelText('用手指或笔'));
  await userEvent.click(screen.getByRole('button', { name: '重写' }));
  expect(screen.getByRole('button', { name: '签好了' })).toHaveProperty('disabled', true);
  await userEvent.click(screen.getByRole('button', { name: '有地方不对' }));
  expect(askedOf(desk, 'citizen.object')).toEqual([{ signingId: SIGNING, wrong: [] }]);
  await screen.findByText('已经告诉窗口');
});

it('looks again when it is told that something changed', async () => {
  const desk = await open(aView());
  desk.answer({
    'citizen.view': {
      ok: true,
      value: aView({ serving: { ticketNumber: 'A002', applicantName: null, items: [] } }),
    },
  });
  await act(async () => desk.say('citizen.changed', {}));
  expect(await screen.findByText('请出示证件')).toBeDefined();
});

it.each([
  ['同意', true],
  ['不同意', false],
])('asks whether a licence may be looked up and what for: %s', async (name, agrees) => {
  const consent = {
    consentId: SIGNING,
    kind: 'licence',
    what: '结婚证',
    purpose: '办理“住房公积金提取（租房）”，核验“婚姻状况证明”',
    itemNameZh: '住房公积金提取（租房）',
    itemNameEn: 'Housing fund withdrawal (rent)',
  } as const;
  const desk = await open(aView({ consent }));
  expect(screen.getByRole('heading', { name: '可以查您的电子证照“结婚证”吗' })).toBeTruthy();
  expect(screen.getByText(consent.purpose)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name }));
  expect(askedOf(desk, 'citizen.consent')).toEqual([{ consentId: SIGNING, agrees }]);
});

it('shows an application form part by part in either language, and takes the lines that are wrong to the clerk', async () => {
  const line = (meaning: string, labelZh: string, labelEn: string, shown: string) => ({
    meaning: Meaning.parse(meaning),
    labelZh,
    labelEn,
    shownZh: shown,
    shownEn: shown,
    source: 'by-hand' as const,
    asOf: Day.parse('2026-11-24'),
  });
  const form = {
    ...paper,
    kind: 'application-form' as const,
    title: '申请表',
    sections: [
      { labelZh: '经营者', labelEn: 'Owner', lines: [line('owner.name', '姓名', 'Name', '李晓雨')] },
      { labelZh: '场所', labelEn: 'Premises', lines: [line('premises.area', '面积', 'Area', '86')] },
    ],
  } satisfies Output<'citizen.view'>['paper'];
  const desk = await open(aView({ paper: form }));
  expect(screen.getByText('第 1 部分，共 2 部分')).toBeDefined();
  expect(screen.queryByText('面积')).toBeNull();
  write(screen.getByLabelText('用手指或笔'));
  // Not every part was seen.
  expect(screen.getByRole('button', { name: '签好了' })).toHaveProperty('disabled', true);
  await userEvent.click(screen.getByRole('button', { name: '下一页' }));
  expect(screen.getByRole('button', { name: '签好了' })).toHaveProperty('disabled', false);
  await userEvent.click(screen.getByRole('button', { name: /面积/ }));
  expect(screen.getByRole('button', { name: '签好了' })).toHaveProperty('disabled', true);
  await userEvent.click(screen.getByRole('button', { name: 'EN' }));
  expect(screen.getByText('Area')).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: /1 not right/ }));
  expect(askedOf(desk, 'citizen.object')).toEqual([{ signingId: SIGNING, wrong: ['premises.area'] }]);
});

describe('F24 "rate it"', () => {
  const rating = { offerId: SIGNING, items: [{ nameZh: '社会保障卡申领', nameEn: 'Social security card' }] };

  it('shows five answers of one look, none chosen before, and one touch is enough', async () => {
    const desk = await open(aView({ rating }));
    const levels = ['非常满意', '满意', '基本满意', '不满意', '非常不满意'].map((name) =>
      screen.getByRole('button', { name }),
    );
    expect(new Set(levels.map((button) => button.className)).size).toBe(1);
    expect(levels.some((button) => button.hasAttribute('aria-pressed'))).toBe(false);
    desk.answer({ 'citizen.view': { ok: true, value: aView() } });
    await userEvent.click(screen.getByRole('button', { name: '基本满意' }));
    expect(askedOf(desk, 'citizen.rate')).toEqual([{ offerId: SIGNING, level: 'fair', reasons: [] }]);
    expect(await screen.findByText('收到您的评价，谢谢')).toBeDefined();
  });

  it('asks why when it was bad, and stays while the citizen thinks', async () => {
    const desk = await open(aView({ rating }));
    await userEvent.click(screen.getByRole('button', { name: '不满意' }));
    desk.answer({ 'citizen.view': { ok: true, value: aView() } });
    await act(async () => desk.say('citizen.changed', {}));
    expect(screen.getByRole('button', { name: '提交' })).toHaveProperty('disabled', true);
    await userEvent.click(screen.getByRole('button', { name: '等得太久' }));
    await userEvent.click(screen.getByRole('button', { name: '提交' }));
    expect(askedOf(desk, 'citizen.rate')).toEqual([{ offerId: SIGNING, level: 'bad', reasons: ['waited'] }]);
  });

  it('can be left without an answer', async () => {
    const desk = await open(aView({ rating }));
    desk.answer({ 'citizen.view': { ok: true, value: aView() } });
    await userEvent.click(screen.getByRole('button', { name: '不评价' }));
    expect(askedOf(desk, 'citizen.skip-rating')).toEqual([{ offerId: SIGNING }]);
    expect(screen.getByText('请在窗口就座')).toBeDefined();
  });
});

// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Answer } from '#contract/calls.ts';
import type { CaseMaterial } from '#contract/shapes/case.ts';
import { Day } from '#contract/shapes/day.ts';
import type { MaterialQuery } from '#contract/shapes/material.ts';
import { CaseSheet } from '#renderer/screens/case/case-sheet.tsx';
import { askedOf } from '../../support/hall-views.ts';
import { aMaterial } from '../../support/item-views.ts';
import { aSheetDesk, openSheet } from '../../support/open-sheet.tsx';
import { aCase, CASE_ID, NOW_MS, standings } from '../../support/sheet-views.ts';

const LOOKUP: CaseMaterial['lookup'] = {
  licence: '结婚证',
  query: 'civil.marriage',
  connected: true,
  source: {
    nameZh: '婚姻登记信息',
    system: '婚姻登记管理系统',
    organ: '民政部',
    fields: ['婚姻状况', '配偶姓名'],
    connected: true,
  },
};

function aQuery(changes: Partial<MaterialQuery> = {}): MaterialQuery {
  return {
    id: '018f0000-0000-7000-8000-00000000bbbb',
    kind: 'licence',
    what: '结婚证',
    purpose: '办理“食品经营许可（新办）”，核验“结婚证”',
    basis: 'consent',
    consentId: null,
    askedAtMs: NOW_MS,
    askedBy: '0317',
    answer: 'found',
    trouble: null,
    answeredBy: '示范省电子证照库',
    level: '2',
    identifier: '1.2.156.3005.2.11100000000000000A001.11990101990000017G.9901010000001.001.A',
    checkHolds: false,
    issuer: '示范县民政局',
    status: '01',
    holder: '李*',
    validTo: null,
    asOf: null,
    fields: [{ nameZh: '证照号码', value: '9901**********4023' }],
    flags: [{ code: '01', say: '上次的承诺还没核查', since: Day.parse('2026-10-12') }],
    saidWrong: null,
    ...changes,
  };
}

async function withPaper(paper: Partial<CaseMaterial>, query?: () => Promise<Answer<'materials.query'>>) {
  const materials = [aMaterial('marriage', { nameZh: '结婚证', lookup: LOOKUP, ...paper })];
  const file = aCase({
    materials,
    missing: paper.route ? [] : ['marriage'],
    outcomes: standings(['receive']),
  });
  const desk = aSheetDesk({
    'intake.look': { ok: true, value: file },
    'intake.provide': { ok: true, value: file },
    'materials.query': query ?? { ok: true, value: file },
    'materials.ask-consent': { ok: true, value: file },
    'materials.recheck': { ok: true, value: file },
    'materials.say-wrong': { ok: true, value: file },
  });
  const opened = openSheet(desk, (stores) => <CaseSheet stores={stores} />);
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /^1.*结婚证/ })),
  );
  return opened;
}

it('asks nothing before the clerk has said on what basis, and shows what for', async () => {
  const { desk, user } = await withPaper({});
  await user.keyboard('4');
  expect(screen.getByText(/查“婚姻登记信息”（婚姻登记管理系统）/)).toBeTruthy();
  expect(screen.getByText(/只取：婚姻状况、配偶姓名/)).toBeTruthy();
  expect(screen.getByText(/用途：办理“食品经营许可（新办）”，核验“结婚证”/)).toBeTruthy();
  expect(askedOf(desk, 'materials.query')).toEqual([]);
  await user.keyboard('{Escape}');
  expect(screen.queryByText(/用途/)).toBeNull();
  await user.keyboard('l');
  expect(askedOf(desk, 'materials.query')).toEqual([]);

  await user.keyboard('3');
  await user.keyboard('y');
  await waitFor(() =>
    expect(askedOf(desk, 'materials.query')).toEqual([
      { caseId: CASE_ID, materialId: 'marriage', kind: 'licence', basis: 'consent', identifier: null },
    ]),
  );
});

it('lets the clerk go on while a source is asked, and says how long it takes', async () => {
  const answer = Promise.withResolvers<Answer<'materials.query'>>();
  const { desk, user } = await withPaper({}, () => answer.promise);
  await user.keyboard('4l');
  expect(await screen.findByText(/正在查，2 秒/)).toBeTruthy();
  await user.keyboard('1');
  await waitFor(() => expect(askedOf(desk, 'intake.provide')).toMatchObject([{ route: 'paper' }]));
  answer.resolve({ ok: false, refusal: 'already-decided' });
  expect(await screen.findByText(/这件已作出决定/)).toBeTruthy();
});

it('shows what was found, by whom, on what basis, and what supervision says', async () => {
  await withPaper({ route: 'licence', grade: 'A', query: aQuery() });
  expect(screen.getByText('查到：李*，证照号码 9901**********4023')).toBeTruthy();
  expect(screen.getByText('长期有效')).toBeTruthy();
  expect(screen.getByText('标识校验位不对，请与原件核对')).toBeTruthy();
  const flag = screen.getByText('监管提示 承诺待核查：上次的承诺还没核查（10月12日）');
  expect(flag.closest('.supervision')).toBeTruthy();
  expect(
    screen.getByText(/示范省电子证照库（省级） 11月24日 09:40 答复 · 工号 0317 .*查 · 本人同意/),
  ).toBeTruthy();
});

it.each<[string, Partial<MaterialQuery>, RegExp]>([
  ['revoked', { answer: 'not-valid', status: '03' }, /证照已失效，不能用。已吊销/],
  [
    'ended',
    { answer: 'not-valid', validTo: Day.parse('2025-12-31') },
    /证照已失效，不能用。2025年12月31日 到期/,
  ],
  ['of a status nobody knows', { answer: 'not-valid', status: '88' }, /状态代码 88/],
  ['of another', { answer: 'other-holder', holder: '王*' }, /证照不是申请人的.*持证人是 王\*/],
  ['not there', { answer: 'not-found' }, /没查到，收纸质/],
  [
    'out of reach',
    { answer: 'away', trouble: 'away', answeredBy: null },
    /断网，没查成。收纸质（1）或容缺（7），恢复后复查/,
  ],
  ['late', { answer: 'away', trouble: 'slow', answeredBy: null }, /没等到答复/],
  ['not connected', { answer: 'away', trouble: 'not-connected', answeredBy: null }, /没有接入，收纸质/],
])('says plainly when it is %s', async (_, changes, said) => {
  await withPaper({ query: aQuery({ flags: [], ...changes }) });
  expect(screen.getByText(said)).toBeTruthy();
});

it('keeps 4 closed where the system is not connected, and says which', async () => {
  const source = LOOKUP.source && { ...LOOKUP.source, connected: false };
  const { desk, user } = await withPaper({ lookup: { ...LOOKUP, source } });
  const choice = screen.getByRole('button', { name: /数据.*没接入/s });
  expect(choice.getAttribute('aria-disabled')).toBe('true');
  expect(choice.dataset['why']).toBe('婚姻登记管理系统没有接入，收纸质');
  await user.keyboard('4l');
  expect(askedOf(desk, 'materials.query')).toEqual([]);
});

it('offers to ask again what was away, by its key', async () => {
  const { desk, user } = await withPaper({
    route: 'paper',
    recheck: true,
    query: aQuery({ answer: 'away', trouble: 'away', answeredBy: null }),
  });
  expect(screen.getByRole('button', { name: /复查 1 份/ })).toBeTruthy();
  await user.keyboard('{Control>}f{/Control}');
  await waitFor(() => expect(askedOf(desk, 'materials.recheck')).toEqual([{ caseId: CASE_ID }]));
});

it('W says what is wrong with an answer, and the focus goes back to the paper', async () => {
  const { desk, user } = await withPaper({ route: 'licence', grade: 'A', query: aQuery({ flags: [] }) });
  await user.keyboard('w');
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /哪里不对/ }));
  await user.keyboard('错{Enter}');
  expect(askedOf(desk, 'materials.say-wrong')).toEqual([]);
  await user.keyboard('了，已离婚{Enter}');
  await waitFor(() =>
    expect(askedOf(desk, 'materials.say-wrong')).toEqual([
      { caseId: CASE_ID, queryId: aQuery().id, say: '错了，已离婚' },
    ]),
  );
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /^1.*结婚证/ })),
  );
});

it('shows what was reported, and offers to report it no second time', async () => {
  const { user } = await withPaper({ query: aQuery({ flags: [], saidWrong: '已离婚' }) });
  expect(screen.getByText(/已报错：已离婚/)).toBeTruthy();
  await user.keyboard('w');
  expect(screen.queryByRole('textbox', { name: /哪里不对/ })).toBeNull();
});

it('a licence code that is shown is asked for at its paper, which takes the focus', async () => {
  const { desk, user, stores } = await withPaper({});
  const other = aMaterial('form', { nameZh: '申请书' });
  const [marriage] = stores.caseFile.getState().file?.materials ?? [];
  if (!marriage) throw new Error('no paper');
  desk.answer({
    'intake.look': {
      ok: true,
      value: aCase({ materials: [other, marriage], missing: ['form', 'marriage'] }),
    },
  });
  await stores.caseFile.getState().look(aCase().id);
  const form = await screen.findByRole('button', { name: /申请书/ });
  await user.click(form);
  const identifier = '1.2.156.3005.2.11100000000000000A001.11990101990000017G.9901010000001.001.A';
  const wish = { caseId: aCase().id, materialId: 'marriage', kind: 'licence', identifier } as const;
  act(() => stores.sources.getState().propose(wish));
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /^2.*结婚证/ })),
  );
  expect(screen.getByText('按出示的证照码查')).toBeTruthy();
  await user.keyboard('y');
  await waitFor(() =>
    expect(askedOf(desk, 'materials.query')).toMatchObject([{ identifier, basis: 'consent' }]),
  );
});

it('G asks the citizen on their own screen, and a yes asks the source at once', async () => {
  const { desk, user, stores } = await withPaper({});
  await user.keyboard('3g');
  await waitFor(() =>
    expect(askedOf(desk, 'materials.ask-consent')).toEqual([
      { caseId: CASE_ID, materialId: 'marriage', kind: 'licence' },
    ]),
  );
  expect(await screen.findByText(/等群众在屏上点“同意”/)).toBeTruthy();
  const file = stores.caseFile.getState().file;
  const answered = (answer: 'agreed' | 'declined') => ({
    ok: true as const,
    value: aCase({
      ...file,
      materials: file?.materials.map((material) => ({
        ...material,
        consent: { id: aQuery().id, kind: 'licence', answer, askedAtMs: NOW_MS, answeredAtMs: NOW_MS },
      })),
    }),
  });
  desk.answer({ 'intake.look': answered('declined') });
  await act(async () => stores.caseFile.getState().look(aCase().id));
  expect(await screen.findByText(/群众不同意/)).toBeTruthy();
  expect(askedOf(desk, 'materials.query')).toEqual([]);
  desk.answer({ 'intake.look': answered('agreed') });
  await act(async () => stores.caseFile.getState().look(aCase().id));
  await waitFor(() => expect(askedOf(desk, 'materials.query')).toMatchObject([{ basis: 'consent' }]));
});

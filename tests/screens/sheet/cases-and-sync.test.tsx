// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ProgressView } from '#contract/shapes/progress.ts';
import { CasesScreen } from '#renderer/screens/cases/cases-screen.tsx';
import { SyncScreen } from '#renderer/screens/sync/sync-screen.tsx';
import { askedOf } from '../../support/hall-views.ts';
import { aSheetDesk, openSheet } from '../../support/open-sheet.tsx';
import { anAcceptedCase, aNotice, CASE_ID, NOTICE_ID, NOW_MS, RECEIPT } from '../../support/sheet-views.ts';
import { aCaseLine, aDebt, aSyncView } from '../../support/sync-views.ts';

const returned = aDebt({
  state: 'returned',
  attempts: 1,
  because: 'returned',
  platformWords: '<b>经营者证件号不符</b>，请核实后重新报送。',
  offers: ['correct-and-send', 'send-again'],
});

it('searches for cases on Enter only, because looking for a person leaves a trace', async () => {
  const desk = aSheetDesk({ 'intake.find-cases': { ok: true, value: [aCaseLine()] } });
  const { user } = openSheet(desk, (stores) => <CasesScreen stores={stores} />);
  const box = screen.getByRole('textbox', { name: '找办件' });
  await user.type(box, '000127');
  expect(askedOf(desk, 'intake.find-cases')).toEqual([]);
  await user.keyboard('{Enter}');
  expect(await screen.findByText('1 件')).toBeTruthy();
  expect(askedOf(desk, 'intake.find-cases')).toEqual([{ text: '000127', limit: 50 }]);
});

it('says that nothing was found and what to try', async () => {
  const desk = aSheetDesk({ 'intake.find-cases': { ok: true, value: [] } });
  const { user } = openSheet(desk, (stores) => <CasesScreen stores={stores} />);
  await user.type(screen.getByRole('textbox', { name: '找办件' }), 'nobody{Enter}');
  expect((await screen.findByRole('alert')).textContent).toContain('没有找到“nobody”');
});

it('opens a case to look at and prints one of its papers again', async () => {
  const desk = aSheetDesk({
    'intake.find-cases': { ok: true, value: [aCaseLine()] },
    'intake.look': { ok: true, value: anAcceptedCase() },
    'notices.reprint': { ok: true, value: aNotice({ reprints: 1 }) },
  });
  const { user } = openSheet(desk, (stores) => <CasesScreen stores={stores} />);
  await user.type(screen.getByRole('textbox', { name: '找办件' }), '食品{Enter}');
  await user.click(await screen.findByRole('button', { name: /03-000127/ }));
  const detail = await screen.findByRole('region', { name: '食品经营许可（新办）' });
  expect(within(detail).getByText(new RegExp(RECEIPT))).toBeTruthy();
  expect(within(detail).queryByRole('textbox')).toBeNull();
  await user.keyboard('{Control>}p{/Control}');
  await waitFor(() => expect(askedOf(desk, 'notices.reprint')).toEqual([{ noticeId: NOTICE_ID }]));
});

it('prints the line in hand again, chosen with the arrows, and shows the key on it', async () => {
  const second = '019a0000-0000-7000-8000-000000000033';
  const notices = [aNotice(), aNotice({ id: second, kind: 'acceptance' })];
  const desk = aSheetDesk({
    'intake.find-cases': { ok: true, value: [aCaseLine()] },
    'intake.look': { ok: true, value: { ...anAcceptedCase(), notices } },
    'notices.reprint': { ok: true, value: aNotice({ reprints: 1 }) },
  });
  const { user } = openSheet(desk, (stores) => <CasesScreen stores={stores} />);
  await user.keyboard('{Control>}p{/Control}');
  await user.type(screen.getByRole('textbox', { name: '找办件' }), '食品{Enter}');
  await user.click(await screen.findByRole('button', { name: /03-000127/ }));
  const [first, next] = await screen.findAllByRole('button', { name: /^补打/ });
  first?.focus();
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(next);
  expect(next?.textContent).toBe('Ctrl P补打');
  expect(first?.textContent).toBe('补打');
  await user.keyboard('{Control>}p{/Control}');
  await waitFor(() => expect(askedOf(desk, 'notices.reprint')).toEqual([{ noticeId: second }]));
});

it('F24 lists the messages of a case, ends them, and asks by the slip on the citizen’s screen', async () => {
  const view = ProgressView.parse({
    caseId: CASE_ID,
    state: 'accepted',
    acts: [],
    clocks: [],
    pauses: [],
    timeline: [
      {
        seq: 1,
        event: 'accept',
        from: 'draft',
        to: 'accepted',
        atMs: NOW_MS,
        on: '2026-11-24',
        clerk: '0317',
        window: 3,
        supervisor: null,
        notice: null,
        detail: {},
      },
    ],
    owed: [],
    flags: [],
    messages: [
      { about: 'case.accepted', phone: '199****1234', language: 'en', atMs: NOW_MS, state: 'sent' },
      { about: 'case.granted', phone: '199****1234', language: 'en', atMs: NOW_MS, state: 'not-sent' },
    ],
    messagesStopped: false,
    withdrawal: null,
    dueIfResumedToday: null,
    dueIfExtended: null,
    mayExtendBy: 0,
  });
  const desk = aSheetDesk({
    'intake.find-cases': { ok: true, value: [aCaseLine()] },
    'intake.look': { ok: true, value: anAcceptedCase() },
    'progress.look': { ok: true, value: view },
    'progress.stop-messages': { ok: true, value: { ...view, messagesStopped: true } },
    'citizen.rate-by-slip': { ok: false, refusal: 'rated-already' },
  });
  const { user } = openSheet(desk, (stores) => <CasesScreen stores={stores} />);
  await user.type(screen.getByRole('textbox', { name: '找办件' }), '食品{Enter}');
  await user.click(await screen.findByRole('button', { name: /03-000127/ }));
  expect(await screen.findByText('199****1234 英文 · 省平台已收，由平台发送')).toBeTruthy();
  expect(screen.getByText('199****1234 英文 · 上报被退回，没发')).toBeTruthy();
  await user.keyboard('{Alt>}[Comma]{/Alt}');
  await waitFor(() => expect(askedOf(desk, 'progress.stop-messages')).toEqual([{ caseId: CASE_ID }]));
  await user.keyboard('{Shift>}[F12]{/Shift}');
  expect(await screen.findByText(/已经评价过/)).toBeTruthy();
  expect(askedOf(desk, 'citizen.rate-by-slip')).toEqual([{ caseId: CASE_ID }]);
  expect(askedOf(desk, 'citizen.open-screen')).toEqual([]);
});

it('says that everything is sent when nothing is owed', async () => {
  openSheet(aSheetDesk(), (stores) => <SyncScreen stores={stores} />);
  expect(await screen.findByText('都送完了')).toBeTruthy();
  expect(screen.getByText('没有要送的')).toBeTruthy();
});

it("quotes the platform's own words as text and offers what a clerk can do", async () => {
  const view = aSyncView({ owed: 1, owedCases: 1, needsClerk: 1, debts: [returned] });
  const desk = aSheetDesk({
    'sync.view': { ok: true, value: view },
    'sync.send-again': { ok: true, value: aSyncView() },
  });
  const { user } = openSheet(desk, (stores) => <SyncScreen stores={stores} />);
  expect(await screen.findByText('<b>经营者证件号不符</b>，请核实后重新报送。')).toBeTruthy();
  expect(screen.getByText('还欠 1 条，1 件')).toBeTruthy();
  await user.keyboard('[F9]');
  expect(await screen.findByText('都送完了')).toBeTruthy();
  expect(askedOf(desk, 'sync.send-again')).toEqual([{ debtId: returned.id }]);
});

it('opens the case of the chosen debt by Enter', async () => {
  const view = aSyncView({ owed: 1, owedCases: 1, needsClerk: 1, debts: [returned] });
  const desk = aSheetDesk({ 'sync.view': { ok: true, value: view } });
  const { user, stores } = openSheet(desk, (all) => <SyncScreen stores={all} />);
  const row = await screen.findByRole('button', { current: true });
  row.focus();
  await user.keyboard('{Enter}');
  expect(stores.screen.getState()).toMatchObject({
    screen: 'cases',
    wish: { kind: 'case', caseId: returned.caseId },
  });
});

it('does not send again what was not returned', async () => {
  const view = aSyncView({ owed: 1, owedCases: 1, debts: [aDebt({ state: 'unknown', attempts: 3 })] });
  const desk = aSheetDesk({ 'sync.view': { ok: true, value: view } });
  const { user } = openSheet(desk, (stores) => <SyncScreen stores={stores} />);
  await screen.findByText('还欠 1 条，1 件');
  await user.keyboard('[F9]');
  expect(askedOf(desk, 'sync.send-again')).toEqual([]);
});

it('tries the line now on Ctrl+R and says what the line is', async () => {
  const view = aSyncView({ line: 'away', owed: 2, owedCases: 1, debts: [aDebt()] });
  const desk = aSheetDesk({
    'sync.view': { ok: true, value: view },
    'sync.try-now': { ok: true, value: aSyncView() },
  });
  const { user } = openSheet(desk, (stores) => <SyncScreen stores={stores} />);
  expect(await screen.findByText('连不上')).toBeTruthy();
  await user.keyboard('{Control>}r{/Control}');
  expect(await screen.findByText('都送完了')).toBeTruthy();
  expect(askedOf(desk, 'sync.try-now')).toHaveLength(1);
});

it('groups the debts, what waits for a person first', async () => {
  const view = aSyncView({
    owed: 2,
    owedCases: 2,
    needsClerk: 1,
    debts: [aDebt({ id: '019a0000-0000-7000-8000-0000000000d9' }), returned],
  });
  openSheet(aSheetDesk({ 'sync.view': { ok: true, value: view } }), (stores) => (
    <SyncScreen stores={stores} />
  ));
  await screen.findByText('要处理 1');
  const groups = screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);
  expect(groups).toEqual(['要处理 1', '排队 1，每件自己排，互不堵']);
});

it('finds the cases of the person whose card lies on the reader', async () => {
  const desk = aSheetDesk({ 'intake.cases-of-card': { ok: true, value: [aCaseLine()] } });
  const { stores } = openSheet(desk, (made) => <CasesScreen stores={made} />);
  stores.screen.getState().want({ kind: 'cases-of-card', readingId: 'r-1', name: '李*' });
  expect(await screen.findByText('1 件')).toBeTruthy();
  expect(askedOf(desk, 'intake.cases-of-card')).toEqual([{ readingId: 'r-1', limit: 50 }]);
  expect(stores.screen.getState().wish).toBeNull();
});

it('says when the reading of a card may no longer be used', async () => {
  const desk = aSheetDesk({ 'intake.cases-of-card': { ok: false, refusal: 'reading-gone' } });
  const { stores } = openSheet(desk, (made) => <CasesScreen stores={made} />);
  stores.screen.getState().want({ kind: 'cases-of-card', readingId: 'r-1', name: '李*' });
  expect((await screen.findByRole('alert')).textContent).toContain('放');
});

it('shows a debt that was chosen by a code even when its tab is not open, and lets the tab be opened again', async () => {
  const waiting = aDebt({ id: '019a0000-0000-7000-8000-0000000000d2', itemNameZh: '社会保障卡申领' });
  const view = aSyncView({ owed: 2, owedCases: 2, needsClerk: 1, debts: [returned, waiting] });
  const desk = aSheetDesk({ 'sync.view': { ok: true, value: view } });
  const { user, stores } = openSheet(desk, (made) => <SyncScreen stores={made} />);
  const openTab = async () =>
    user.click(await screen.findByRole('button', { name: /^要处理/, pressed: false }));
  await openTab();
  expect(screen.queryByRole('button', { name: /^社会保障卡申领/ })).toBeNull();
  stores.sync.getState().choose(waiting.id);
  expect(await screen.findByRole('button', { name: /^社会保障卡申领/, current: true })).toBeTruthy();
  await openTab();
  expect(screen.queryByRole('button', { name: /^社会保障卡申领/ })).toBeNull();
});

it('F16 marks a case that waits for its identity in the list, on its page and with its debts, until it waits no more', async () => {
  const waits = { identityWait: 'to-ask' } as const;
  const desk = aSheetDesk({
    'intake.find-cases': { ok: true, value: [aCaseLine(waits)] },
    'intake.look': { ok: true, value: { ...anAcceptedCase(), ...waits } },
  });
  const { user } = openSheet(desk, (stores) => <CasesScreen stores={stores} />);
  await user.type(screen.getByRole('textbox', { name: '找办件' }), '食品{Enter}');
  const line = await screen.findByRole('button', { name: /身份待复核/ });
  // Answered while the case is not open: the list hears of it.
  desk.answer({ 'intake.look': { ok: true, value: { ...anAcceptedCase(), identityWait: 'not-connected' } } });
  desk.say('case.changed', { caseId: CASE_ID });
  await waitFor(() => expect(line.textContent).toContain('身份没复核'));
  await user.click(line);
  const detail = await screen.findByRole('region', { name: '食品经营许可（新办）' });
  expect(within(detail).getByText('断网时读的证没有问：人口库没有接入')).toBeTruthy();
  desk.answer({ 'intake.look': { ok: true, value: anAcceptedCase() } });
  desk.say('case.changed', { caseId: CASE_ID });
  await waitFor(() => expect(screen.queryByText(/身份没复核|断网时读的证/)).toBeNull());
});

it('F16 says with a debt what the identity of its case waits for, and reads again when it was answered', async () => {
  const debts = [aDebt({ identityWait: 'unanswered' })];
  const desk = aSheetDesk({ 'sync.view': { ok: true, value: aSyncView({ owed: 1, debts }) } });
  openSheet(desk, (stores) => <SyncScreen stores={stores} />);
  expect(await screen.findByText('身份待复核')).toBeTruthy();
  expect(await screen.findByText('断网时读的证，人口库没有答复，过一会再问')).toBeTruthy();
  desk.answer({ 'sync.view': { ok: true, value: aSyncView({ owed: 1, debts: [aDebt()] }) } });
  desk.say('case.changed', { caseId: CASE_ID });
  await waitFor(() => expect(screen.queryByText(/身份待复核|断网时读的证/)).toBeNull());
});

// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { CaseView } from '#contract/shapes/case.ts';
import { CaseSheet } from '#renderer/screens/case/case-sheet.tsx';
import { decides } from '../../support/decides.ts';
import type { SetDesk } from '../../support/desk.ts';
import { askedOf } from '../../support/hall-views.ts';
import { aSheetDesk, openSheet } from '../../support/open-sheet.tsx';
import { aHit, aMaterial } from '../../support/item-views.ts';
import {
  aCase,
  aFullCase,
  anAcceptedCase,
  aNotice,
  aSlip,
  aVisit,
  CASE_ID,
  standings,
} from '../../support/sheet-views.ts';

async function withCase(file: CaseView, answers: Parameters<SetDesk['answer']>[0] = {}) {
  const desk = aSheetDesk({
    'intake.look': { ok: true, value: file },
    'intake.provide': { ok: true, value: file },
    'notices.look': { ok: true, value: { notice: aNotice(), content: aSlip() } },
    ...answers,
  });
  const opened = openSheet(desk, (stores) => <CaseSheet stores={stores} />);
  await screen.findAllByText(file.item.nameZh);
  await opened.stores.status.getState().look();
  return opened;
}

const row = (name: RegExp) => screen.getByRole('button', { name });

it('names each paper, why it is asked for, and how it came', async () => {
  await withCase(aCase());
  expect(row(/食品经营许可申请书.*必要材料.*收了纸质/s)).toBeTruthy();
  expect(row(/经营者身份证.*身份已核/s)).toBeTruthy();
  expect(row(/食品安全规章制度.*缺.*还没有.*可容缺/s)).toBeTruthy();
  expect(screen.getByText('按情形不用交 1 份：授权委托书')).toBeTruthy();
});

it('starts at the first missing paper and moves with the arrows', async () => {
  const { user } = await withCase(aCase());
  await waitFor(() => expect(document.activeElement).toBe(row(/食品安全规章制度/)));
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(row(/从业人员健康证明/));
});

it('records a paper on key 1: an original that goes back is compared, not counted', async () => {
  const { desk, user } = await withCase(aCase());
  await waitFor(() => expect(document.activeElement).toBe(row(/食品安全规章制度/)));
  await user.keyboard('{ArrowDown}1');
  await waitFor(() =>
    expect(askedOf(desk, 'intake.provide')).toEqual([
      {
        caseId: CASE_ID,
        materialId: 'health',
        route: 'paper',
        originalsTaken: 0,
        copiesTaken: 0,
        checkedAgainstOriginal: true,
      },
    ]),
  );
});

it('takes back on Space that the original was compared', async () => {
  const { desk, user } = await withCase(aCase());
  await waitFor(() => expect(document.activeElement).toBe(row(/食品安全规章制度/)));
  await user.keyboard('{ArrowUp}{ArrowUp}{ArrowUp} ');
  await waitFor(() =>
    expect(askedOf(desk, 'intake.provide')).toMatchObject([
      { materialId: 'form', route: 'paper', originalsTaken: 1, checkedAgainstOriginal: false },
    ]),
  );
});

it('lets a tolerable paper come later, at most two working days before the promised day', async () => {
  const { desk, user } = await withCase(aCase());
  await waitFor(() => expect(document.activeElement).toBe(row(/食品安全规章制度/)));
  await waitFor(() => expect(screen.getByText('12月2日前')).toBeTruthy());
  await user.keyboard('7');
  await waitFor(() =>
    expect(askedOf(desk, 'intake.provide')).toEqual([
      { caseId: CASE_ID, materialId: 'rules', route: 'later', dueOn: '2026-12-02' },
    ]),
  );
});

it('keeps closed ways in their place and says why they are closed', async () => {
  const { desk, user } = await withCase(aCase());
  await waitFor(() => expect(document.activeElement).toBe(row(/食品安全规章制度/)));
  const licence = screen.getByRole('button', { name: /证照/ });
  expect(licence.getAttribute('aria-disabled')).toBe('true');
  expect(licence.title).toBe('这份材料没有对应的电子证照');
  await user.keyboard('3');
  expect(askedOf(desk, 'intake.provide')).toEqual([]);
});

it('ignores digits while a syllable is being composed', async () => {
  const { desk } = await withCase(aCase());
  const paper = row(/食品安全规章制度/);
  fireEvent.keyDown(paper, { key: '1', isComposing: true });
  expect(askedOf(desk, 'intake.provide')).toEqual([]);
  fireEvent.keyDown(paper, { key: '1' });
  await waitFor(() => expect(askedOf(desk, 'intake.provide')).toHaveLength(1));
});

it('keeps its place in the list when news of the case comes', async () => {
  const { desk, user } = await withCase(aCase());
  await waitFor(() => expect(document.activeElement).toBe(row(/食品安全规章制度/)));
  await user.keyboard('{ArrowDown}');
  const here = document.activeElement;
  desk.answer({ 'intake.look': { ok: true, value: aCase({ missing: ['health'] }) } });
  desk.say('case.changed', { caseId: aCase().id });
  await screen.findByText('还缺 1 份');
  expect(document.activeElement).toBe(here);
});

it('says at the act bar what is missing and whom it stops', async () => {
  await withCase(aCase({ outcomes: standings(['correct', 'refuse']) }));
  expect(screen.getByText('还缺食品安全规章制度、从业人员健康证明')).toBeTruthy();
  const accept = screen.getByRole('button', { name: /^F9/ });
  expect(accept.getAttribute('aria-disabled')).toBe('true');
});

it('accepts on F9, and shows the paper, the words to say and the proof line', async () => {
  const accepted = anAcceptedCase();
  const { desk, user } = await withCase(aFullCase());
  decides(desk, accepted);
  expect(screen.getByText(/今天受理，12月4日前决定/)).toBeTruthy();
  await user.keyboard('[F9]');
  expect(await screen.findByText('已受理，凭证已存好')).toBeTruthy();
  expect(askedOf(desk, 'intake.accept')).toEqual([{ caseId: CASE_ID }]);
  const slip = await screen.findByRole('figure', { name: '收件凭证' });
  expect(within(slip).getByText(/证件尾号 1234/)).toBeTruthy();
  expect(screen.getByText('受理了。最迟 12月4日有结果。不用再来。')).toBeTruthy();
  const proof = screen.getByRole('list', { name: '证明线' });
  expect(within(proof).getByText('省平台还没收到')).toBeTruthy();
});

it('shows the sentence of a refusal and keeps the case as it was', async () => {
  const { user } = await withCase(aFullCase(), {
    'intake.accept': { ok: false, refusal: 'identity-unconfirmed' },
  });
  await user.keyboard('[F9]');
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).not.toBe('');
  expect(screen.getByText('材料齐了，可以受理')).toBeTruthy();
});

it('asks before it only receives with papers missing', async () => {
  const { desk, user } = await withCase(aCase());
  decides(desk, anAcceptedCase({ state: 'received', acceptedOn: null }));
  await user.keyboard('[F9]');
  expect(await screen.findByRole('dialog', { name: '材料没齐，只收件？' })).toBeTruthy();
  expect(askedOf(desk, 'intake.receive')).toEqual([]);
  await user.keyboard('{Enter}');
  expect(await screen.findByText('已收件，凭证已存好')).toBeTruthy();
});

it('receives without asking what only its own department may accept', async () => {
  const received = anAcceptedCase({ state: 'received', acceptedOn: null });
  const { desk, user } = await withCase(
    aFullCase({ outcomes: standings(['receive', 'refuse'], 'department-seat-only') }),
  );
  decides(desk, received);
  await user.keyboard('[F9]');
  await screen.findByText('已收件，凭证已存好');
  expect(askedOf(desk, 'intake.receive')).toHaveLength(1);
});

it('lists every missing paper for the one-time notice, ready to send on Enter', async () => {
  const { desk, user } = await withCase(aCase());
  decides(desk, anAcceptedCase({ state: 'awaiting-correction' }));
  await user.keyboard('[F10]');
  await screen.findByRole('dialog', { name: '一次性告知补正' });
  await user.keyboard('{Enter}');
  await waitFor(() =>
    expect(askedOf(desk, 'intake.correct')).toEqual([
      {
        caseId: CASE_ID,
        list: [
          { materialId: 'rules', say: '补交食品安全规章制度（原件 1 份）' },
          { materialId: 'health', say: '补交从业人员健康证明（原件 1 份）' },
        ],
        second: null,
      },
    ]),
  );
});

it('Alt+Ins adds a line to the notice and goes on to type in it', async () => {
  const { desk, user } = await withCase(aCase());
  decides(desk, anAcceptedCase({ state: 'awaiting-correction' }));
  await user.keyboard('[F10]');
  const dialog = await screen.findByRole('dialog', { name: '一次性告知补正' });
  const before = within(dialog).getAllByRole('textbox').length;
  expect(within(dialog).getByRole('button', { name: /加一行/ }).textContent).toContain('Alt Ins');
  fireEvent.keyDown(window, { key: 'Insert', code: 'Insert', altKey: true });
  await waitFor(() => expect(within(dialog).getAllByRole('textbox')).toHaveLength(before + 1));
  await user.keyboard('经营场所的房东签字{Enter}');
  await waitFor(() => {
    const list = expect.arrayContaining([{ materialId: null, say: '经营场所的房东签字' }]);
    expect(askedOf(desk, 'intake.correct')).toMatchObject([{ list }]);
  });
});

it('refuses with a reason of the law and words for the citizen', async () => {
  const { desk, user } = await withCase(aCase());
  decides(desk, anAcceptedCase({ state: 'refused' }));
  await user.keyboard('[F11]');
  await screen.findByRole('dialog', { name: '不予受理' });
  await user.keyboard('3{Enter}');
  await user.keyboard('经营者未满十八岁{Enter}');
  await waitFor(() =>
    expect(askedOf(desk, 'intake.refuse')).toEqual([
      { caseId: CASE_ID, reason: 'applicant-not-eligible', say: '经营者未满十八岁' },
    ]),
  );
});

it('finds an item while typing and opens it on Enter, its questions first', async () => {
  const opened = aCase({ answers: {}, materials: [aMaterial('form')] });
  const desk = aSheetDesk({
    'intake.visit': { ok: true, value: aVisit() },
    'intake.find-item': { ok: true, value: [aHit(), aHit({ code: 'X2', nameZh: '食品经营许可（变更）' })] },
    'intake.open': { ok: true, value: opened },
    'intake.answer': { ok: true, value: aCase({ answers: { mode: 'cook' } }) },
  });
  const { user } = openSheet(desk, (stores) => <CaseSheet stores={stores} />);
  await screen.findByText('新办件');
  await user.keyboard('{Alt>}[Digit2]{/Alt}');
  await user.type(await screen.findByRole('textbox', { name: '找事项' }), 'spjy');
  await screen.findByText('食品经营许可（变更）');
  await user.keyboard('{ArrowDown}{Enter}');
  await waitFor(() => expect(askedOf(desk, 'intake.open')).toMatchObject([{ itemCode: 'X2' }]));

  await screen.findByText('经营什么？');
  await user.keyboard('2');
  await waitFor(() =>
    expect(askedOf(desk, 'intake.answer')).toEqual([
      { caseId: CASE_ID, situationId: 'mode', optionId: 'cook' },
    ]),
  );
});

it('says when a search finds nothing', async () => {
  const desk = aSheetDesk({
    'intake.visit': { ok: true, value: aVisit() },
    'intake.find-item': { ok: true, value: [] },
  });
  const { user } = openSheet(desk, (stores) => <CaseSheet stores={stores} />);
  await screen.findByText('新办件');
  await user.keyboard('{Alt>}[Digit2]{/Alt}');
  await user.type(await screen.findByRole('textbox', { name: '找事项' }), 'qqq');
  expect(await screen.findByText('没有“qqq”。换个说法，或只打首字母')).toBeTruthy();
});

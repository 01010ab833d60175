// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { calls } from '#contract/calls.ts';
import { Day } from '#contract/shapes/day.ts';
import { NoticeId } from '#contract/shapes/notice.ts';
import { HelpListsKey } from '#renderer/screens/help/help-lists.tsx';
import { HelperKey } from '#renderer/screens/help/helper-key.tsx';
import { askedOf } from '../../support/hall-views.ts';
import { aSheetDesk, openSheet } from '../../support/open-sheet.tsx';
import { aVisit, CASE_ID, NOW_MS, RECEIPT } from '../../support/sheet-views.ts';

const helper = { name: '吴示范', badge: 'V0007', point: '新光村便民服务点' };
const { id: visitId } = aVisit();
const PAPER = '019a0000-0000-7000-8000-0000000000c2';

it('F42 writes a helper down with the citizen’s signed consent, and adds what they did', async () => {
  const desk = aSheetDesk({
    'help.look': { ok: true, value: { help: null } },
    'help.save': { ok: false, refusal: 'consent-unseen' },
  });
  const { user } = openSheet(desk, (stores) => (
    <HelperKey stores={stores} visitId={visitId} today={Day.parse('2026-11-24')} itemCode={null} />
  ));
  await user.keyboard('{Alt>}[Semicolon]{/Alt}');
  await user.type(await screen.findByLabelText('帮办员姓名'), helper.name);
  await user.type(screen.getByLabelText('工作证号'), helper.badge);
  await user.type(screen.getByLabelText('服务点'), `${helper.point}{Enter}`);
  expect(await screen.findByText(/还没有签好的帮办同意书/)).toBeTruthy();
  expect(askedOf(desk, 'help.save')).toEqual([
    {
      visitId,
      mode: 'assist',
      helper,
      consent: { on: '2026-11-24', until: '2026-11-24', items: [], originalSeen: false },
    },
  ]);

  const consent = {
    on: Day.parse('2026-11-24'),
    until: Day.parse('2026-11-30'),
    items: [],
    originalSeen: true,
    paper: null,
  };
  const help = { mode: 'stand-in' as const, helper, consent, did: [] };
  desk.answer({
    'help.save': { ok: true, value: { help } },
    'help.look': { ok: true, value: { help } },
    'help.note': { ok: true, value: { help } },
  });
  await user.click(screen.getByLabelText('看过群众签字的同意书原件'));
  await user.type(screen.getByLabelText('服务点'), '{Enter}');
  await waitFor(() => expect(screen.queryByLabelText('服务点')).toBeNull());
  act(() => desk.say('visit.changed', { visitId }));
  await user.keyboard('{Alt>}[Semicolon]{/Alt}');
  expect(await screen.findByText('代办：群众没来，同意到 11月30日')).toBeTruthy();
  await user.keyboard('3{Enter}');
  await waitFor(() => expect(askedOf(desk, 'help.note')).toEqual([{ visitId, act: 'bring-papers' }]));
  expect(screen.queryByText('领结果')).toBeNull();
});

it('F42 asks the citizen to sign the consent on their screen, and says how it stands there', async () => {
  const desk = aSheetDesk({
    'help.look': { ok: true, value: { help: null } },
    'help.ask-consent': { ok: true, value: { help: null } },
  });
  const { user } = openSheet(desk, (stores) => (
    <HelperKey stores={stores} visitId={visitId} today={Day.parse('2026-11-24')} itemCode={null} />
  ));
  await user.keyboard('{Alt>}[Semicolon]{/Alt}');
  const ask = await screen.findByRole('button', { name: /请群众在屏上签/ });
  expect(ask.getAttribute('data-why')).toBe('先填完上面的。');
  await user.type(screen.getByLabelText('帮办员姓名'), helper.name);
  await user.type(screen.getByLabelText('工作证号'), helper.badge);
  await user.type(screen.getByLabelText('服务点'), helper.point);
  await user.selectOptions(screen.getByLabelText('方式'), 'stand-in');
  expect(ask.getAttribute('data-why')).toBe('群众没来，签不了。请看纸质同意书。');
  await user.selectOptions(screen.getByLabelText('方式'), 'assist');
  await user.keyboard('{Alt>}[KeyS]{/Alt}');
  await waitFor(() =>
    expect(askedOf(desk, 'help.ask-consent')).toEqual([{ visitId, helper, until: '2026-11-24', items: [] }]),
  );

  const consent = {
    on: Day.parse('2026-11-24'),
    until: Day.parse('2026-11-24'),
    items: [],
    originalSeen: false,
    paper: {
      noticeId: NoticeId.parse(PAPER),
      documentNumber: '同意〔2026〕990101-03-0001号',
      signing: { state: 'on-screen' as const },
    },
  };
  const help = { mode: 'assist' as const, helper, consent, did: [] };
  desk.answer({ 'help.look': { ok: true, value: { help } } });
  act(() => desk.say('visit.changed', { visitId }));
  expect(await screen.findByText(/同意〔2026〕990101-03-0001号 正在群众屏上/)).toBeTruthy();
  expect(screen.queryByText('带来材料')).toBeNull();
});

it('F42 makes one list of a helper’s slips and has it signed for with the badge', async () => {
  const line = {
    caseId: CASE_ID,
    receiptNumber: RECEIPT,
    itemNameZh: '社会保障卡申领',
    itemNameEn: 'Social security card',
    applicantName: '李*',
    state: 'accepted',
    day: '2026-12-04',
  };
  const lists = (value: object) => calls['help.lists'].output.parse({ waiting: [], lists: [], ...value });
  const list = {
    id: '019a0000-0000-7000-8000-0000000000c1',
    helper,
    madeAtMs: NOW_MS,
    madeBy: '0317',
    cases: [line],
    paper: {
      id: PAPER,
      kind: 'help-list',
      documentNumber: '帮办〔2026〕990101-03-0001号',
      issuedAtMs: NOW_MS,
      contentHash: 'a'.repeat(64),
      pdf: { state: 'pressed', sha256: 'b'.repeat(64), bytes: 1, pressedAtMs: NOW_MS },
      reprints: 0,
      signing: { state: 'wanted' },
    },
    taken: null,
  };
  const desk = aSheetDesk({
    'help.lists': { ok: true, value: lists({ waiting: [{ helper, cases: [line] }] }) },
    'help.make-list': { ok: true, value: lists({ lists: [list] }) },
    'help.sign-list': {
      ok: true,
      value: lists({ lists: [{ ...list, taken: { atMs: NOW_MS, clerk: '0317' } }] }),
    },
  });
  const { user } = openSheet(desk, (stores) => <HelpListsKey stores={stores} />);
  await user.keyboard('{Alt>}[Quote]{/Alt}');
  await screen.findByText('出清单 1 件');
  await user.keyboard('{Alt>}[Backslash]{/Alt}');
  expect(askedOf(desk, 'help.make-list')).toEqual([{ badge: helper.badge }]);
  expect(await screen.findByText('帮办〔2026〕990101-03-0001号 · PDF 已存 · 等签名')).toBeTruthy();
  desk.answer({ 'help.lists': { ok: true, value: lists({ lists: [list] }) } });
  await user.keyboard('{Alt>}[KeyS]{/Alt}');
  await waitFor(() => expect(askedOf(desk, 'notices.ask-signature')).toEqual([{ noticeId: PAPER }]));
  await user.type(await screen.findByLabelText('工作证号'), `${helper.badge}{Enter}`);
  expect(await screen.findByText(/已签收/)).toBeTruthy();
  expect(askedOf(desk, 'help.sign-list')).toEqual([{ listId: list.id, badge: helper.badge }]);
});

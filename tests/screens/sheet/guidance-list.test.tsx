// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { CaseSheet } from '#renderer/screens/case/case-sheet.tsx';
import { askedOf } from '../../support/hall-views.ts';
import { aSheetDesk, openSheet } from '../../support/open-sheet.tsx';
import { aNotice, CASE_ID } from '../../support/sheet-views.ts';

const { id: noticeId } = aNotice();
const NUMBER = '告知〔2026〕990101-03-0001号';

it('F01 Shift+F3 makes the list of what to bring from the case in hand, and says when its PDF is there', async () => {
  const desk = aSheetDesk({
    'guidance.print': { ok: true, value: { noticeId, documentNumber: NUMBER } },
    'guidance.print-state': { ok: true, value: { state: 'waiting' } },
  });
  const { user } = openSheet(desk, (stores) => <CaseSheet stores={stores} />);
  await screen.findByRole('button', { name: /出告知单/ });
  await user.keyboard('{Shift>}[F3]{/Shift}');
  await waitFor(() =>
    expect(askedOf(desk, 'guidance.print')).toEqual([{ of: { kind: 'case', caseId: CASE_ID } }]),
  );
  expect(await screen.findByText(`${NUMBER} 正在排版`)).toBeTruthy();
  const pressed = { state: 'pressed', sha256: 'a'.repeat(64), bytes: 9, pressedAtMs: 1 } as const;
  desk.answer({ 'guidance.print-state': { ok: true, value: pressed } });
  desk.say('notice.pressed', { noticeId, caseId: CASE_ID });
  expect(await screen.findByText(`${NUMBER} PDF 已存`)).toBeTruthy();
});

it('says in plain words why there is no list', async () => {
  const desk = aSheetDesk({ 'guidance.print': { ok: false, refusal: 'no-such-case' } });
  const { user } = openSheet(desk, (stores) => <CaseSheet stores={stores} />);
  await screen.findByRole('button', { name: /出告知单/ });
  await user.keyboard('{Shift>}[F3]{/Shift}');
  await waitFor(() => expect(document.querySelector('.guidance-list output')?.textContent).toMatch(/办件/));
});

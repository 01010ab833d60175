// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { CasesScreen } from '#renderer/screens/cases/cases-screen.tsx';
import { askedOf } from '../../support/hall-views.ts';
import { aSheetDesk, openSheet } from '../../support/open-sheet.tsx';
import { anAcceptedCase, CASE_ID } from '../../support/sheet-views.ts';
import { aCaseLine } from '../../support/sync-views.ts';

it('a case of the list that is acted on elsewhere says its new state without another search', async () => {
  const desk = aSheetDesk({ 'intake.find-cases': { ok: true, value: [aCaseLine({ state: 'accepted' })] } });
  const { user } = openSheet(desk, (stores) => <CasesScreen stores={stores} />);
  await user.type(screen.getByRole('textbox', { name: '找办件' }), '食品{Enter}');
  const line = await screen.findByRole('button', { name: /已受理/ });
  desk.answer({ 'intake.look': { ok: true, value: anAcceptedCase({ state: 'ready' }) } });
  desk.say('case.changed', { caseId: CASE_ID });
  await waitFor(() => expect(line.textContent).not.toContain('已受理'));
  expect(askedOf(desk, 'intake.find-cases')).toHaveLength(1);
});

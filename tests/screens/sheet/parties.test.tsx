// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { CaseSheet } from '#renderer/screens/case/case-sheet.tsx';
import type { SetDesk } from '../../support/desk.ts';
import { askedOf } from '../../support/hall-views.ts';
import { aSheetDesk, openSheet } from '../../support/open-sheet.tsx';
import { aParty, aVisit, VISIT_ID } from '../../support/sheet-views.ts';

const role = (name: string, need: string, because: string, named: object = {}) => ({
  role: name,
  need,
  because,
  basis: '民法典第十九条',
  nameZh: null,
  nameEn: null,
  ...named,
});

const ofAChild = [
  role('applicant', 'required', 'applies'),
  role('guardian', 'required', 'child'),
  role('handler', 'open', 'may-be-sent'),
  role('secondSubject', 'open', 'item-may-ask', { nameZh: '另一方父母', nameEn: 'Other parent' }),
];

function atIdentity(visit: object, answers: Parameters<SetDesk['answer']>[0] = {}) {
  const desk = aSheetDesk({ 'intake.visit': { ok: true, value: aVisit(visit) }, ...answers });
  return openSheet(desk, (stores) => <CaseSheet stores={stores} />);
}

it('shows who is still needed as a tab, and says on the rail that they are missing', async () => {
  atIdentity({ roles: ofAChild });
  const tabs = await screen.findAllByRole('tab');
  expect(tabs.map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('申请人'),
    expect.stringContaining('经办人 · 可没有'),
    expect.stringContaining('监护人 · 必须有'),
  ]);
  expect(screen.getByText('还缺监护人')).toBeTruthy();
});

it('adds a party by its key, under the name the item gives it, with the article', async () => {
  const { user } = atIdentity({ roles: ofAChild });
  await screen.findAllByRole('tab');
  await user.keyboard('{Alt>}i{/Alt}');
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText('这个事项可以有（民法典第十九条）')).toBeTruthy();
  await user.keyboard('1{Enter}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const added = screen.getByRole('tab', { name: /另一方父母/ });
  expect(added.getAttribute('aria-selected')).toBe('true');
});

it('keeps what the guardian is to a child, and offers no spouse', async () => {
  const guardian = aParty({ name: '王*' });
  const visit = aVisit({ roles: ofAChild, guardian });
  const { desk, user } = atIdentity(visit, { 'identity.prove-guardian': { ok: true, value: visit } });
  await user.click(await screen.findByRole('tab', { name: /监护人/ }));
  const relation = await screen.findByRole('combobox', { name: '是申请人的' });
  expect(within(relation).queryByRole('option', { name: '配偶' })).toBeNull();
  await user.selectOptions(relation, 'appointed');
  await user.click(screen.getByRole('checkbox', { name: '原件已看' }));
  await user.click(screen.getByRole('button', { name: '记下关系' }));
  await waitFor(() =>
    expect(askedOf(desk, 'identity.prove-guardian')).toEqual([
      {
        visitId: VISIT_ID,
        guardianship: { relation: 'appointed', proof: 'designation', originalSeen: true },
      },
    ]),
  );
});

it("offers another person's card first to whoever is still needed, and to no handler who may not be sent", async () => {
  const { stores } = atIdentity({
    roles: [ofAChild[0], ofAChild[1], role('handler', 'closed', 'comes-in-person')],
  });
  await screen.findAllByRole('tab');
  stores.visit.getState().askAbout({
    phase: 'other-person',
    readingId: 'r-1',
    name: '王*',
    number: '9901**********4321',
    role: 'handler',
    tookMs: 800,
  });
  const dialog = await screen.findByRole('dialog');
  const offered = within(dialog)
    .getAllByRole('button')
    .map(({ textContent }) => textContent);
  expect(offered.join(' ')).toMatch(/填作监护人.*换成申请人/);
  expect(offered.join(' ')).not.toContain('经办人');
});

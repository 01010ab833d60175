// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { CaseSheet } from '#renderer/screens/case/case-sheet.tsx';
import { PersonColumn } from '#renderer/screens/person/person-column.tsx';
import type { SetDesk } from '../../support/desk.ts';
import { askedOf } from '../../support/hall-views.ts';
import { aSheetDesk, openSheet } from '../../support/open-sheet.tsx';
import { aParty, aVisit, VISIT_ID } from '../../support/sheet-views.ts';

function atIdentity(visit = aVisit({ applicant: null }), answers: Parameters<SetDesk['answer']>[0] = {}) {
  const desk = aSheetDesk({
    'intake.visit': { ok: true, value: visit },
    'identity.set-field': { ok: true, value: visit },
    ...answers,
  });
  return openSheet(desk, (stores) => <CaseSheet stores={stores} />);
}

it('asks for the identity card when nobody is known yet', async () => {
  atIdentity();
  expect(await screen.findByText('请放身份证')).toBeTruthy();
});

it('says while the card is read that it must lie still, and what to do when it was not read', async () => {
  const { desk } = atIdentity();
  await screen.findByText('请放身份证');
  const news = { readingId: null, name: null, number: null, role: null, tookMs: null };
  desk.say('identity.card', { ...news, phase: 'reading' });
  expect(await screen.findByText('正在读，别拿开')).toBeTruthy();
  desk.say('identity.card', { ...news, phase: 'lift-and-replace' });
  expect(await screen.findByText('连着 3 次没读成。拿开，擦一下再放')).toBeTruthy();
});

it('saves each typed field and keeps the field itself when news of the visit comes', async () => {
  const { desk, user } = atIdentity();
  const name = await screen.findByRole('textbox', { name: '姓名或名称' });
  await user.type(name, 'Li Ming');
  await waitFor(() => expect(askedOf(desk, 'identity.set-field')).toHaveLength(1));
  desk.answer({
    'intake.visit': {
      ok: true,
      value: aVisit({ applicant: aParty({ source: 'by-hand', verification: 'by-hand' }) }),
    },
  });
  desk.say('visit.changed', { visitId: null });
  await screen.findByRole('tab', { name: /手填/ });
  expect(screen.getByRole('textbox', { name: '姓名或名称' })).toBe(name);
  expect(document.activeElement).toBe(name);
  expect(name).toHaveProperty('value', 'Li Ming');
});

it('shows a saved value masked and never as text that could be saved back', async () => {
  const { desk, user } = atIdentity(
    aVisit({ applicant: aParty({ source: 'by-hand', verification: 'by-hand' }) }),
    { 'identity.reveal': { ok: true, value: { value: '13800001234' } } },
  );
  const phone = await screen.findByRole('textbox', { name: '手机' });
  expect(phone).toHaveProperty('value', '');
  expect(phone).toHaveProperty('placeholder', '138****1234');

  const rows = screen.getAllByRole('button', { name: '取回来改' });
  await user.click(rows[2] ?? phone);
  await waitFor(() => expect(phone).toHaveProperty('value', '13800001234'));
  expect(askedOf(desk, 'identity.reveal')).toEqual([
    { visitId: VISIT_ID, role: 'applicant', field: 'phone', purpose: 'correct-a-value' },
  ]);
});

it('does not let a value from the chip be typed over', async () => {
  atIdentity(aVisit());
  const number = await screen.findByRole('textbox', { name: '证件号码' });
  expect(number).toHaveProperty('readOnly', true);
});

it('puts an objection beside its field and goes on only with a written reason', async () => {
  const objection = { field: 'validTo', problem: 'card-expired', blocks: true, overriddenBecause: null };
  const { desk, user } = atIdentity(aVisit({ applicant: aParty({ objections: [objection] }) }), {
    'identity.override': { ok: true, value: aVisit() },
  });
  expect(await screen.findByText('证件已过期。收临时身份证或户口簿')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '仍要办' }));
  await user.keyboard('太短{Enter}');
  expect(askedOf(desk, 'identity.override')).toEqual([]);
  await user.keyboard('，收了临时身份证{Enter}');
  await waitFor(() =>
    expect(askedOf(desk, 'identity.override')).toEqual([
      { visitId: VISIT_ID, role: 'applicant', field: 'validTo', reason: '太短，收了临时身份证' },
    ]),
  );
});

it('asks whose place the card of another person takes, and leaves everything on Esc', async () => {
  const { desk, user, stores } = atIdentity(aVisit());
  await screen.findByText('芯片没有的，补在这里');
  stores.visit.getState().askAbout({
    phase: 'other-person',
    readingId: 'r-1',
    name: '王*',
    number: '9901**********4321',
    role: null,
    tookMs: 800,
  });
  expect(await screen.findByRole('dialog', { name: '放的是王*的证，和李*不同。填给谁？' })).toBeTruthy();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(askedOf(desk, 'identity.use-card')).toEqual([]);
});

it('shows a whole number only while the eye is pressed, and asks the desk for it each time', async () => {
  const desk = aSheetDesk({
    'intake.visit': { ok: true, value: aVisit() },
    'identity.reveal': { ok: true, value: { value: '990101199001011234' } },
  });
  const { stores } = openSheet(desk, (made) => <PersonColumn stores={made} />);
  await stores.visit.getState().read();
  const eye = await screen.findByRole('button', { name: '按住看全号，会留痕' });
  expect(screen.queryByText('990101199001011234')).toBeNull();
  fireEvent.pointerDown(eye);
  expect(await screen.findByText('990101199001011234')).toBeTruthy();
  fireEvent.pointerUp(eye);
  expect(screen.queryByText('990101199001011234')).toBeNull();
  expect(askedOf(desk, 'identity.reveal')).toEqual([
    { visitId: VISIT_ID, role: 'applicant', field: 'certificateNumber', purpose: 'compare-with-paper' },
  ]);
});

it('marks how the person was proved', async () => {
  const expired = { field: 'validTo', problem: 'card-expired', blocks: true, overriddenBecause: null };
  for (const [changes, words] of [
    [{}, '芯片已核'],
    [{ verification: 'unconfirmed', confirmedAtMs: null }, '芯片待复核'],
    [{ objections: [expired] }, '证件已过期'],
  ] as const) {
    const desk = aSheetDesk({ 'intake.visit': { ok: true, value: aVisit({ applicant: aParty(changes) }) } });
    const { stores } = openSheet(desk, (made) => <PersonColumn stores={made} />);
    await stores.visit.getState().read();
    await waitFor(() => {
      const marks = Array.from(document.querySelectorAll('.mark'), (mark) => mark.textContent);
      expect(marks.at(-1)).toBe(words);
    });
  }
});

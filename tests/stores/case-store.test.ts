import { expect, it } from 'vitest';
import { createCaseStore } from '#renderer/stores/case-store.ts';
import { decides } from '../support/decides.ts';
import { deskThatAnswers } from '../support/desk.ts';
import { askedOf } from '../support/hall-views.ts';
import { aCase, aFullCase, anAcceptedCase, aVisit, aVisitCase } from '../support/sheet-views.ts';

async function withDraft(answers: Parameters<typeof deskThatAnswers>[0] = {}) {
  const desk = deskThatAnswers({
    'intake.look': { ok: true, value: aCase() },
    'intake.provide': { ok: true, value: aCase() },
    ...answers,
  });
  const store = createCaseStore(desk);
  await store.getState().follow(aVisit({ cases: [aVisitCase] }));
  return { desk, store };
}

it('looks again after an accept that got no answer, and shows the case as the desk holds it', async () => {
  const { desk, store } = await withDraft({ 'intake.look': { ok: true, value: aFullCase() } });
  desk.answer({
    'intake.accept': () => {
      throw new Error('no answer to intake.accept');
    },
    'intake.look': { ok: true, value: anAcceptedCase() },
  });
  await store.getState().accept();
  expect(store.getState().file?.state).toBe('accepted');
  expect(store.getState().step).toBe('result');
});

it('stays at the papers when the accept without an answer did not happen', async () => {
  const { desk, store } = await withDraft({ 'intake.look': { ok: true, value: aFullCase() } });
  desk.answer({
    'intake.accept': () => {
      throw new Error('no answer to intake.accept');
    },
  });
  await store.getState().accept();
  expect(store.getState().file?.state).toBe('draft');
  expect(store.getState().step).toBe('materials');
  expect(store.getState().setback).toEqual({ act: 'accept', setback: { kind: 'no-answer', number: null } });
});

it('asks once however often F9 is pressed', async () => {
  const { desk, store } = await withDraft();
  decides(desk, anAcceptedCase());
  await Promise.all([store.getState().accept(), store.getState().accept()]);
  expect(desk.asked.filter((one) => one.name === 'intake.accept')).toHaveLength(1);
});

it('records two papers pressed in quick succession, one after the other', async () => {
  const { desk, store } = await withDraft();
  const first = store.getState().provide({ materialId: 'rules', route: 'paper' });
  const second = store.getState().provide({ materialId: 'health', route: 'paper' });
  expect(await Promise.all([first, second])).toEqual([true, true]);
  expect(askedOf(desk, 'intake.provide')).toMatchObject([{ materialId: 'rules' }, { materialId: 'health' }]);
});

it('does not turn back to the last case when the visit changes while a new one is sought', async () => {
  const { store } = await withDraft();
  store.getState().oneMore();
  await store.getState().follow(aVisit({ cases: [aVisitCase] }));
  expect(store.getState().file).toBeNull();
  expect(store.getState().step).toBe('item');
});

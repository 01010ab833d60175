import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createVisitStore } from '#renderer/stores/visit-store.ts';
import { DeskGone } from '#renderer/desk.ts';
import { VisitId } from '#contract/shapes/case.ts';
import { deskThatAnswers, type SetDesk } from '../support/desk.ts';
import { aParty, aVisit, VISIT_ID } from '../support/sheet-views.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const visit = aVisit({ applicant: null });

async function serving(answers: Parameters<SetDesk['answer']>[0] = {}) {
  const desk = deskThatAnswers({
    'intake.visit': { ok: true, value: visit },
    'identity.set-field': { ok: true, value: visit },
    ...answers,
  });
  const store = createVisitStore(desk);
  await store.getState().read();
  const saved = () => desk.asked.flatMap((one) => (one.name === 'identity.set-field' ? [one.input] : []));
  return { desk, store, saved };
}

it('saves a field once, when the fingers rest', async () => {
  const { store, saved } = await serving();
  for (const text of ['李', '李小', '李小明']) {
    store.getState().type('applicant', 'name', text);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(saved()).toEqual([]);
  await vi.advanceTimersByTimeAsync(250);
  expect(saved()).toEqual([{ visitId: VISIT_ID, role: 'applicant', field: 'name', value: '李小明' }]);
  expect(store.getState().drafts['applicant.name']).toEqual({ text: '李小明', state: 'saved' });
});

it('saves at once when the clerk turns to the other person', async () => {
  const { store, saved } = await serving();
  store.getState().type('applicant', 'phone', '13800001234');
  store.getState().turnTo('handler');
  await vi.advanceTimersByTimeAsync(0);
  expect(saved()).toHaveLength(1);
});

it('never saves what was typed for one citizen to the next one', async () => {
  const { desk, store, saved } = await serving();
  store.getState().type('applicant', 'name', '李小明');
  const next = aVisit({ id: '019a0000-0000-7000-8000-0000000000f1', applicant: null });
  desk.answer({ 'intake.visit': { ok: true, value: next } });
  desk.say('visit.changed', { visitId: VisitId.parse(next.id) });
  await vi.advanceTimersByTimeAsync(1000);
  expect(saved()).toEqual([]);
  expect(store.getState().drafts).toEqual({});
});

it('keeps what was typed while the desk is gone and sends it when it is back', async () => {
  const { desk, store, saved } = await serving({
    'identity.set-field': () => {
      throw new DeskGone('gone');
    },
  });
  store.getState().type('applicant', 'name', '李小明');
  await vi.advanceTimersByTimeAsync(300);
  expect(store.getState().drafts['applicant.name']?.state).toBe('unsaved');
  expect(store.getState().setback).toEqual({ kind: 'gone', number: null });

  desk.answer({ 'identity.set-field': { ok: true, value: visit } });
  desk.comeBack();
  await vi.advanceTimersByTimeAsync(0);
  expect(saved()).toHaveLength(2);
  expect(store.getState().drafts['applicant.name']).toEqual({ text: '李小明', state: 'saved' });
});

it('keeps what was typed under a lock and sends it after it', async () => {
  const { desk, store, saved } = await serving({
    'identity.set-field': { ok: false, refusal: 'locked' },
  });
  store.getState().type('applicant', 'name', '李小明');
  await vi.advanceTimersByTimeAsync(300);
  desk.answer({ 'identity.set-field': { ok: true, value: visit } });
  desk.say('session.changed', {});
  await vi.advanceTimersByTimeAsync(0);
  expect(saved()).toHaveLength(2);
  expect(store.getState().drafts['applicant.name']?.state).toBe('saved');
});

it('does not let an older answer cover a newer one', async () => {
  const { desk, store } = await serving();
  const held: ((name: string) => void)[] = [];
  desk.answer({
    'intake.visit': () =>
      new Promise((resolve) => {
        held.push((name) => resolve({ ok: true, value: aVisit({ applicant: aParty({ name }) }) }));
      }),
  });
  const first = store.getState().read();
  const second = store.getState().read();
  held[1]?.('后*');
  await second;
  held[0]?.('先*');
  await first;
  expect(store.getState().visit?.applicant?.name).toBe('后*');
});

it('asks whose card it is when another person puts one down', async () => {
  const { desk, store } = await serving({ 'identity.use-card': { ok: true, value: aVisit() } });
  store.getState().askAbout({
    phase: 'other-person',
    readingId: 'r-1',
    name: '王*',
    number: '9901**********4321',
    role: null,
    tookMs: 800,
  });
  desk.say('identity.card', {
    phase: 'lifted',
    readingId: null,
    name: null,
    number: null,
    role: null,
    tookMs: null,
  });
  expect(store.getState().question?.name).toBe('王*');
  await store.getState().takeCard('handler');
  expect(desk.asked.at(-1)).toEqual({
    name: 'identity.use-card',
    input: { visitId: VISIT_ID, role: 'handler', readingId: 'r-1' },
  });
  expect(store.getState().question).toBeNull();
});

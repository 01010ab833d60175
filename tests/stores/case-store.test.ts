import { expect, it } from 'vitest';
import { createCaseStore } from '#renderer/stores/case-store.ts';
import { PIECE_BYTES } from '#renderer/stores/file-pieces.ts';
import type { Input } from '#contract/calls.ts';
import { deskThatAnswers, type SetDesk } from '../support/desk.ts';
import { askedOf } from '../support/hall-views.ts';
import { aCase, aFullCase, anAcceptedCase, aVisit, aVisitCase, CASE_ID } from '../support/sheet-views.ts';

type Piece = Input<'intake.add-file-piece'>;

async function withDraft(answers: Parameters<SetDesk['answer']>[0] = {}) {
  const desk = deskThatAnswers({
    'intake.look': { ok: true, value: aCase() },
    'intake.provide': { ok: true, value: aCase() },
    ...answers,
  });
  const store = createCaseStore(desk);
  await store.getState().follow(aVisit({ cases: [aVisitCase] }));
  return { desk, store };
}

const hash = 'd'.repeat(64);

/** A desk that takes pieces only in order, as the real one does, and stores the file at the last one. */
function takesPieces(taken: Piece[]) {
  return (piece: Piece) => {
    taken.push(piece);
    const bytes = Buffer.from(piece.base64, 'base64').length;
    const received = piece.offset + bytes;
    const whole = received === piece.totalBytes;
    const file = { hash, name: piece.name, mediaType: 'application/pdf' as const, bytes: received };
    return { ok: true as const, value: { received, file: whole ? file : null } };
  };
}

it('sends a file in pieces of at most 32 kB, in order, and then records the scan', async () => {
  const taken: Piece[] = [];
  const { desk, store } = await withDraft({ 'intake.add-file-piece': takesPieces(taken) });
  const bytes = Uint8Array.from({ length: PIECE_BYTES * 2 + 5 }, (_, index) => index % 251);

  await store.getState().addFile('rules', new File([bytes], '制度.pdf', { type: 'application/pdf' }));

  expect(taken.map((piece) => piece.offset)).toEqual([0, PIECE_BYTES, PIECE_BYTES * 2]);
  expect(new Set(taken.map((piece) => piece.uploadId)).size).toBe(1);
  const sent = Buffer.concat(taken.map((piece) => Buffer.from(piece.base64, 'base64')));
  expect(sent.equals(Buffer.from(bytes))).toBe(true);
  expect(desk.asked.at(-1)).toEqual({
    name: 'intake.provide',
    input: { caseId: CASE_ID, materialId: 'rules', route: 'scan', fileHash: hash },
  });
  expect(store.getState().upload).toBeNull();
});

it('stops at the piece the desk refuses and records nothing', async () => {
  const { desk, store } = await withDraft({
    'intake.add-file-piece': { ok: false, refusal: 'kind-not-allowed' },
  });
  await store.getState().addFile('rules', new File(['not a page'], 'notes.txt'));
  expect(desk.asked.filter((one) => one.name === 'intake.add-file-piece')).toHaveLength(1);
  expect(desk.asked.some((one) => one.name === 'intake.provide')).toBe(false);
  expect(store.getState().setback).toEqual({
    act: 'file',
    setback: { kind: 'refused', refusal: 'kind-not-allowed' },
  });
});

it('does not send an empty file', async () => {
  const { desk, store } = await withDraft();
  await store.getState().addFile('rules', new File([], 'empty.pdf'));
  expect(store.getState().fileRefusal).toBe('file-empty');
  expect(desk.asked.some((one) => one.name === 'intake.add-file-piece')).toBe(false);
});

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
  const { desk, store } = await withDraft({ 'intake.accept': { ok: true, value: anAcceptedCase() } });
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

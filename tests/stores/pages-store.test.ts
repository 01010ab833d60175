import { expect, it } from 'vitest';
import type { Input } from '#contract/calls.ts';
import { CaseId } from '#contract/shapes/case.ts';
import { Page } from '#contract/shapes/page.ts';
import { PIECE_BYTES, sendFile } from '#renderer/stores/file-pieces.ts';
import { createPagesStore } from '#renderer/stores/pages-store.ts';
import { deskThatAnswers } from '../support/desk.ts';
import { askedOf } from '../support/hall-views.ts';
import { CASE_ID } from '../support/sheet-views.ts';

type Piece = Input<'intake.add-file-piece'>;

const caseId = CaseId.parse(CASE_ID);
const hash = 'd'.repeat(64);

function aPage(no: number, changes: object = {}): Page {
  return Page.parse({
    id: `019a0000-0000-7000-8000-00000000010${no}`,
    materialId: 'rules',
    place: no,
    file: { hash: String(no).repeat(64), name: `${no}.png`, mediaType: 'image/png', bytes: 4 },
    widthPx: 100,
    heightPx: 200,
    pagesInFile: 1,
    turn: 0,
    crop: null,
    hasThumbnail: true,
    addedAtMs: 1,
    mark: null,
    ...changes,
  });
}

/** A desk that takes pieces only in order, as the real one does, and stores the file at the last one. */
function takesPieces(taken: Piece[]) {
  const had = new Map<string, number>();
  return (piece: Piece) => {
    taken.push(piece);
    const received = Math.max(
      had.get(piece.uploadId) ?? 0,
      piece.offset + Buffer.from(piece.base64, 'base64').length,
    );
    had.set(piece.uploadId, received);
    const whole = received === piece.totalBytes;
    const file = { hash, name: piece.name, mediaType: 'application/pdf' as const, bytes: received };
    return { ok: true as const, value: { received, file: whole ? file : null } };
  };
}

async function withPages(answers: Parameters<typeof deskThatAnswers>[0] = {}) {
  const desk = deskThatAnswers({ 'pages.list': { ok: true, value: [aPage(1), aPage(2)] }, ...answers });
  const store = createPagesStore(desk);
  await store.getState().follow(caseId);
  return { desk, store };
}

const bytes = Uint8Array.from({ length: PIECE_BYTES * 2 + 5 }, (_, index) => index % 251);

it('sends several files one after another, each in pieces in order, to their paper', async () => {
  const taken: Piece[] = [];
  const { store } = await withPages({ 'intake.add-file-piece': takesPieces(taken) });
  const seen: number[] = [];
  store.subscribe(({ uploads }) => seen.push(uploads.length));
  await store.getState().addFiles('rules', [new File([bytes], '制度.pdf'), new File(['second'], '二.pdf')]);

  expect(taken.map((piece) => [piece.name, piece.offset])).toEqual([
    ['制度.pdf', 0],
    ['制度.pdf', PIECE_BYTES],
    ['制度.pdf', PIECE_BYTES * 2],
    ['二.pdf', 0],
  ]);
  expect(new Set(taken.map((piece) => piece.uploadId)).size).toBe(2);
  expect(new Set(taken.map((piece) => piece.materialId))).toEqual(new Set(['rules']));
  const sent = Buffer.concat(taken.slice(0, 3).map((piece) => Buffer.from(piece.base64, 'base64')));
  expect(sent.equals(Buffer.from(bytes))).toBe(true);
  expect(Math.max(...seen)).toBe(2);
  expect(store.getState().uploads).toEqual([]);
});

it('says at each file why it is not taken, and goes on with the next', async () => {
  const taken: Piece[] = [];
  const takes = takesPieces(taken);
  const { store } = await withPages({
    'intake.add-file-piece': (piece) =>
      piece.name === 'a.exe' ? { ok: false, refusal: 'executable-file' } : takes(piece),
  });
  await store
    .getState()
    .addFiles('rules', [new File(['MZ'], 'a.exe'), new File([], 'empty.pdf'), new File(['x'], 'good.pdf')]);
  expect(taken.map((piece) => piece.name)).toEqual(['good.pdf']);
  expect(store.getState().uploads.map(({ name, setback }) => [name, setback])).toEqual([
    ['a.exe', { kind: 'refused', refusal: 'executable-file' }],
    ['empty.pdf', { kind: 'refused', refusal: 'file-empty' }],
  ]);
  for (const { id } of store.getState().uploads) store.getState().forgetUpload(id);
  expect(store.getState().uploads).toEqual([]);
});

it('goes on where the desk was when it ended, without sending again what it has', async () => {
  const taken: Piece[] = [];
  const takes = takesPieces(taken);
  let asked = 0;
  const desk = deskThatAnswers({
    'intake.add-file-piece': (piece) => {
      asked += 1;
      const answer = takes(piece);
      // The second answer is lost with the desk; the piece itself was kept.
      if (asked === 2) throw Object.assign(new Error('the desk process stopped'), { name: 'DeskGone' });
      return answer;
    },
  });
  let waited = 0;
  const about = { caseId, materialId: 'rules', uploadId: crypto.randomUUID(), name: 'a.pdf', bytes };
  const sent = await sendFile(
    desk,
    about,
    () => {},
    async () => void (waited += 1),
  );
  expect(sent).toMatchObject({ file: { hash } });
  expect(waited).toBe(1);
  expect(taken.map(({ offset }) => offset)).toEqual([0, PIECE_BYTES, PIECE_BYTES, PIECE_BYTES * 2]);
});

it('gives up on a desk that does not come back, and says so', async () => {
  const desk = deskThatAnswers({
    'intake.add-file-piece': () => {
      throw Object.assign(new Error('the desk process stopped'), { name: 'DeskGone' });
    },
  });
  const about = { caseId, materialId: 'rules', uploadId: crypto.randomUUID(), name: 'a.pdf', bytes };
  const sent = await sendFile(
    desk,
    about,
    () => {},
    async () => {},
  );
  expect(sent).toEqual({ setback: { kind: 'gone', number: null } });
});

it('moves a page within its paper and not beyond it', async () => {
  const { desk, store } = await withPages({ 'pages.move': { ok: true, value: [aPage(2), aPage(1)] } });
  const [first, second] = store.getState().pages;
  if (!first || !second) throw new Error('two pages were expected');
  await store.getState().move(first, -1);
  await store.getState().move(second, 1);
  expect(askedOf(desk, 'pages.move')).toEqual([]);
  await store.getState().move(second, -1);
  expect(askedOf(desk, 'pages.move')).toEqual([{ pageId: second.id, place: 1 }]);
  expect(store.getState().pages.map(({ id }) => id)).toEqual([second.id, first.id]);
});

it('shows what the desk holds after a change that was refused', async () => {
  const { desk, store } = await withPages({ 'pages.turn': { ok: false, refusal: 'already-decided' } });
  const [first] = store.getState().pages;
  if (!first) throw new Error('a page was expected');
  await store.getState().turn(first);
  expect(askedOf(desk, 'pages.turn')).toEqual([{ pageId: first.id, turn: 90 }]);
  expect(store.getState().setback).toEqual({ kind: 'refused', refusal: 'already-decided' });
  expect(askedOf(desk, 'pages.list')).toHaveLength(2);
});

it('lays the paper away when its page is gone, and with another case', async () => {
  const { desk, store } = await withPages();
  store.getState().view(aPage(2).id);
  desk.answer({ 'pages.list': { ok: true, value: [aPage(1)] } });
  desk.say('case.changed', { caseId });
  await expect.poll(() => store.getState().viewed).toBeNull();
  store.getState().view(aPage(1).id);
  await store.getState().follow(null);
  expect([store.getState().viewed, store.getState().pages]).toEqual([null, []]);
});

it('asks once for the small pictures it wants', async () => {
  const { desk, store } = await withPages({
    'pages.thumbnails': { ok: true, value: [{ pageId: aPage(1).id, base64: 'AAAA' }] },
  });
  const { pages, wantThumbnails } = store.getState();
  await wantThumbnails(pages);
  await wantThumbnails(pages);
  expect(askedOf(desk, 'pages.thumbnails')).toEqual([{ caseId, pageIds: pages.map(({ id }) => id) }]);
  expect(store.getState().thumbnails).toEqual({ ['1'.repeat(64)]: 'data:image/jpeg;base64,AAAA' });
});

// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Answer } from '#contract/calls.ts';
import { FormView } from '#contract/shapes/form-view.ts';
import { CaseSheet } from '#renderer/screens/case/case-sheet.tsx';
import { anAskedField } from '../../support/form-fields.ts';
import { askedOf } from '../../support/hall-views.ts';
import { aSheetDesk, openSheet } from '../../support/open-sheet.tsx';
import { CASE_ID, VISIT_ID } from '../../support/sheet-views.ts';

const FIELD = anAskedField('home', { labelZh: '户籍地址', kind: 'address' });
const word = (source: string, shown: string, asOf: string) => ({
  source,
  shown,
  masked: false,
  asOf,
  part: false,
  stale: asOf < '2026-11-20',
  origin: '示范县公安局',
});
const OLD = word('shared-data', '旧街1号', '2026-11-01');
const NEW = word('shared-data', '新街2号', '2026-11-24');

function aForm(sources: readonly object[], differs: boolean, cardLines: readonly object[] = []): FormView {
  return FormView.parse({
    visitId: VISIT_ID,
    fields: [FIELD],
    values: [
      {
        meaning: FIELD.meaning,
        value: sources[0] ?? null,
        trouble: null,
        readOnly: null,
        sources: sources.length > 1 ? sources : [],
        shownInPart: [],
        agreesAsShown: false,
        differs,
        picked: null,
        earlier: null,
      },
    ],
    standing: { asked: 1, open: 0, wrong: 0, differing: Number(differs) },
    cardLines,
    mayUndo: false,
    paper: null,
    terms: { today: '2026-11-24', site: '990101' },
    signatureWanted: false,
    frozen: false,
    people: [],
  });
}

const valuesOf = ({ visitId, values, cardLines, standing, mayUndo, paper }: FormView) => ({
  visitId,
  values,
  cardLines,
  standing,
  mayUndo,
  paper,
});

async function open(sources: readonly object[] = [OLD]) {
  const desk = aSheetDesk({ 'form.look': { ok: true, value: aForm(sources, false) } });
  const opened = openSheet(desk, (stores) => <CaseSheet stores={stores} />);
  await waitFor(() => expect(opened.stores.caseFile.getState().file).not.toBeNull());
  opened.stores.caseFile.getState().goTo('form');
  await screen.findByLabelText(/户籍地址/);
  return opened;
}

it('F44: one key asks the sources again, and the newer word stands beside the older one', async () => {
  const { desk, user } = await open();
  expect(screen.getByText('1 项是部门或证照给的，1 项查得久了。')).toBeTruthy();
  const after = aForm([NEW, { ...OLD, source: 'shared-data-before', stale: false }], true);
  desk.answer({
    'form.look': { ok: true, value: after },
    'form.ask-sources': {
      ok: true,
      value: { ...valuesOf(after), asked: { sources: 1, away: 0, renewed: 1 } },
    },
  });
  await user.keyboard('{Control>}f{/Control}');
  await waitFor(() =>
    expect(askedOf(desk, 'form.ask-sources')).toEqual([{ caseId: CASE_ID, scope: 'case' }]),
  );
  expect(await screen.findByText('问到了，1 项和上次不同，要选一个。')).toBeTruthy();
  expect(screen.getByText('共享数据 11月24日，示范县公安局')).toBeTruthy();
  expect(screen.getByText('共享数据（上次查的） 11月1日，示范县公安局')).toBeTruthy();
});

it('F44: a source that does not answer keeps nobody from typing, and says so', async () => {
  const { desk, user } = await open();
  const answer = Promise.withResolvers<Answer<'form.ask-sources'>>();
  desk.answer({ 'form.ask-sources': async () => answer.promise });
  await user.keyboard('{Control>}f{/Control}');
  expect(await screen.findByText('正在问')).toBeTruthy();
  await user.keyboard('{Control>}f{/Control}');
  expect(askedOf(desk, 'form.ask-sources')).toHaveLength(1);
  answer.resolve({
    ok: true,
    value: { ...valuesOf(aForm([OLD], false)), asked: { sources: 1, away: 1, renewed: 0 } },
  });
  expect(await screen.findByText('都没答复，先用原来的。')).toBeTruthy();
});

it('F44: a form that was typed has no source to ask', async () => {
  await open([{ ...OLD, source: 'by-hand', origin: null }]);
  expect(screen.queryByText('再问来源')).toBeNull();
});

const CHIP = { source: 'card', masked: true, part: false, stale: false, origin: null };
const CARD_LINES = [
  {
    role: 'applicant',
    field: 'address',
    before: { ...CHIP, shown: '某省示范县****', asOf: '2026-11-01' },
    now: { ...CHIP, shown: '某省示范县****', asOf: '2026-11-24' },
  },
  {
    role: 'applicant',
    field: 'validity',
    before: { ...CHIP, masked: false, shown: '2021-03-12/2041-03-12', asOf: '2026-11-01' },
    now: { ...CHIP, masked: false, shown: '2026-11-02/', asOf: '2026-11-24' },
  },
];

it('F44: F8 in the form asks for the card, and what it says now stands beside what was said before', async () => {
  const { desk, user } = await open();
  const answer = Promise.withResolvers<Answer<'form.ask-card'>>();
  desk.answer({ 'form.ask-card': async () => answer.promise, 'form.stop-card': { ok: true, value: {} } });
  await user.keyboard('[F8]');
  expect(await screen.findByText(/请在 30 秒内放证/)).toBeTruthy();
  expect(askedOf(desk, 'form.ask-card')).toEqual([{ caseId: CASE_ID, scope: 'case' }]);
  const after = aForm([OLD], false, CARD_LINES);
  desk.answer({ 'form.look': { ok: true, value: after } });
  answer.resolve({ ok: true, value: { role: 'applicant', differing: 2 } });
  expect(await screen.findByText('申请人的证有 2 项和原来不同，要选一个。')).toBeTruthy();
  expect(screen.getAllByText('原来：芯片 11月1日')).toHaveLength(2);
  expect(screen.getByText('2026-11-02 起长期')).toBeTruthy();
  // Both addresses are hidden alike: that they differ is said.
  expect(screen.getByText('遮住的部分不同')).toBeTruthy();

  desk.answer({ 'form.pick-card': { ok: true, value: valuesOf(aForm([OLD], false, CARD_LINES.slice(1))) } });
  await user.keyboard('{Alt>}b{/Alt}');
  expect((await screen.findAllByText('申请人的住址：以哪个为准')).length).toBeGreaterThan(0);
  await user.keyboard('{ArrowDown}{Enter}');
  await waitFor(() =>
    expect(askedOf(desk, 'form.pick-card')).toEqual([
      {
        caseId: CASE_ID,
        scope: 'case',
        role: 'applicant',
        field: 'address',
        word: 'before',
        reason: '以手里的证为准',
      },
    ]),
  );
  await waitFor(() => expect(screen.queryByText('申请人的住址')).toBeNull());
});

it('F44: F8 once more waits no longer, and that is no trouble; a card of another person is one', async () => {
  const { desk, user, stores } = await open();
  const answers: PromiseWithResolvers<Answer<'form.ask-card'>>[] = [];
  desk.answer({
    'form.ask-card': async () => {
      const next = Promise.withResolvers<Answer<'form.ask-card'>>();
      answers.push(next);
      return next.promise;
    },
    'form.stop-card': { ok: true, value: {} },
  });
  await user.keyboard('[F8]');
  await screen.findByText('不读了');
  await user.keyboard('[F8]');
  await waitFor(() => expect(askedOf(desk, 'form.stop-card')).toHaveLength(1));
  answers[0]?.resolve({ ok: false, refusal: 'card-not-wanted' });
  expect(await screen.findByText('证件可以再读一次。')).toBeTruthy();
  expect(stores.form.getState().setback).toBeNull();

  await user.keyboard('[F8]');
  await waitFor(() => expect(answers).toHaveLength(2));
  answers[1]?.resolve({ ok: false, refusal: 'card-of-another' });
  expect(await screen.findByText(/放的证不是这趟办事人的/)).toBeTruthy();
});

it('F44: whoever leaves the form waits for no card', async () => {
  const { desk, user, stores } = await open();
  desk.answer({
    'form.ask-card': async () => Promise.withResolvers<Answer<'form.ask-card'>>().promise,
    'form.stop-card': { ok: true, value: {} },
  });
  await user.keyboard('[F8]');
  await screen.findByText('不读了');
  stores.caseFile.getState().goTo('materials');
  await waitFor(() => expect(askedOf(desk, 'form.stop-card')).toHaveLength(1));
});

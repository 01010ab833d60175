import { describe, expect, it } from 'vitest';
import { Meaning } from '#contract/shapes/form.ts';
import { noticeContent } from '#desk/store/notices.ts';
import { CITIZEN, onScreen, PEN, sign } from '../../support/citizen-signs.ts';
import { FOOD, formAfter, formOf, held, TRADER, typeValue } from '../../support/form-desk.ts';
import { aReadyCase, fillForm, intakeDesk, type IntakeDesk, itemNamed } from '../../support/intake-desk.ts';

const NAME = Meaning.parse('enterprise.name');
const SIGNED: typeof TRADER = { ...TRADER, signedForm: true };

function deskWith(...items: readonly (typeof TRADER)[]): IntakeDesk {
  const desk = intakeDesk();
  desk.shelf.items = items;
  return desk;
}

async function aCaseToSign() {
  const desk = deskWith(SIGNED, FOOD);
  return { desk, ...(await aReadyCase(desk, SIGNED)) };
}

describe('F44: the form before the applicant', () => {
  it('is a numbered paper with every answer, its source and its day, and lies on the citizen’s screen', async () => {
    const { desk, id } = await aCaseToSign();
    const form = await formAfter(desk, 'form.show-citizen', { caseId: id });
    expect(form.paper).toMatchObject({
      documentNumber: expect.stringMatching(/^申请〔2026〕990101-03-\d{4}号$/),
      signing: { state: 'on-screen' },
      changed: false,
    });
    const shown = await onScreen(desk);
    expect(shown).toMatchObject({ kind: 'application-form', title: '申请表', signer: '申请人或代理人' });
    const lines = shown?.sections?.flatMap((section) => section.lines) ?? [];
    const filled = (await formOf(desk, id)).values.filter(({ value }) => value !== null);
    expect(lines.map(({ meaning }) => meaning)).toEqual(filled.map(({ meaning }) => meaning));
    const content = form.paper && noticeContent(desk.db, form.paper.noticeId);
    const trade = lines.find(({ meaning }) => meaning === NAME);
    expect(content?.table?.rows).toContainEqual([
      expect.any(String),
      trade?.labelZh,
      trade?.shownZh,
      '本人填报 2026-11-24',
    ]);
    // An answer out of a list is printed as its words.
    expect(content?.table?.rows.flat()).not.toContain('own');
  });

  it('is asked for before acceptance where the item says so, and what was signed is what is kept', async () => {
    const { desk, id } = await aCaseToSign();
    expect(await desk.refusalOf('intake.accept', { caseId: id })).toBe('form-not-signed');
    await formAfter(desk, 'form.show-citizen', { caseId: id });
    expect(await desk.refusalOf('intake.accept', { caseId: id })).toBe('form-not-signed');
    await sign(desk);
    expect(await desk.refusalOf('form.show-citizen', { caseId: id })).toBe('signed-already');
    await desk.caseFrom('intake.accept', { caseId: id });
    // Days later the frozen form still says what was signed.
    desk.clock.move(3 * 86_400_000);
    expect((await formOf(desk, id)).paper).toMatchObject({
      changed: false,
      signing: { state: 'settled', outcome: 'signed' },
    });
  });

  it('is signed anew when a value changes, under a new number; going back to the old value needs none', async () => {
    const { desk, id } = await aCaseToSign();
    const first = await formAfter(desk, 'form.show-citizen', { caseId: id });
    await sign(desk);
    const changed = await typeValue(desk, id, NAME, '另一个店名');
    expect(changed.paper).toMatchObject({ changed: true, noticeId: first.paper?.noticeId });
    expect(await desk.refusalOf('intake.accept', { caseId: id })).toBe('form-not-signed');
    expect((await formAfter(desk, 'form.undo', { caseId: id })).paper).toMatchObject({ changed: false });

    await typeValue(desk, id, NAME, '另一个店名');
    const second = await formAfter(desk, 'form.show-citizen', { caseId: id });
    expect(second.paper?.documentNumber).not.toBe(first.paper?.documentNumber);
    expect(second.paper).toMatchObject({ changed: false, signing: { state: 'on-screen' } });
    await sign(desk);
    await desk.caseFrom('intake.accept', { caseId: id });
  });

  it('leaves the screen when a value changes under it: nobody signs what is not so', async () => {
    const { desk, id } = await aCaseToSign();
    await formAfter(desk, 'form.show-citizen', { caseId: id });
    const signingId = (await onScreen(desk))?.signingId ?? '';
    await typeValue(desk, id, NAME, '另一个店名');
    expect(await onScreen(desk)).toBeNull();
    expect(await desk.refusalOf('citizen.sign', { signingId, strokes: PEN }, CITIZEN)).toBe(
      'no-longer-asked',
    );
  });

  it('comes back to the clerk with the answers the citizen says are wrong, until they are mended', async () => {
    const { desk, id } = await aCaseToSign();
    await formAfter(desk, 'form.show-citizen', { caseId: id });
    const signingId = (await onScreen(desk))?.signingId ?? '';
    await desk.ask('citizen.object', { signingId, wrong: [NAME] }, CITIZEN);
    expect(await onScreen(desk)).toBeNull();
    const { paper } = await formOf(desk, id);
    expect(paper).toMatchObject({ objected: [NAME], signing: { state: 'objected' } });
    expect((await typeValue(desk, id, NAME, '改好的店名')).paper).toMatchObject({
      objected: [],
      changed: true,
    });
  });

  it('counts when somebody cannot write and a clerk is witness, and not when they refuse', async () => {
    const { desk, id } = await aCaseToSign();
    const { paper } = await formAfter(desk, 'form.show-citizen', { caseId: id });
    const settle = { noticeId: paper?.noticeId, reason: '本人不识字，已当面读给他听' };
    await desk.ask('notices.settle-signature', { ...settle, outcome: 'refused' });
    expect(await desk.refusalOf('intake.accept', { caseId: id })).toBe('form-not-signed');
    await desk.ask('notices.settle-signature', { ...settle, outcome: 'impossible' });
    await desk.caseFrom('intake.accept', { caseId: id });
  });

  it('of several cases is one paper with one signature, and each case knows its own part', async () => {
    const desk = deskWith(SIGNED, { ...FOOD, signedForm: true });
    const { id, visitId } = await aReadyCase(desk, SIGNED);
    const other = await desk.caseFrom('intake.open', { visitId, itemCode: FOOD.code });
    await fillForm(desk, other.id);
    await formAfter(desk, 'form.show-citizen', { caseId: id, scope: 'visit' });
    expect((await onScreen(desk))?.rows[0]?.value).toBe(`${TRADER.nameZh}、${FOOD.nameZh}`);
    await sign(desk);
    for (const caseId of [id, other.id]) {
      expect((await formOf(desk, caseId)).paper).toMatchObject({
        changed: false,
        signing: { outcome: 'signed' },
      });
    }
    const ofFood = new Set(FOOD.form.filter(({ kind }) => kind === 'text').map(({ meaning }) => meaning));
    const { values } = await formOf(desk, other.id);
    const own = values.find(
      ({ meaning, value }) =>
        value && ofFood.has(meaning) && !TRADER.form.some((field) => field.meaning === meaning),
    );
    await typeValue(desk, other.id, own?.meaning ?? '', '改了一处');
    expect((await formOf(desk, id)).paper).toMatchObject({ changed: false });
    expect((await formOf(desk, other.id)).paper).toMatchObject({ changed: true });
    await desk.caseFrom('intake.accept', { caseId: id });
  });

  it('is shown whole or not at all', async () => {
    const { desk, id } = await aCaseToSign();
    await typeValue(desk, id, NAME, '');
    expect(held(await formOf(desk, id), NAME).value).toBeNull();
    expect(await desk.refusalOf('form.show-citizen', { caseId: id })).toBe('form-incomplete');
  });
});

describe('the practice hall', () => {
  it('F44: has an item whose form is signed before acceptance', async () => {
    const desk = intakeDesk();
    const { id } = await aReadyCase(desk, itemNamed('公共场所卫生许可（告知承诺）'));
    expect(await desk.refusalOf('intake.accept', { caseId: id })).toBe('form-not-signed');
    await formAfter(desk, 'form.show-citizen', { caseId: id });
    await sign(desk);
    expect((await desk.caseFrom('intake.accept', { caseId: id })).state).toMatch(/^accepted/);
  });

  it('F16: has items that ask for more than any proof of identity', () => {
    expect(itemNamed('住房公积金提取（租房）').identityNeed).toBe('high-level');
    expect(itemNamed('残疾人证新办').identityNeed).toBe('document');
  });
});

import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { CaseView } from '#contract/shapes/case.ts';
import { CaseEvent } from '#desk/platform/case-event.ts';
import { noticeContent } from '#desk/store/notices.ts';
import { all } from '#native/sqlite/database.ts';
import { aReadyCase, intakeDesk, type IntakeDesk, itemNamed } from '../../support/intake-desk.ts';

const ITEM = itemNamed('个体工商户设立登记');

function paperOf(view: CaseView, replaceable: boolean) {
  const found = view.materials.find(
    ({ asked, mandatory, commitmentReplaceable }) =>
      asked && mandatory && commitmentReplaceable === replaceable,
  );
  if (!found) throw new Error('the item has no such paper');
  return found;
}

/** A case whose papers are all here but one, for which the applicant commits. */
async function committed(desk: IntakeDesk) {
  const ready = await aReadyCase(desk, ITEM);
  const { id: materialId, nameZh } = paperOf(ready, true);
  await desk.caseFrom('intake.provide', { caseId: ready.id, materialId, route: null });
  const view = await desk.caseFrom('intake.provide', { caseId: ready.id, materialId, route: 'commitment' });
  return { view, materialId, nameZh };
}

describe('a commitment in the place of a paper', () => {
  it('makes the case whole, is of grade D and counts as a paper spared', async () => {
    const { view, materialId } = await committed(intakeDesk());

    expect(view.missing).toEqual([]);
    expect(view.papersSaved).toContainEqual({ materialId, by: 'commitment' });
    expect(view.materials.find(({ id }) => id === materialId)).toMatchObject({
      route: 'commitment',
      grade: 'D',
      originalsTaken: 0,
      file: null,
    });
  });

  it('accepts the case on the commitment, with the letter that names the paper, and tells the province', async () => {
    const desk = intakeDesk();
    const { view, materialId, nameZh } = await committed(desk);

    const accepted = await desk.caseFrom('intake.accept', { caseId: view.id });

    expect(accepted.state).toBe('accepted-commitment');
    expect(accepted.notices.map(({ kind }) => kind)).toEqual(['receipt-slip', 'commitment']);
    const letter = accepted.notices.find(({ kind }) => kind === 'commitment');
    expect(JSON.stringify(letter && noticeContent(desk.db, letter.id))).toContain(nameZh);
    const owed = z
      .array(z.object({ event: z.string() }))
      .parse(all(desk.db, 'SELECT event_json AS event FROM outbox ORDER BY seq'))
      .map(({ event }) => CaseEvent.parse(JSON.parse(event)));
    expect(owed.at(-1)).toMatchObject({ documentNumber: letter?.documentNumber });
    expect(owed[0]?.materials.find(({ id }) => id === materialId)).toMatchObject({ route: 'commitment' });
  });

  it('stands for no paper the item does not let it stand for, and for none where the item takes none', async () => {
    const desk = intakeDesk();
    const ready = await aReadyCase(desk, ITEM);
    const must = { caseId: ready.id, materialId: paperOf(ready, false).id, route: 'commitment' };
    expect(await desk.refusalOf('intake.provide', must)).toBe('not-replaceable');

    desk.shelf.items = [{ ...ITEM, commitment: false }];
    const strict = await aReadyCase(desk, { ...ITEM, commitment: false });
    const may = ready.materials.find(({ commitmentReplaceable }) => commitmentReplaceable);
    const asked = { caseId: strict.id, materialId: may?.id ?? '', route: 'commitment' };
    expect(await desk.refusalOf('intake.provide', asked)).toBe('not-replaceable');
  });
});

import { describe, expect, it } from 'vitest';
import { run } from '#native/sqlite/database.ts';
import { bundleFrom, anOpenBundle, handOverBundle, lookAt, stepOf } from '../../support/bundle-desk.ts';
import { citizenNumber, intakeDesk, itemNamed } from '../../support/intake-desk.ts';
import { DAY_MS } from '../../support/progress-desk.ts';

const HUKOU = itemNamed('出生登记（户口）');
const CARD = '社会保障卡申领';
const issued = [{ itemCode: itemNamed('出生医学证明签发').code, say: '助产机构已签发' }];

describe('a step that waited for days', () => {
  it('is accepted when its number comes, with nobody at the window, and its clock begins that day', async () => {
    const desk = intakeDesk();
    const opened = await anOpenBundle(desk, 'newborn', issued);
    await handOverBundle(desk, opened);
    await desk.ask('bundles.accept', { bundleId: opened.id });
    run(desk.db, 'UPDATE visit SET closed_at_ms = @atMs, in_hand_since_ms = NULL WHERE id = @id', {
      atMs: desk.clock.nowMs(),
      id: opened.visitId,
    });

    desk.clock.move(3 * DAY_MS);
    desk.runClocks();
    const waiting = stepOf(await lookAt(desk, opened), CARD);
    expect(waiting).toMatchObject({ standing: 'waits', case: { state: 'blocked', promisedDueOn: null } });
    const given = await bundleFrom(desk, 'bundles.give', {
      bundleId: opened.id,
      itemCode: HUKOU.code,
      values: [{ meaning: 'child.citizen-number', value: citizenNumber(15, '20261005') }],
      paper: '户口簿',
    });
    const released = stepOf(given, CARD);
    expect(released).toMatchObject({
      standing: 'ready',
      releasedAtMs: desk.clock.nowMs(),
      case: { act: 'accept' },
    });
    await desk.ask('bundles.accept', { bundleId: opened.id });
    const record = await desk.caseFrom('intake.look', { caseId: released.case?.id });
    expect(record).toMatchObject({ state: 'accepted', acceptedOn: '2026-11-27' });
  });

  it('names the value it was given, with where it is from', async () => {
    const desk = intakeDesk();
    const opened = await anOpenBundle(desk, 'newborn', issued);
    await handOverBundle(desk, opened);
    await desk.ask('bundles.accept', { bundleId: opened.id });
    const view = await lookAt(desk, opened);
    const receipt = stepOf(view, HUKOU.nameZh).case?.receiptNumber;
    await bundleFrom(desk, 'bundles.give', {
      bundleId: opened.id,
      itemCode: HUKOU.code,
      values: [{ meaning: 'child.citizen-number', value: citizenNumber(15, '20261005') }],
      paper: '户口簿',
    });
    const form = await desk.ask('form.look', { caseId: stepOf(view, CARD).case?.id });
    expect(form).toMatchObject({
      ok: true,
      value: {
        values: expect.arrayContaining([
          expect.objectContaining({
            meaning: 'child.citizen-number',
            readOnly: 'predecessor',
            value: expect.objectContaining({ source: 'predecessor', origin: receipt, masked: true }),
          }),
        ]),
      },
    });
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { all } from '#native/sqlite/database.ts';
import { deskWithReader, unplugReaders } from '../../support/card-form-desk.ts';
import { formAfter, formOf, held, WORKER } from '../../support/form-desk.ts';
import { handOverAll, intakeDesk } from '../../support/intake-desk.ts';
import { DAY_MS } from '../../support/progress-desk.ts';

const ADDRESS = 'applicant.address';
afterEach(unplugReaders);

const pick = (word: 'now' | 'before', field: string, reason = '证件换领过') => ({
  role: 'applicant',
  field,
  word,
  reason,
});

describe('F44 动态更新: the card, asked for again from the form', () => {
  it('that says something else stands beside what the person said, each with its day, and nothing else changes', async () => {
    const { desk, asks, place, applicant, window } = await deskWithReader();
    const before = applicant();
    desk.clock.move(20 * DAY_MS);
    expect(await asks('place resident-renewed')).toEqual({ role: 'applicant', differing: 2 });
    expect(applicant()).toEqual(before);
    const form = await formOf(desk, place.caseId);
    const [then, today] = [expect.stringMatching(/^2026-11-/), expect.stringMatching(/^2026-12-/)];
    expect(form.cardLines).toEqual([
      {
        role: 'applicant',
        field: 'address',
        before: expect.objectContaining({
          source: 'card',
          shown: '某省示范县****',
          masked: true,
          asOf: then,
        }),
        now: expect.objectContaining({ source: 'card', shown: '某省示范县****', masked: true, asOf: today }),
      },
      {
        role: 'applicant',
        field: 'validity',
        before: expect.objectContaining({ source: 'card', shown: '2021-03-12/2041-03-12', asOf: then }),
        now: expect.objectContaining({ source: 'card', shown: '2026-11-02/2046-11-02', asOf: today }),
      },
    ]);
    // It was asked for: the window fills nobody with it.
    expect(window).toEqual([]);
  });

  it('is decided field by field with a reason, and only then the person is what was decided', async () => {
    const { desk, asks, place, applicant } = await deskWithReader();
    const before = applicant();
    desk.clock.move(20 * DAY_MS);
    await asks('place resident-renewed');
    await expect(desk.ask('form.pick-card', { ...place, ...pick('now', 'address', ' 换 ') })).rejects.toThrow(
      /reason/,
    );
    const one = await formAfter(desk, 'form.pick-card', { ...place, ...pick('now', 'validity') });
    expect(one.cardLines.map(({ field }) => field)).toEqual(['address']);
    expect(applicant()).toEqual(before);
    const both = await formAfter(desk, 'form.pick-card', {
      ...place,
      ...pick('before', 'address', '户口簿为准'),
    });
    expect(both.cardLines).toEqual([]);
    const after = applicant();
    expect(after.details).toMatchObject({
      address: before.details.address,
      phone: '13800001234',
      chip: { validFrom: '20261102', validTo: '20461102' },
    });
    expect(after.verification).toBe('confirmed');
    // The address stays the word of the day it was read; everything else is of today.
    const fact = held(await formOf(desk, place.caseId), ADDRESS).value;
    const name = held(await formOf(desk, place.caseId), 'applicant.name').value;
    expect(fact).toMatchObject({ source: 'card', asOf: expect.stringMatching(/^2026-11-/) });
    expect(name).toMatchObject({ source: 'card', asOf: expect.stringMatching(/^2026-12-/) });
    const kept = all(desk.db, "SELECT picks ->> '$.address.reason' AS why, settled_at_ms FROM card_asking");
    expect(kept).toEqual([{ why: '户口簿为准', settled_at_ms: desk.clock.nowMs() }]);
    expect(() => desk.db.exec('DELETE FROM card_asking')).toThrow(/never forgotten/);
    expect(await desk.refusalOf('form.pick-card', { ...place, ...pick('now', 'address') })).toBe(
      'no-difference',
    );
  });

  it('shows either word whole only as an audited look', async () => {
    const { desk, asks, place } = await deskWithReader();
    await asks('place resident-renewed');
    const look = { ...place, role: 'applicant', field: 'address', purpose: 'compare-with-paper' };
    expect(await desk.ask('form.reveal-card', { ...look, word: 'now' })).toEqual({
      ok: true,
      value: { value: '某省示范县东湖街道新街2号1单元301室' },
    });
    expect(await desk.ask('form.reveal-card', { ...look, word: 'before' })).toMatchObject({
      value: { value: '某省示范县城关镇春风路8号3单元502室' },
    });
    expect(all(desk.db, "SELECT purpose FROM audit WHERE call = 'form.reveal-card'")).toHaveLength(2);
  });

  it('keeps the case from acceptance while nobody has picked', async () => {
    const { desk, asks, place, opened } = await deskWithReader();
    await handOverAll(desk, opened);
    await asks('place resident-renewed');
    expect((await formOf(desk, place.caseId)).standing.differing).toBe(2);
    expect(await desk.refusalOf('intake.accept', { caseId: opened.id })).not.toBe('ok');
    for (const field of ['address', 'validity'])
      await formAfter(desk, 'form.pick-card', { ...place, ...pick('now', field) });
    expect((await formOf(desk, place.caseId)).standing.differing).toBe(0);
  });

  it('that says the same makes the person one of today', async () => {
    const { desk, asks, applicant } = await deskWithReader();
    const { details, readAtMs } = applicant();
    desk.clock.move(DAY_MS);
    expect(await asks('place resident')).toEqual({ role: 'applicant', differing: 0 });
    expect(applicant()).toMatchObject({ details, readAtMs: (readAtMs ?? 0) + DAY_MS });
  });

  it('stands beside what was typed before a card was there, and a word that stays is still a typed one', async () => {
    const { desk, asks, place, visitId, applicant } = await deskWithReader();
    const { certificateNumber } = applicant().details;
    await desk.visitFrom('identity.clear-party', { visitId, role: 'applicant' });
    const typed = { name: '李春和', certificateNumber, address: '某省示范县旧街1号' };
    for (const [field, value] of Object.entries(typed))
      await desk.visitFrom('identity.set-field', { visitId, role: 'applicant', field, value });
    expect(await asks('place resident')).toEqual({ role: 'applicant', differing: 2 });
    const lines = (await formOf(desk, place.caseId)).cardLines;
    expect(lines.map(({ field, before }) => `${field} ${before.source}`)).toEqual([
      'name by-hand',
      'address by-hand',
    ]);
    expect(applicant().details).toMatchObject(typed);
    await formAfter(desk, 'form.pick-card', { ...place, ...pick('now', 'name') });
    await formAfter(desk, 'form.pick-card', { ...place, ...pick('before', 'address') });
    const form = await formOf(desk, place.caseId);
    expect(held(form, 'applicant.name').value?.source).toBe('card');
    expect(held(form, ADDRESS).value?.source).toBe('by-hand');
    const change = { visitId, role: 'applicant', value: '某省示范县新街9号' };
    expect(await desk.refusalOf('identity.set-field', { ...change, field: 'address' })).toBe('ok');
    expect(await desk.refusalOf('identity.set-field', { ...change, field: 'name' })).toBe('from-the-chip');
  });

  it('of another person is refused and changes nothing', async () => {
    const { desk, asks, place, applicant } = await deskWithReader();
    const before = applicant();
    expect(await asks('place resident-second')).toBe('card-of-another');
    expect(applicant()).toEqual(before);
    expect((await formOf(desk, place.caseId)).cardLines).toEqual([]);
  });

  it('that does not come within the usual time is said, and the next one is used as ever', async () => {
    const { asks, device, window, applicant } = await deskWithReader({ waitMs: 60 });
    const before = applicant();
    expect(await asks()).toBe('no-card-came');
    expect(applicant()).toEqual(before);
    device.tell('place resident');
    await expect.poll(() => window).toEqual(['reading', 'read', 'confirmed']);
  });

  it('that was swapped between its two reads is used for nothing', async () => {
    const { desk, asks, applicant, place } = await deskWithReader();
    const before = applicant();
    expect(await asks('place resident-renewed', 'swap resident')).toBe('reads-differ');
    expect(applicant()).toEqual(before);
    expect((await formOf(desk, place.caseId)).cardLines).toEqual([]);
  });

  it('is not waited for when the clerk says so, or asks anew', async () => {
    const { desk, asks } = await deskWithReader();
    const asked = asks();
    await desk.ask('form.stop-card', {});
    expect(await asked).toBe('card-not-wanted');
    const older = asks();
    expect(await asks('place resident')).toEqual({ role: 'applicant', differing: 0 });
    expect(await older).toBe('card-not-wanted');
  });

  it('is never asked for in a decided case, and one decided meanwhile stays what it was', async () => {
    const { desk, asks, opened, applicant } = await deskWithReader();
    await handOverAll(desk, opened);
    const before = applicant();
    const asked = asks();
    await desk.caseFrom('intake.receive', { caseId: opened.id });
    const frozen = await formOf(desk, opened.id);
    expect(await Promise.all([asked, asks('place resident-renewed')])).toContain('already-decided');
    expect(await formOf(desk, opened.id)).toEqual(frozen);
    expect(applicant()).toEqual(before);
  });

  it('without a reader is said', async () => {
    const desk = intakeDesk();
    const visitId = desk.aVisit();
    const { id: caseId } = await desk.caseFrom('intake.open', { visitId, itemCode: WORKER.code });
    expect(await desk.refusalOf('form.ask-card', { caseId })).toBe('no-reader');
  });
});

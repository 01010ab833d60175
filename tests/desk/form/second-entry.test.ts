import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { EntryList } from '#contract/shapes/form-view.ts';
import { all } from '#native/sqlite/database.ts';
import { DEMO_SITE } from '#desk/settings/demo-site.ts';
import { aReadyCase, intakeDesk, type IntakeDesk } from '../../support/intake-desk.ts';

const DAY_MS = 86_400_000;
const site = {
  ...DEMO_SITE,
  departmentSystems: [
    {
      department: 'scjg',
      nameZh: '市场监管登记系统',
      nameEn: 'Market registration',
      order: ['premises.right', 'legal-representative.citizen-number', 'enterprise.name', 'tax.invoice-kind'],
    },
  ],
};

/** A desk whose market office has a system of its own, and what was put onto the clipboard. */
function aDeskWithClipboard() {
  const copied: (readonly [string, number])[] = [];
  return { desk: intakeDesk({ site, copyText: (text, forMs) => copied.push([text, forMs]) }), copied };
}

async function anAcceptedCase(desk: IntakeDesk) {
  const ready = await aReadyCase(desk);
  return desk.caseFrom('intake.accept', { caseId: ready.id });
}

async function entries(desk: IntakeDesk, caseId: string): Promise<EntryList> {
  const reply = await desk.ask('form.entries', { caseId });
  if (!reply.ok) throw new Error(reply.refusal);
  return EntryList.parse(reply.value);
}

describe('what must be typed once more', () => {
  it('stands in the order of the department’s own form, masked, with what the case has', async () => {
    const { desk } = aDeskWithClipboard();
    const { id } = await anAcceptedCase(desk);
    const list = await entries(desk, id);
    expect(list.systemZh).toBe('市场监管登记系统');
    expect(list.typedTwice).toBe(0);
    expect(list.lines.map(({ meaning, shown, entered }) => [meaning, shown, entered])).toEqual([
      ['premises.right', '自有', null],
      ['legal-representative.citizen-number', expect.stringMatching(/^9901\*{10}\d{3}[\dX]$/), null],
      ['enterprise.name', '示范填写', null],
    ]);
  });

  it('goes onto the clipboard one by one for a minute, is marked, written down, and counted once a case', async () => {
    const { desk, copied } = aDeskWithClipboard();
    const { id } = await anAcceptedCase(desk);
    for (const meaning of ['premises.right', 'legal-representative.citizen-number']) {
      expect(await desk.refusalOf('form.copy-entry', { caseId: id, meaning })).toBe('ok');
    }
    expect(copied.map(([text]) => text)).toEqual(['自有', expect.stringMatching(/^990101\d{11}[\dX]$/)]);
    expect(copied.map(([, forMs]) => forMs)).toEqual([60_000, 60_000]);
    const list = await entries(desk, id);
    expect(list.lines.map(({ entered }) => entered?.by ?? null)).toEqual(['0317', '0317', null]);
    expect(list.typedTwice).toBe(1);
    const audit = z
      .array(z.object({ call: z.string(), subject: z.string().nullable() }))
      .parse(all(desk.db, "SELECT call, subject FROM audit WHERE call = 'form.copy-entry'"));
    expect(audit.map(({ subject }) => subject)).toEqual([
      `${id} premises.right`,
      `${id} legal-representative.citizen-number`,
    ]);

    const other = await anAcceptedCase(desk);
    await desk.ask('form.copy-entry', { caseId: other.id, meaning: 'enterprise.name' });
    expect((await entries(desk, id)).typedTwice).toBe(2);
    desk.clock.move(31 * DAY_MS);
    expect((await entries(desk, id)).typedTwice).toBe(0);
  });

  it('is refused in words where there is nothing to copy, no system, no receipt or no clipboard', async () => {
    const { desk, copied } = aDeskWithClipboard();
    const draft = await aReadyCase(desk);
    const wish = { caseId: draft.id, meaning: 'enterprise.name' };
    expect(await desk.refusalOf('form.copy-entry', wish)).toBe('not-received-yet');
    await desk.caseFrom('intake.accept', { caseId: draft.id });
    expect(await desk.refusalOf('form.copy-entry', { ...wish, meaning: 'tax.invoice-kind' })).toBe('empty');
    expect(copied).toEqual([]);

    const plain = intakeDesk();
    const { id } = await anAcceptedCase(plain);
    expect(await plain.refusalOf('form.entries', { caseId: id })).toBe('no-such-system');
    const noShell = intakeDesk({ site });
    const accepted = await anAcceptedCase(noShell);
    const there = { caseId: accepted.id, meaning: 'enterprise.name' };
    expect(await noShell.refusalOf('form.copy-entry', there)).toBe('no-clipboard-here');
    expect((await entries(noShell, accepted.id)).lines.every(({ entered }) => entered === null)).toBe(true);
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { pagesCalls } from '#contract/calls/pages.ts';
import type { VisitId } from '#contract/shapes/case.ts';
import type { IdentityNeed } from '#contract/shapes/network-identity.ts';
import { CaseEvent } from '#desk/platform/case-event.ts';
import { all } from '#native/sqlite/database.ts';
import { type RunningProvince, startProvince } from '../../stand-ins/province/start.ts';
import { aCaseFile } from '../../support/case-file.ts';
import { deskParts } from '../../support/desk-parts.ts';
import { handOverAll, type IntakeDesk, itemNamed, typeApplicant } from '../../support/intake-desk.ts';
import { aPng } from '../../support/made-files.ts';
import { networkWish } from '../../support/network-desk.ts';
import { sourceDesk } from '../../support/source-desk.ts';

const PAPER = 'premises';
const LI = { name: '李春禾', number: '990101199205174023' };
const CHEN = { name: '陈知远', number: '990101198701283355' };

let sandbox: RunningProvince;
beforeAll(async () => {
  sandbox = await startProvince();
});
afterAll(() => sandbox.stop());

function withNeed(desk: IntakeDesk, identityNeed: IdentityNeed, mustAppearInPerson = false): void {
  desk.shelf.items = desk.shelf.items.map((item) => ({ ...item, identityNeed, mustAppearInPerson }));
}

async function accepting(desk: IntakeDesk, visitId: VisitId): Promise<string> {
  const { code } = itemNamed('个体工商户设立登记');
  const opened = await desk.caseFrom('intake.open', { visitId, itemCode: code });
  await handOverAll(desk, opened);
  return desk.refusalOf('intake.accept', { caseId: opened.id });
}

describe('what a network certificate is good for (F16)', () => {
  it('accepts a case, is reported with it and frozen in it', async () => {
    const desk = await sourceDesk(sandbox);
    const visitId = desk.aVisit();
    await desk.visitFrom('identity.check-network', networkWish(desk, visitId, 'high-face'));
    expect(await accepting(desk, visitId)).toBe('ok');
    const owed = z
      .array(z.object({ event: z.string() }))
      .parse(all(desk.db, 'SELECT event_json AS event FROM outbox'));
    const reported = owed.map(({ event }) => CaseEvent.parse(JSON.parse(event)).applicant);
    expect(reported.length).toBeGreaterThan(0);
    for (const applicant of reported) {
      expect(applicant).toMatchObject({
        verification: 'network',
        network: { level: 'high', mode: 'face-certificate' },
      });
    }
  });

  it.each([
    ['high-level', 'basic-certificate', 'high-level-needed'],
    ['face', 'high-certificate', 'face-needed'],
    ['document', 'high-face', 'document-needed'],
    ['chip', 'high-face', 'chip-needed'],
  ] as const)('an item that asks for %s refuses %s with the reason', async (need, what, refusal) => {
    const desk = await sourceDesk(sandbox);
    withNeed(desk, need);
    const visitId = desk.aVisit();
    await desk.visitFrom('identity.check-network', networkWish(desk, visitId, what));
    expect(await accepting(desk, visitId)).toBe(refusal);
  });

  it('an item that wants the person in front of it asks for a face, and takes one', async () => {
    for (const [what, word] of [
      ['high-certificate', 'face-needed'],
      ['high-face', 'ok'],
    ] as const) {
      const desk = await sourceDesk(sandbox);
      withNeed(desk, 'any', true);
      const visitId = desk.aVisit();
      await desk.visitFrom('identity.check-network', networkWish(desk, visitId, what));
      expect([what, await accepting(desk, visitId)]).toEqual([what, word]);
    }
  });

  it('stands for the identity card among the papers: no copy is asked for', async () => {
    const desk = await sourceDesk(sandbox);
    const visitId = desk.aVisit();
    const { code } = itemNamed('个体工商户设立登记');
    const opened = await desk.caseFrom('intake.open', { visitId, itemCode: code });
    const cards = opened.materials.filter(({ nameZh }) => nameZh.includes('身份证'));
    expect(cards.map(({ route }) => route)).toEqual([null]);
    await desk.visitFrom('identity.check-network', networkWish(desk, visitId, 'high-face'));
    const now = await desk.caseFrom('intake.look', { caseId: opened.id });
    const proved = now.materials.find(({ id }) => id === cards[0]?.id);
    expect(proved).toMatchObject({ route: 'card', providedAtMs: desk.clock.nowMs() });
  });

  it('opens the page of one number for somebody without a card, where the mode tells the number', async () => {
    const board = { ...deskParts(aCaseFile()).board, waitingOfPerson: async () => null };
    const desk = await sourceDesk(sandbox, { named: { board } });
    const visitId = desk.aVisit();
    const page = async (what: string) => {
      const { scanId } = networkWish(desk, visitId, what);
      const which = { by: 'network', scanId };
      return desk.ask('people.page', { which, purpose: 'serve-at-the-window' });
    };
    expect(await page('high-certificate')).toMatchObject({
      ok: true,
      value: { name: null, certificateNumber: '9901**********3355', purpose: 'serve-at-the-window' },
    });
    expect(await page('basic-name')).toEqual({ ok: false, refusal: 'number-not-told' });
    expect(await page('expired')).toEqual({ ok: false, refusal: 'code-expired' });
    const kept = all(desk.db, 'SELECT visit_id, role, answer FROM network_check ORDER BY id');
    expect(kept).toEqual([
      { visit_id: null, role: null, answer: 'same-person' },
      { visit_id: null, role: null, answer: 'holder-needed' },
      { visit_id: null, role: null, answer: 'code-expired' },
    ]);
  });

  it.each([
    ['high-certificate', 1],
    ['basic-certificate', 0],
  ])('%s opens what this person gave before: %s copies', async (what, copies) => {
    const desk = await sourceDesk(sandbox);
    const own = what === 'high-certificate' ? CHEN : LI;
    const { code } = itemNamed('个体工商户设立登记');
    const before = desk.aVisit();
    await typeApplicant(desk, before, own);
    const first = await desk.caseFrom('intake.open', { visitId: before, itemCode: code });
    const caseId = first.id;
    const content = aPng(10);
    const added = await desk.ask('intake.add-file-piece', {
      caseId,
      materialId: PAPER,
      uploadId: randomUUID(),
      name: '扫描.png',
      offset: 0,
      totalBytes: content.length,
      base64: content.toString('base64'),
    });
    expect(added.ok).toBe(true);
    const listed = await desk.ask('pages.list', { caseId });
    const [page] = listed.ok ? pagesCalls['pages.list'].output.parse(listed.value) : [];
    await desk.caseFrom('intake.provide', {
      caseId,
      materialId: PAPER,
      route: 'scan',
      fileHash: page?.file.hash,
      checkedAgainstOriginal: true,
    });
    await desk.caseFrom('intake.receive', { caseId });
    const visitId = desk.aVisit();
    await desk.visitFrom('identity.check-network', networkWish(desk, visitId, what));
    const opened = await desk.caseFrom('intake.open', { visitId, itemCode: code });
    expect(opened.materials.filter(({ earlier }) => earlier !== null)).toHaveLength(copies);
  });
});

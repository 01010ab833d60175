import { beforeEach, describe, expect, it } from 'vitest';
import { calls } from '#contract/calls.ts';
import type { CaseId, VisitId } from '#contract/shapes/case.ts';
import { messageOf } from '#desk/platform/adapters/frame-event.ts';
import { CaseEvent } from '#desk/platform/case-event.ts';
import { all, run } from '#native/sqlite/database.ts';
import { CITIZEN, onScreen, sign } from '../../support/citizen-signs.ts';
import {
  citizenNumber,
  type IntakeDesk,
  intakeDesk,
  itemNamed,
  readyCaseIn,
  typeApplicant,
} from '../../support/intake-desk.ts';
import { DAY_MS } from '../../support/progress-desk.ts';

const item = itemNamed('社会保障卡申领');
const other = itemNamed('个体工商户设立登记');
const helper = { name: '吴示范', badge: 'V0007', point: '新光村便民服务点' };
const consent = { on: '2026-11-01', until: '2027-12-31', items: [item.code], originalSeen: true };
const Lists = calls['help.lists'].output;

let desk: IntakeDesk;
beforeEach(() => {
  desk = intakeDesk();
});

const help = (visitId: VisitId, changes: object = {}) =>
  desk.refusalOf('help.save', { visitId, mode: 'stand-in', helper, consent, ...changes });

async function lists() {
  const told = await desk.ask('help.lists', {});
  return Lists.parse(told.ok ? told.value : null);
}

/** What the steps of a case say of a helper, as the platform reads it. */
function assistanceTold(caseId: CaseId): unknown[] {
  const rows = all(desk.db, 'SELECT event_json AS event FROM outbox WHERE case_id = @caseId', { caseId });
  return rows.map((row) => {
    const event = CaseEvent.parse(JSON.parse(String(Reflect.get(Object(row), 'event'))));
    return messageOf(event, { key: caseId, step: 1, officialNumber: null }).assistance;
  });
}

/** One citizen of the village: a visit, a case and a receipt of their own. */
async function acceptedFor(): Promise<{ readonly visitId: VisitId; readonly receiptNumber: string | null }> {
  const visitId = desk.aVisit();
  const { id: caseId } = await readyCaseIn(desk, visitId, item);
  expect(await help(visitId)).toBe('ok');
  const { receiptNumber } = await desk.caseFrom('intake.accept', { caseId });
  return { visitId, receiptNumber };
}

describe('F42 a helper in a visit', () => {
  it('is written down only on the citizen’s signed word, and what they did is kept as it was', async () => {
    const visitId = desk.aVisit();
    await readyCaseIn(desk, visitId, item);
    expect(await help(visitId, { consent: { ...consent, originalSeen: false } })).toBe('consent-unseen');
    expect(await help(visitId, { helper: { ...helper, badge: '0317' } })).toBe('helper-decides');
    expect(await help(visitId, { helper: { ...helper, name: '李晓雨' } })).toBe('helper-is-party');
    expect(await desk.refusalOf('help.note', { visitId, act: 'fill-in' })).toBe('no-helper');

    expect(await help(visitId)).toBe('ok');
    expect(await desk.refusalOf('help.note', { visitId, act: 'bring-papers' })).toBe('ok');
    expect(await help(visitId, { helper: { ...helper, badge: 'V0008' } })).toBe('another-helper');
    expect(await desk.ask('help.look', { visitId })).toMatchObject({
      ok: true,
      value: { help: { mode: 'stand-in', helper, did: [{ act: 'bring-papers', clerk: '0317' }] } },
    });
    expect(() => run(desk.db, "UPDATE help_act SET act = 'explain'")).toThrow('never changed');
    expect(() => run(desk.db, 'DELETE FROM help_act')).toThrow('never deleted');
  });

  it('has no power of the citizen or of the organ', async () => {
    const { visitId } = await acceptedFor();
    for (const act of ['sign', 'promise', 'accept', 'decide', 'collect-result']) {
      expect(await desk.refusalOf('help.note', { visitId, act })).toBe('not-for-a-helper');
    }
  });
});

describe('F42 acceptance of a case in which a helper acts', () => {
  it('wants a consent that names the item and holds on the day the papers came in', async () => {
    const visitId = desk.aVisit();
    await readyCaseIn(desk, visitId, item);
    expect(await help(visitId)).toBe('ok');
    const { id: caseId, outcomes } = await readyCaseIn(desk, visitId, other);
    expect(outcomes).toContainEqual({ outcome: 'accept', open: false, because: 'consent-misses-item' });
    for (const act of ['intake.receive', 'intake.accept'] as const) {
      expect(await desk.refusalOf(act, { caseId })).toBe('consent-misses-item');
    }
    expect(await help(visitId, { consent: { ...consent, items: [] } })).toBe('ok');
    expect(await desk.refusalOf('intake.receive', { caseId })).toBe('ok');
  });

  it('refuses once the consent has run out, and takes in what came while it held', async () => {
    const visitId = desk.aVisit();
    const received = await readyCaseIn(desk, visitId, item);
    const day = '2026-11-24';
    expect(await help(visitId, { consent: { ...consent, until: day } })).toBe('ok');
    expect(await desk.refusalOf('intake.receive', { caseId: received.id })).toBe('ok');
    const late = await readyCaseIn(desk, visitId, item);
    desk.clock.move(DAY_MS);
    expect(await desk.refusalOf('intake.accept', { caseId: late.id })).toBe('consent-not-now');
    expect(await desk.refusalOf('intake.accept', { caseId: received.id })).toBe('ok');
  });

  it('is told to the province with the helper', async () => {
    const visitId = desk.aVisit();
    const { id: caseId } = await readyCaseIn(desk, visitId, item);
    const alone = await readyCaseIn(desk, desk.aVisit(), item);
    expect(await help(visitId)).toBe('ok');
    await desk.caseFrom('intake.accept', { caseId });
    await desk.caseFrom('intake.accept', { caseId: alone.id });
    const row = {
      assist_type: '2',
      helper_name: helper.name,
      helper_no: helper.badge,
      service_point: helper.point,
      consent_date: consent.on,
      consent_until: consent.until,
    };
    expect(assistanceTold(caseId)).toEqual([row, row]);
    expect(assistanceTold(alone.id)).toEqual([undefined, undefined]);
  });
});

describe('F42 the consent on the citizen’s screen', () => {
  const ask = (visitId: VisitId, changes: object = {}) =>
    desk.refusalOf('help.ask-consent', {
      visitId,
      helper,
      until: consent.until,
      items: [item.code],
      ...changes,
    });

  it('is a paper of its own, and stands once the citizen has signed it there', async () => {
    const visitId = desk.aVisit();
    expect(await ask(visitId)).toBe('identity-missing');
    const { id: caseId } = await readyCaseIn(desk, visitId, item);
    expect(await ask(visitId, { helper: { ...helper, badge: '0317' } })).toBe('helper-decides');
    expect(await ask(visitId, { items: [other.code] })).toBe('consent-misses-item');
    expect(await ask(visitId, { until: '2026-11-23' })).toBe('consent-not-now');
    expect(await ask(visitId)).toBe('ok');
    expect(await desk.refusalOf('intake.accept', { caseId })).toBe('consent-unseen');
    const paper = await onScreen(desk);
    expect(paper).toMatchObject({ kind: 'help-consent', title: '帮办代办同意书', signer: '申请人本人' });
    expect(paper?.rows).toContainEqual({ label: '帮办员', value: '吴示范　工作证号 V0007' });

    desk.parts.said.length = 0;
    await sign(desk);
    expect(desk.parts.said).toContain('visit.changed');
    expect(await desk.ask('help.look', { visitId })).toMatchObject({
      value: {
        help: {
          mode: 'assist',
          consent: {
            on: '2026-11-24',
            originalSeen: true,
            paper: { signing: { outcome: 'signed', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } },
          },
        },
      },
    });
    expect(await desk.refusalOf('intake.accept', { caseId })).toBe('ok');
    expect(assistanceTold(caseId)[0]).toMatchObject({ assist_type: '1', consent_date: '2026-11-24' });
  });

  it('does not stand when the citizen says no, nor for somebody else who applies', async () => {
    const visitId = desk.aVisit();
    const { id: caseId } = await readyCaseIn(desk, visitId, item);
    expect(await ask(visitId)).toBe('ok');
    const signingId = (await onScreen(desk))?.signingId;
    expect(await desk.refusalOf('citizen.object', { signingId }, CITIZEN)).toBe('ok');
    expect(await desk.refusalOf('intake.accept', { caseId })).toBe('consent-unseen');

    expect(await ask(visitId)).toBe('ok');
    await sign(desk);
    await typeApplicant(desk, visitId, { number: citizenNumber(7) });
    expect(await desk.refusalOf('intake.accept', { caseId })).toBe('consent-unseen');
    expect(await ask(visitId)).toBe('ok');
    await sign(desk);
    expect(await desk.refusalOf('intake.accept', { caseId })).toBe('ok');
  });

  it('leaves the screen when the consent came on paper meanwhile', async () => {
    const visitId = desk.aVisit();
    await readyCaseIn(desk, visitId, item);
    expect(await ask(visitId)).toBe('ok');
    expect(await help(visitId, { mode: 'assist' })).toBe('ok');
    expect(await onScreen(desk)).toBeNull();
  });
});

describe('F42 the list of a village point', () => {
  it('gathers the slips of several citizens, each with its own number, and is signed for once', async () => {
    const brought = [await acceptedFor(), await acceptedFor(), await acceptedFor()];
    const numbers = brought.map(({ receiptNumber }) => receiptNumber);
    expect(new Set(numbers).size).toBe(3);
    const { waiting } = await lists();
    expect(waiting.map(({ cases }) => cases.map((one) => one.receiptNumber))).toEqual([numbers]);
    expect(JSON.stringify(waiting)).not.toContain('李晓雨');

    expect(await desk.refusalOf('help.make-list', { badge: helper.badge })).toBe('ok');
    expect(await desk.refusalOf('help.make-list', { badge: helper.badge })).toBe('nothing-to-list');
    const [list] = (await lists()).lists;
    expect(list?.cases.map((one) => one.receiptNumber)).toEqual(numbers);
    const signFor = (badge: string) => desk.refusalOf('help.sign-list', { listId: list?.id, badge });
    expect(await signFor('V0008')).toBe('badge-of-another');
    expect(await signFor(helper.badge)).toBe('ok');
    expect(await signFor(helper.badge)).toBe('list-signed-already');
    const [signed] = (await lists()).lists;
    expect(signed?.taken).toMatchObject({ clerk: '0317' });
    expect(signed?.paper?.signing).toMatchObject({ state: 'settled', outcome: 'on-paper' });
    for (const { visitId } of brought) {
      expect(await desk.ask('help.look', { visitId })).toMatchObject({
        value: { help: { did: [{ act: 'take-slip' }] } },
      });
    }
  });

  it('is a numbered paper that says what goes along of whom, and may be signed on the screen', async () => {
    const brought = [await acceptedFor(), await acceptedFor()];
    expect(await desk.refusalOf('help.make-list', { badge: helper.badge })).toBe('ok');
    const [list] = (await lists()).lists;
    const noticeId = list?.paper?.id;
    expect(list?.paper).toMatchObject({
      kind: 'help-list',
      documentNumber: '帮办〔2026〕990101-03-0001号',
      signing: { state: 'wanted' },
    });
    const told = await desk.ask('notices.look', { noticeId });
    const { content } = calls['notices.look'].output.parse(told.ok ? told.value : null);
    expect(content.table?.rows.map(([no, number, , who]) => [no, number, who])).toEqual(
      brought.map(({ receiptNumber }, at) => [String(at + 1), receiptNumber, '李*']),
    );
    expect(content.table?.rows[0]?.[4]).toMatch(
      /^凭证：收件凭证 收件〔2026〕\S+号；受理通知书 受理〔2026〕\S+号。退还原件：.+。$/,
    );
    expect(JSON.stringify(content)).not.toContain('李晓雨');

    expect(await desk.refusalOf('notices.ask-signature', { noticeId })).toBe('ok');
    expect(await onScreen(desk)).toMatchObject({ kind: 'help-list', signer: '帮办员' });
    await sign(desk);
    expect(await desk.refusalOf('help.sign-list', { listId: list?.id, badge: helper.badge })).toBe('ok');
    expect((await lists()).lists[0]?.paper?.signing).toMatchObject({ outcome: 'signed' });
  });

  it('takes no case the consent does not name, and the others all the same', async () => {
    const { visitId, receiptNumber } = await acceptedFor();
    const { id: caseId } = await readyCaseIn(desk, visitId, other);
    const refused = { caseId, reason: 'not-competent', say: '不属于本机关职权范围' };
    expect(await desk.refusalOf('intake.refuse', refused)).toBe('ok');
    expect(await desk.refusalOf('help.make-list', { badge: helper.badge })).toBe('ok');
    const { waiting, lists: made } = await lists();
    expect(made.map(({ cases }) => cases.map((one) => one.receiptNumber))).toEqual([[receiptNumber]]);
    expect(waiting.map(({ cases }) => cases.map((one) => one.caseId))).toEqual([[caseId]]);
    expect(await desk.refusalOf('help.make-list', { badge: helper.badge })).toBe('consent-misses-item');
  });
});

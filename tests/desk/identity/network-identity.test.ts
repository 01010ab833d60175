import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { VisitId } from '#contract/shapes/case.ts';
import { closeVisit } from '#desk/store/visits.ts';
import { all } from '#native/sqlite/database.ts';
import { networkCode } from '../../stand-ins/network-codes.ts';
import { type RunningProvince, startProvince } from '../../stand-ins/province/start.ts';
import { aCard, aReading, intakeDesk, type IntakeDesk, ticketIdOf } from '../../support/intake-desk.ts';
import { networkWish } from '../../support/network-desk.ts';
import { sourceDesk } from '../../support/source-desk.ts';

const LI = { name: '李春禾', number: '990101199205174023' };
const APPLICANT = 'applicant';

let sandbox: RunningProvince;
beforeAll(async () => {
  sandbox = await startProvince();
});
afterAll(() => sandbox.stop());
afterEach(() => sandbox.faults({ rules: [] }));

const Row = z.looseObject({ answer: z.string(), trouble: z.string().nullable(), code_hash: z.string() });

function checks({ db }: IntakeDesk) {
  return z.array(Row).parse(all(db, 'SELECT * FROM network_check ORDER BY asked_at_ms, id'));
}

async function type(desk: IntakeDesk, visitId: VisitId, fields: Record<string, string>): Promise<void> {
  for (const [field, value] of Object.entries(fields)) {
    await desk.visitFrom('identity.set-field', { visitId, role: APPLICANT, field, value });
  }
}

describe('a network certificate at the window (F16)', () => {
  it('proves who it is and fills name and number, with level, mode and source', async () => {
    const desk = await sourceDesk(sandbox);
    const visitId = desk.aVisit();
    const visit = await desk.visitFrom('identity.check-network', networkWish(desk, visitId, 'high-face'));
    expect(visit.applicant).toMatchObject({
      name: '李*',
      certificateNumber: '9901**********4023',
      source: 'network-identity',
      verification: 'network',
      network: { level: 'high', mode: 'face-certificate', by: '示范省网络身份认证平台' },
      objections: [],
    });
    expect(visit.handler).toBeNull();
  });

  it('keeps what was typed beside it, and lets nobody type over what it proved', async () => {
    const desk = await sourceDesk(sandbox);
    const visitId = desk.aVisit();
    await type(desk, visitId, { phone: '13800001234' });
    const visit = await desk.visitFrom('identity.check-network', networkWish(desk, visitId, 'high-face'));
    expect(visit.applicant?.phone).toBe('138****1234');
    for (const field of ['name', 'certificateNumber', 'certificateKind', 'kind']) {
      const set = { visitId, role: APPLICANT, field, value: 'person' };
      expect([field, await desk.refusalOf('identity.set-field', set)]).toEqual([field, 'from-the-network']);
    }
    await type(desk, visitId, { phone: '13900001234', address: '示范县' });
  });

  it('answers yes or no only where the mode tells nothing: name and number come first', async () => {
    const desk = await sourceDesk(sandbox);
    const visitId = desk.aVisit();
    expect(await desk.refusalOf('identity.check-network', networkWish(desk, visitId, 'basic-name'))).toBe(
      'holder-needed',
    );
    await type(desk, visitId, { name: LI.name, certificateNumber: LI.number });
    const visit = await desk.visitFrom('identity.check-network', networkWish(desk, visitId, 'basic-name'));
    expect(visit.applicant).toMatchObject({
      verification: 'network',
      network: { level: 'basic', mode: 'name-number' },
    });
  });

  it.each([
    ['expired', 'code-expired'],
    ['unknown', 'code-unknown'],
  ])('%s: says %s and leaves everything as it was', async (what, refusal) => {
    const desk = await sourceDesk(sandbox);
    const visitId = desk.aVisit();
    await type(desk, visitId, { name: '王示范' });
    expect(await desk.refusalOf('identity.check-network', networkWish(desk, visitId, what))).toBe(refusal);
    const visit = await desk.visitFrom('intake.visit', {});
    expect(visit.applicant).toMatchObject({ name: '王*', source: 'by-hand', network: null });
    expect(checks(desk).map(({ answer }) => answer)).toEqual([refusal]);
  });

  it('is good once: the same code is refused by the platform, and here without asking it', async () => {
    const desk = await sourceDesk(sandbox);
    const another = await sourceDesk(sandbox);
    const visitId = desk.aVisit();
    const code = networkCode('high-face', Date.now());
    const ask = async (at: IntakeDesk, visit: VisitId) =>
      at.refusalOf('identity.check-network', {
        visitId: visit,
        role: APPLICANT,
        scanId: at.parts.networkCodes.keep(code),
      });
    expect(await ask(desk, visitId)).toBe('ok');
    expect(await ask(another, another.aVisit())).toBe('code-used');
    const asked = (await sandbox.queries()).length;
    await desk.visitFrom('identity.clear-party', { visitId, role: APPLICANT });
    expect(await ask(desk, visitId)).toBe('code-used');
    expect(await sandbox.queries()).toHaveLength(asked);
  });

  it('of another person proves nobody, by number and by name, and half a name is a name', async () => {
    const desk = await sourceDesk(sandbox);
    const visitId = desk.aVisit();
    await type(desk, visitId, { name: '王示例', certificateNumber: LI.number });
    expect(await desk.refusalOf('identity.check-network', networkWish(desk, visitId, 'high-face'))).toBe(
      'another-person',
    );
    await desk.visitFrom('identity.clear-party', { visitId, role: APPLICANT });
    await type(desk, visitId, { name: '王示范' });
    expect(await desk.refusalOf('identity.check-network', networkWish(desk, visitId, 'high-face'))).toBe(
      'another-person',
    );
    expect((await desk.visitFrom('intake.visit', {})).applicant).toMatchObject({ source: 'by-hand' });
  });

  it('falls back to the card while the line is away, slow or in trouble, and takes nobody in silently', async () => {
    const cases = [
      [{ kind: 'status', status: 500 }, 'network-fault'],
      [{ kind: 'garbage' }, 'network-fault'],
      [{ kind: 'never' }, 'network-slow'],
    ] as const;
    for (const [fault, refusal] of cases) {
      const desk = await sourceDesk(sandbox);
      const visitId = desk.aVisit();
      await sandbox.faults({ rules: [{ match: { operation: 'checkNetworkIdentity' }, fault }] });
      expect([
        fault.kind,
        await desk.refusalOf('identity.check-network', networkWish(desk, visitId, 'high-face')),
      ]).toEqual([fault.kind, refusal]);
      expect((await desk.visitFrom('intake.visit', {})).applicant).toBeNull();
      expect(checks(desk)).toMatchObject([{ answer: 'away', trouble: expect.any(String) }]);
    }
    const away = await sourceDesk({ url: 'http://127.0.0.1:9' }, { listed: false });
    const visitId = away.aVisit();
    expect(await away.refusalOf('identity.check-network', networkWish(away, visitId, 'high-face'))).toBe(
      'network-away',
    );
    away.readings.set('r-1', {
      reading: aReading({ id: 'r-1', readAtMs: away.clock.nowMs() }),
      confirmed: true,
    });
    const visit = await away.visitFrom('identity.use-card', { visitId, role: APPLICANT, readingId: 'r-1' });
    expect(visit.applicant).toMatchObject({ source: 'card-chip', verification: 'confirmed', network: null });
  });

  it('is not asked about in a hall that reports to nobody', async () => {
    const desk = intakeDesk();
    const visitId = desk.aVisit();
    expect(await desk.refusalOf('identity.check-network', networkWish(desk, visitId, 'high-face'))).toBe(
      'network-not-connected',
    );
  });

  it('gives way to a chip that was read, and is replaced by the card of the same person', async () => {
    const desk = await sourceDesk(sandbox);
    const visitId = desk.aVisit();
    await desk.visitFrom('identity.check-network', networkWish(desk, visitId, 'high-face'));
    const reading = aReading({
      id: 'r-1',
      readAtMs: desk.clock.nowMs(),
      card: aCard({ ...LI, birth: '19920517' }),
    });
    desk.readings.set('r-1', { reading, confirmed: true });
    const visit = await desk.visitFrom('identity.use-card', { visitId, role: APPLICANT, readingId: 'r-1' });
    expect(visit.applicant).toMatchObject({ source: 'card-chip', network: null });
    expect(await desk.refusalOf('identity.check-network', networkWish(desk, visitId, 'high-face'))).toBe(
      'chip-stands',
    );
  });

  it('proves a person only, at an open visit, within a minute of being shown', async () => {
    const desk = await sourceDesk(sandbox);
    const visitId = desk.aVisit();
    await type(desk, visitId, { kind: 'enterprise' });
    expect(await desk.refusalOf('identity.check-network', networkWish(desk, visitId, 'high-face'))).toBe(
      'only-a-person',
    );
    const late = networkWish(desk, visitId, 'high-face', 'handler');
    desk.clock.move(60_001);
    expect(await desk.refusalOf('identity.check-network', late)).toBe('scan-gone');
    const twice = networkWish(desk, visitId, 'high-face', 'handler');
    expect(await desk.refusalOf('identity.check-network', twice)).toBe('ok');
    expect(await desk.refusalOf('identity.check-network', twice)).toBe('scan-gone');
    desk.db.transaction(() => closeVisit(desk.db, ticketIdOf(1), desk.clock.nowMs()))();
    expect(await desk.refusalOf('identity.check-network', networkWish(desk, visitId, 'high-face'))).toBe(
      'visit-finished',
    );
  });

  it('leaves no code in the clear: not in the file, not in the audit, not at the inspection of the platform', async () => {
    const desk = await sourceDesk(sandbox);
    const visitId = desk.aVisit();
    const code = networkCode('high-face', Date.now());
    const scanId = desk.parts.networkCodes.keep(code);
    await desk.visitFrom('identity.check-network', { visitId, role: APPLICANT, scanId });
    const tables = z
      .array(z.object({ name: z.string() }))
      .parse(all(desk.db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%_find%'"));
    const everything = tables
      .map(({ name }) => JSON.stringify(all(desk.db, `SELECT * FROM "${name}"`)))
      .join('');
    expect(everything).toContain('identity.check-network');
    expect(everything).not.toContain(code.slice(7, 40));
    expect(checks(desk)[0]?.code_hash).toMatch(/^[0-9a-f]{64}$/);
    const audit = z
      .array(
        z.looseObject({
          subject: z.string().nullable(),
          purpose: z.string().nullable(),
          outcome: z.string(),
        }),
      )
      .parse(all(desk.db, "SELECT * FROM audit WHERE call = 'identity.check-network'"));
    expect(audit).toMatchObject([
      { subject: `${visitId} applicant`, purpose: 'prove-identity', outcome: 'ok' },
    ]);
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { unknownCodesSeen } from '#desk/store/unknown-codes.ts';
import { itemNamed } from '../../support/intake-desk.ts';
import { anOpenCase, paperOf, sourceDesk } from '../../support/source-desk.ts';
import { type RunningProvince, startProvince } from '../../stand-ins/province/start.ts';

const PERMIT = itemNamed('食品经营许可（新办）');
const licence = { materialId: 'licence', kind: 'licence', basis: 'consent' } as const;

let sandbox: RunningProvince;
beforeAll(async () => {
  sandbox = await startProvince();
});
afterAll(() => sandbox.stop());
afterEach(() => sandbox.faults({ rules: [] }));

describe('a code of the platform that nobody here knows', () => {
  it('is kept as it came, proves nothing, and is counted for a technician; one we know is not', async () => {
    const desk = await sourceDesk(sandbox);
    const { id: caseId } = await anOpenCase(desk, PERMIT);
    const asked = async (status: string) => {
      const fault = { kind: 'licence-status', status };
      await sandbox.faults({ rules: [{ match: { operation: 'queryLicence' }, fault }] });
      return paperOf(await desk.caseFrom('materials.query', { caseId, ...licence }), 'licence');
    };
    expect(await asked('03')).toMatchObject({ route: null, query: { status: '03' } });
    expect(unknownCodesSeen(desk.db)).toEqual([]);
    expect(await asked('88')).toMatchObject({ route: null, query: { answer: 'not-valid', status: '88' } });
    await asked('88');
    expect(unknownCodesSeen(desk.db)).toEqual([
      { table: 'licence-status', code: '88', times: 2, lastAtMs: desk.clock.nowMs() },
    ]);
  });
});

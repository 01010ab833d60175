import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type RunningProvince, startProvince } from '../stand-ins/province/start.ts';
import { type Cell, CELLS } from './fault-cells.ts';
import { expectNothingLost } from './invariants.ts';
import { anEvent, itsAcceptance, openWindow, type ReportingWindow, until } from './reporting-window.ts';

let province: RunningProvince;
let window: ReportingWindow;
let serial = 100;

beforeAll(async () => {
  province = await startProvince();
});
afterAll(() => province.stop());
afterEach(() => window.remove());

describe('the fault matrix of the platform', () => {
  it.each(CELLS)('$name', async (cell) => {
    const victim = anEvent((serial += 1));
    const bystander = anEvent((serial += 1));
    await province.faults(faultsOf(cell, victim.caseId));
    window = openWindow({ url: province.url });
    const { sync, view } = window;
    window.owe(victim, itsAcceptance(victim), bystander);
    const first = () => window.debtsOf(victim.caseId)[0];

    const { seen } = cell;
    if (seen) {
      await until(
        () => first()?.state === seen.state && first()?.because === seen.because,
        () => `${seen.state}, ${seen.because}; it is ${first()?.state}, ${first()?.because}`,
      );
      if (seen.line) {
        const { line } = seen;
        await until(
          () => view().line === line,
          () => `the line is ${line}; it is ${view().line}`,
        );
      }
      expect(window.debtsOf(victim.caseId)[1]).toMatchObject({ attempts: 0, doneAtMs: null });
    }
    if (cell.stopsAll) {
      expect(first()?.attempts).toBe(0);
      expect(window.debtsOf(bystander.caseId)[0]?.state).toMatch(/^(paused|done)$/);
    } else
      await until(
        () => window.debtsOf(bystander.caseId)[0]?.state === 'done',
        () => 'the other case moves on',
      );
    await expectNothingLost(window, province);

    await province.faults({ rules: [] });
    if (cell.end === 'stays') {
      await sync.tryNow();
      expect(first()?.state).toBe(seen?.state);
      expect(window.debtsOf(victim.caseId)[1]?.attempts).toBe(0);
      expect(view().needsClerk).toBe(1);
    } else {
      if (cell.end === 'asked') await sync.tryNow();
      await until(
        () => view().owed === 0,
        () => 'both steps are settled once the fault is over',
      );
    }
    await expectNothingLost(window, province);
  });
});

function faultsOf(cell: Cell, caseGuid: string) {
  const rule = {
    match: { operation: 'sendEvent', caseGuid },
    fault: cell.fault,
    ...(cell.times === undefined ? {} : { times: cell.times }),
  };
  return JSON.parse(JSON.stringify({ rules: [rule, ...(cell.besides ?? [])] }));
}

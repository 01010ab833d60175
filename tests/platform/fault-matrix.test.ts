import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CaseEvent } from '#desk/platform/case-event.ts';
import type { Json } from '../stand-ins/province/json.ts';
import { type RunningProvince, startProvince } from '../stand-ins/province/start.ts';
import type { Cell } from './fault-cell.ts';
import { expectNothingLost } from './invariants.ts';
import { LINE_CELLS } from './line-cells.ts';
import { PLATFORM_CELLS } from './platform-cells.ts';
import { anEvent, itsAcceptance, openWindow, type ReportingWindow, until } from './reporting-window.ts';

let province: RunningProvince;
let window: ReportingWindow;
let serial = 100;

beforeAll(async () => {
  province = await startProvince();
});
afterAll(() => province.stop());
afterEach(() => window.remove());

describe.each([
  ['the line', LINE_CELLS],
  ['the platform', PLATFORM_CELLS],
])('the fault matrix: %s', (_, cells) => {
  it.each(cells)('$name', async (cell) => {
    const victim = anEvent((serial += 1));
    const bystander = anEvent((serial += 1));
    await province.faults(faultsOf(cell, victim.caseId));
    window = openWindow({ url: province.url });
    window.owe(victim, itsAcceptance(victim), bystander);

    await itIsSeen(cell, victim);
    await theOtherCaseMovesOn(cell, bystander);
    await expectNothingLost(window, province);

    await province.faults({ rules: [] });
    await itEnds(cell);
    await expectNothingLost(window, province);
    expect(standingOf(victim)).toEqual(standingIn(cell));
  });
});

const stepOf = (event: CaseEvent, step: number) => window.debtsOf(event.caseId)[step - 1];

/** A step that waits for the one before was not touched; one that follows a settled one is settled too. */
const standingIn = ({ end, seen }: Cell) =>
  end === 'stays'
    ? { first: seen?.state, second: 'pending', needsClerk: 1 }
    : { first: 'done', second: 'done', needsClerk: 0 };

const standingOf = (victim: CaseEvent) => ({
  first: stepOf(victim, 1)?.state,
  second: stepOf(victim, 2)?.state,
  needsClerk: window.view().needsClerk,
});

async function itIsSeen({ seen, stopsAll }: Cell, victim: CaseEvent): Promise<void> {
  const first = () => stepOf(victim, 1);
  if (!seen) {
    await until(
      () => stepOf(victim, 2)?.state === 'done',
      () => `it settles by itself; it is ${first()?.state}, ${first()?.because}`,
    );
    return;
  }
  await until(
    () => first()?.state === seen.state && first()?.because === seen.because,
    () => `${seen.state}, ${seen.because}; it is ${first()?.state}, ${first()?.because}`,
  );
  const { line } = seen;
  await until(
    () => line === undefined || window.view().line === line,
    () => `the line is ${line}; it is ${window.view().line}`,
  );
  expect(stepOf(victim, 2)?.attempts, 'a later step waits for the one before').toBe(0);
  const attempts = first()?.attempts ?? 0;
  expect(attempts > 0, 'a refused line is not counted against a debt').toBe(stopsAll !== true);
}

async function theOtherCaseMovesOn({ stopsAll }: Cell, bystander: CaseEvent): Promise<void> {
  const mayBe = stopsAll ? ['paused', 'done'] : ['done'];
  await until(
    () => mayBe.includes(stepOf(bystander, 1)?.state ?? ''),
    () => `the other case is ${mayBe.join(' or ')}`,
  );
}

async function itEnds(cell: Cell): Promise<void> {
  if (cell.end !== 'done') await window.sync.tryNow();
  await until(
    () => cell.end === 'stays' || window.view().owed === 0,
    () => 'both steps are settled once the fault is over',
  );
}

function faultsOf(cell: Cell, caseGuid: string): Json {
  const times = cell.times === undefined ? {} : { times: cell.times };
  const rule = { match: { operation: 'sendEvent', caseGuid }, fault: cell.fault, ...times };
  return { rules: [rule, ...(cell.besides ?? [])] };
}

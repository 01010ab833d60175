import { afterEach, expect, it } from 'vitest';
import { type RunningProvince, startProvince } from '../stand-ins/province/start.ts';
import { expectNothingLost } from '../platform/invariants.ts';
import {
  anEvent,
  itsAcceptance,
  openWindow,
  type ReportingWindow,
  until,
} from '../platform/reporting-window.ts';

let province: RunningProvince;
let window: ReportingWindow;

afterEach(async () => {
  await window.remove();
  await province.stop();
});

const CASES = 150;

it('300 steps taken in while the platform was away are all there once it is back, none twice', async () => {
  province = await startProvince();
  await province.faults({ down: true });
  window = openWindow({ url: province.url });
  const events = Array.from({ length: CASES }, (_, at) => anEvent(101 + at));
  for (const event of events) window.owe(event, itsAcceptance(event));
  await until(
    () => window.view().line === 'away',
    () => 'the platform is away',
  );
  expect(window.view()).toMatchObject({ owed: 2 * CASES, owedCases: CASES });

  await province.faults({ rules: [] });
  await window.sync.tryNow();

  expect(window.view()).toMatchObject({ owed: 0, doneToday: 2 * CASES, line: 'ok' });
  await expectNothingLost(window, province);
  const held = await province.cases();
  expect(held).toHaveLength(CASES);
  expect(held.flatMap((one) => one.events.map((event) => event.arrivals)).every((count) => count <= 2)).toBe(
    true,
  );
});

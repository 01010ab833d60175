import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { officialNumberOf } from '#desk/store/official-numbers.ts';
import { syncStateOf } from '#desk/store/outbox.ts';
import { type RunningProvince, startProvince } from '../stand-ins/province/start.ts';
import { anEvent, itsAcceptance, openWindow, type ReportingWindow, until } from './reporting-window.ts';

let province: RunningProvince;
let window: ReportingWindow;

beforeEach(async () => {
  province = await startProvince();
  window = openWindow({ url: province.url });
});

afterEach(async () => {
  await window.remove();
  await province.stop();
});

describe('what is owed', () => {
  it('reaches the province in order, with the official number kept beside the receipt number', async () => {
    const received = anEvent(101);
    window.owe(received, itsAcceptance(received));
    await until(
      () => window.view().owed === 0,
      () => 'both steps acknowledged',
    );

    const [held] = await province.cases();
    expect(held?.events.map((event) => event.step)).toEqual([1, 2]);
    expect(held?.receiptNo).toBe(received.receiptNumber);
    expect(officialNumberOf(window.db, received.caseId)).toBe(held?.projectNo);
    expect(syncStateOf(window.db, received.caseId)).toBe('done');
    expect(window.view()).toMatchObject({ line: 'ok', doneToday: 2, needsClerk: 0, owedCases: 0 });
  });
});

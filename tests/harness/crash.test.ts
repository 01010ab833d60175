import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { DESK_PROGRAM } from '../support/desk-line.ts';
import { tempHome } from '../support/temp-home.ts';
import { seeded } from '../stand-ins/province/faults.ts';
import { type PlatformCase, type RunningProvince, startProvince } from '../stand-ins/province/start.ts';
import { freshKeys } from './fresh-keys.ts';
import { hallWindow } from '../support/hall-window.ts';
import { whatIsKept } from './kept.ts';
import { serveAndKill, settleAll } from './killing.ts';

const KILLS = Number(process.env['CRASH_KILLS'] ?? 150);
const CONTROL_KILLS = 25;
const SEED = Number(process.env['CRASH_SEED'] ?? 20_261_124);
const WINDOWS = [3, 4];
const ON_A_SLOW_MACHINE_MS = 20 * 60_000;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Every third reply about a case is lost after the step was kept; this platform only knows keys. */
const losesReplies = {
  seed: SEED,
  lenient: true,
  rules: [{ match: { operation: 'sendEvent', probability: 0.3 }, fault: { kind: 'reset', after: true } }],
};

beforeAll(() => {
  say(
    `crash harness, seed ${SEED} (CRASH_SEED=${SEED} repeats its draws), ${DESK_PROGRAM.split('/').at(-1)}`,
  );
});

describe(
  'a desk that is killed while it accepts, before a platform that loses replies',
  { timeout: ON_A_SLOW_MACHINE_MS },
  () => {
    it(`loses nothing, doubles nothing and leaves nothing half in ${KILLS} kills`, async () => {
      const found = await killThrough(await aProvince(), KILLS, SEED);
      say(`kills ${KILLS}, ${found.amidAccept} between question and answer; ${found.figures}`);
      expect(found).toMatchObject({ lost: [], doubled: [], half: [], unsettled: [] });
      expect(found.acknowledged).toBeGreaterThan(KILLS / 2);
      expect(found.amidAccept).toBeGreaterThan(KILLS / 10);
      expect(found.replays).toBeGreaterThan(KILLS / 10);
    });

    it(`(control) doubles cases when every sending gets a new key, in ${CONTROL_KILLS} kills`, async () => {
      const province = await aProvince();
      const between = await freshKeys(province.url);
      onTestFinished(between.close);
      const found = await killThrough(province, CONTROL_KILLS, SEED + 1, between.url);
      say(`control, ${CONTROL_KILLS} kills without the key: ${found.figures}`);
      expect(found).toMatchObject({ lost: [], half: [] });
      expect(found.doubled.length).toBeGreaterThan(0);
    });
  },
);

async function aProvince(): Promise<RunningProvince> {
  const province = await startProvince();
  onTestFinished(() => province.stop());
  return province;
}

/** Kills the desks of two windows, mends the line, lets them settle, and compares the three truths. */
async function killThrough(province: RunningProvince, kills: number, seed: number, url = province.url) {
  const folder = tempHome();
  const windows = WINDOWS.map((number) => hallWindow(folder, number, url));
  await province.faults(losesReplies);
  const served = await Promise.all(
    windows.map((window, place) =>
      serveAndKill(window, shareOf(kills, place), seeded(seed * WINDOWS.length + place)),
    ),
  );
  await province.faults({ lenient: true, rules: [] });
  await Promise.all(windows.map(settleAll));

  const kept = windows.map(({ home }, place) => whatIsKept(home, served[place]?.acknowledged ?? []));
  const acknowledged = served.flatMap((one) => one.acknowledged.map(({ receiptNumber }) => receiptNumber));
  const held = await province.cases();
  const accepted = kept.flatMap((one) => one.accepted);
  const settled = new Set(kept.flatMap((one) => one.settled));
  const whole = new Set(held.filter(isWhole).map(({ receiptNo }) => receiptNo));
  const events = held.flatMap((one) => one.events);

  const lost = [...kept.flatMap((one) => one.lost), ...accepted.filter((one) => !whole.has(one))];
  const doubled = doubledIn(held);
  const half = [
    ...kept.flatMap((one) => one.half),
    ...held.filter(({ receiptNo }) => !accepted.includes(receiptNo)),
  ];
  const replays = events.reduce((sum, { arrivals }) => sum + arrivals - 1, 0);
  return {
    acknowledged: acknowledged.length,
    amidAccept: served.reduce((sum, one) => sum + one.amidAccept, 0),
    replays,
    lost,
    doubled,
    half,
    unsettled: accepted.filter((one) => !settled.has(one)),
    figures:
      `acknowledged ${acknowledged.length}, accepted ${accepted.length} ` +
      `(${accepted.length - acknowledged.length} not acknowledged), on the platform ${held.length}, ` +
      `replays absorbed ${replays}; ${lost.length} lost, ${doubled.length} doubled, ${half.length} half`,
  };
}

function shareOf(kills: number, place: number): number {
  return Math.floor((kills + place) / WINDOWS.length);
}

/** Received and accepted are both there. */
function isWhole({ events }: PlatformCase): boolean {
  return [1, 2].every((step) => events.some((event) => event.step === step));
}

/** Receipt numbers the platform holds under two cases, or with one step kept twice. */
function doubledIn(held: readonly PlatformCase[]): string[] {
  return held
    .filter(
      ({ receiptNo, caseGuid, events }) =>
        new Set(events.map(({ step }) => step)).size < events.length ||
        held.some((other) => other.receiptNo === receiptNo && other.caseGuid !== caseGuid),
    )
    .map(({ receiptNo }) => receiptNo);
}

import {
  type EngineUnderTest,
  type HallClock,
  type HallUnderTest,
  MORNING_MS,
  rules,
} from './hall-under-test.ts';
import type { HallRules } from '#desk/hall/hall-rules.ts';

/** Opens an empty hall in the morning, lets a test in, and closes behind it. */
export type InHall = (
  run: (hall: HallUnderTest, clock: HallClock) => Promise<void>,
  changed?: Partial<HallRules>,
) => Promise<void>;

export function inHallOf(engine: EngineUnderTest): InHall {
  return async (run, changed = {}) => {
    const clock = { nowMs: MORNING_MS };
    const hall = await engine.open({ ...rules, ...changed }, clock);
    try {
      await run(hall, clock);
    } finally {
      await hall.end();
    }
  };
}

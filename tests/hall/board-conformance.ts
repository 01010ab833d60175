import { describe } from 'vitest';
import { describeDays } from './conformance/days.ts';
import type { EngineUnderTest } from './conformance/hall-under-test.ts';
import { inHallOf } from './conformance/in-hall.ts';
import { describeJournal } from './conformance/journal.ts';
import { describeLoad } from './conformance/load.ts';
import { describeLooking } from './conformance/looking.ts';
import { describeModel } from './conformance/model.ts';
import { describeMoving } from './conformance/moving.ts';
import { describeRacing } from './conformance/racing.ts';
import { describeTaking } from './conformance/taking.ts';

/** Everything a hall board must do, on whichever engine it stands. */
export function describeBoard(engine: EngineUnderTest): void {
  const inHall = inHallOf(engine);
  describe(`the hall board on ${engine.name}`, () => {
    describeTaking(inHall);
    describeMoving(inHall);
    describeLooking(inHall);
    describeDays(inHall);
    describeJournal(inHall);
    describeRacing(inHall);
    describeLoad(inHall);
    describeModel(engine);
  });
}

import { z } from 'zod';
import type { CallName, Input } from '#contract/calls.ts';
import type { Site } from '#contract/shapes/site.ts';
import { hashPassword } from '#desk/access/passwords.ts';
import { openFaults } from '#desk/faults.ts';
import { accessAnswers } from '#desk/handlers/access.ts';
import { deskAnswers } from '#desk/handlers/desk.ts';
import { syncAnswers } from '#desk/handlers/sync.ts';
import { silentLog } from '#desk/log.ts';
import { openQuestions } from '#desk/questions.ts';
import { isOpenHouse } from '#desk/settings/demo-site.ts';
import { addPerson } from '#desk/store/people.ts';
import { aCaseFile } from './case-file.ts';
import { deskOver, deskParts } from './desk-parts.ts';
import { movedClock } from './moved-clock.ts';

/** Hashing is slow on purpose, so the tests of a file share two hashes. */
const hashes = new Map<string, Promise<string>>();
function hashOnce(password: string): Promise<string> {
  const hash = hashes.get(password) ?? hashPassword(password);
  hashes.set(password, hash);
  return hash;
}

const Reply = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), refusal: z.string() }),
]);

/** A hall whose first person can sign in, at any seat. */
export async function hall(site: Site) {
  const db = aCaseFile();
  const { nowMs, move } = movedClock();
  const parts = deskParts(db, { site }, nowMs);
  const [first] = site.people;
  if (first) {
    const password = await hashOnce(first.initialPassword);
    addPerson(db, { ...first, password, mustChange: !isOpenHouse(site) }, nowMs());
  }
  const questions = openQuestions(
    { ...accessAnswers, ...deskAnswers, ...syncAnswers },
    deskOver(db, parts, nowMs),
    openFaults(silentLog),
    () => {},
  );
  let asked = 0;
  const at =
    (seat: string) =>
    async <N extends CallName>(name: N, input: Input<N>): Promise<z.output<typeof Reply>> => {
      asked += 1;
      const told = await questions.ask({ no: asked, name, input }, seat);
      return Reply.parse('answer' in told ? told.answer : told);
    };
  return { db, nowMs, move, at, ask: at('window-1') };
}

import type { Site } from '#contract/shapes/site.ts';
import type { Writer } from '#native/sqlite/database.ts';
import { addPerson, hasNobody } from '../store/people.ts';
import { isOpenHouse } from '../settings/demo-site.ts';
import { hashPassword } from './passwords.ts';

/**
 * Makes the accounts that `site.json` names, on the first start only. Outside practice each of them must
 * change the password at the first sign-in.
 */
export async function addFirstPeople(db: Writer, site: Site, nowMs: number): Promise<void> {
  if (!hasNobody(db)) return;
  const people = await Promise.all(
    site.people.map(async ({ number, name, roles, initialPassword }) => ({
      number,
      name,
      roles,
      password: await hashPassword(initialPassword, isOpenHouse(site) ? 'shown' : 'secret'),
      mustChange: !isOpenHouse(site),
    })),
  );
  db.transaction(() => {
    for (const person of people) addPerson(db, person, nowMs);
  })();
}

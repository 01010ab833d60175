import type { Reply } from '#contract/call.ts';
import { accessCalls, type Session } from '#contract/calls/access.ts';
import { hashPassword, isPassword, isStrongEnough } from '../access/passwords.ts';
import { provePassword } from '../access/sign-in.ts';
import { type Answers, no, onOutside, onRead, onWrite, type OutsideBench, yes } from '../answering.ts';
import { isOpenHouse } from '../settings/demo-site.ts';
import { keepLargeType, wantsLargeType } from '../store/own-looks.ts';
import { changePassword } from '../store/people.ts';
import { addVoucher } from '../store/vouchers.ts';

export const accessAnswers: Answers<'access'> = {
  'access.session': onRead(accessCalls['access.session'], (_, bench) => yes(shown(bench))),

  'access.sign-in': onOutside(accessCalls['access.sign-in'], async ({ number, password }, bench) => {
    const typed = number.trim().toUpperCase();
    const proved = await provePassword(bench, typed, password);
    if (!proved.ok) return proved;

    const { person } = proved;
    const { parts, asker } = bench;
    bench.about(`staff:${person.number}`);
    bench.record(() => parts.sessions.signIn(asker.seat, person, person.mustChange));
    parts.announce('session.changed', {});
    return yes(shown(bench));
  }),

  'access.sign-out': onWrite(accessCalls['access.sign-out'], (_, bench) => {
    const { asker, parts, afterwards } = bench;
    parts.sessions.signOut(asker.seat);
    afterwards(() => parts.announce('session.changed', {}));
    return yes(shown(bench));
  }),

  'access.lock': onWrite(accessCalls['access.lock'], ({ because }, bench) => {
    const { asker, parts, about, afterwards } = bench;
    parts.sessions.lock(asker.seat);
    about(`seat:${asker.seat}`, because);
    afterwards(() => parts.announce('session.changed', {}));
    return yes(shown(bench));
  }),

  'access.unlock': onOutside(accessCalls['access.unlock'], async ({ password }, bench) => {
    const { parts, asker } = bench;
    if (!asker.staff) return no('nobody-signed-in');
    const proved = await provePassword(bench, asker.staff.number, password);
    if (!proved.ok) return proved;

    bench.record(() => parts.sessions.unlock(asker.seat));
    parts.announce('session.changed', {});
    return yes(shown(bench));
  }),

  'access.vouch': onOutside(accessCalls['access.vouch'], async ({ number, password }, bench) => {
    const { asker, nowMs } = bench;
    const typed = number.trim().toUpperCase();
    if (typed === asker.staff?.number) return no('same-person-twice');
    const proved = await provePassword(bench, typed, password);
    if (!proved.ok) return proved;
    if (!proved.person.roles.includes('manager')) return no('not-a-supervisor');
    const { number: supervisor } = proved.person;
    bench.about(`staff:${supervisor}`);
    const clerk = asker.staff?.number ?? 'nobody';
    return yes({
      supervisor,
      ...bench.record((db) => addVoucher(db, { seat: asker.seat, clerk, supervisor, atMs: nowMs })),
    });
  }),

  'access.change-password': onOutside(accessCalls['access.change-password'], changeOwnPassword),

  'access.turn-large-type': onWrite(accessCalls['access.turn-large-type'], ({ large }, bench) => {
    const { db, asker } = bench;
    if (asker.staff) keepLargeType(db, asker.staff.number, large);
    return yes(shown(bench));
  }),

  'access.practice-people': onRead(accessCalls['access.practice-people'], (_, { parts }) =>
    yes(
      isOpenHouse(parts.site)
        ? parts.site.people.map(({ number, name, roles, initialPassword }) => ({
            number,
            name,
            roles,
            password: initialPassword,
          }))
        : [],
    ),
  ),
};

async function changeOwnPassword(
  wish: { readonly old: string; readonly new: string },
  bench: OutsideBench,
): Promise<Reply<Session, 'wrong-number-or-password' | 'password-too-simple'>> {
  const { parts, asker } = bench;
  if (!asker.staff) return no('wrong-number-or-password');
  const proved = await provePassword(bench, asker.staff.number, wish.old);
  if (!proved.ok) return no('wrong-number-or-password');

  const { person } = proved;
  const isOldOne = wish.new === wish.old || (await isPassword(wish.new, person.firstPassword));
  if (isOldOne || !isStrongEnough(wish.new, person.number)) return no('password-too-simple');

  const hashed = await hashPassword(wish.new);
  bench.about(`staff:${person.number}`);
  bench.record((db) => {
    changePassword(db, person.number, hashed);
    parts.sessions.signIn(asker.seat, person, false);
  });
  parts.announce('session.changed', {});
  return yes(shown(bench));
}

function shown({ db, asker, parts }: Pick<OutsideBench, 'db' | 'asker' | 'parts'>): Session {
  const { staff, locked, mustChangePassword } = parts.sessions.at(asker.seat);
  return { staff, locked, mustChangePassword, largeType: staff !== null && wantsLargeType(db, staff.number) };
}

import { assert, boolean, constantFrom, nat, option, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CaseState, Outcome } from '#contract/shapes/case.ts';
import type { Verification } from '#contract/shapes/party.ts';
import { caseAfter, caseMoves, takesPapers } from '#rules/intake/case-moves.ts';
import {
  CATALOGUE_GOOD_FOR_DAYS,
  type CaseFacts,
  outcomeStanding,
  outcomeStandings,
  refusalStanding,
} from '#rules/intake/outcome-standings.ts';
import type { CrossingStanding } from '#rules/intake/crossing.ts';
import { byRole } from '#rules/identity/by-role.ts';
import type { PartyStanding, PeopleStanding } from '#rules/intake/party-standing.ts';

const person: PartyStanding = {
  kind: 'person',
  hasName: true,
  hasNumber: true,
  verification: 'by-hand',
  objections: [],
};
/** An applicant, and whoever else. */
const people = (applicant: PartyStanding | null, others: Partial<PeopleStanding> = {}): PeopleStanding => ({
  ...byRole(() => null),
  applicant,
  ...others,
});
const objection = { field: 'certificateNumber', problem: 'wrong-check-digit', blocks: true } as const;
const ready: CaseFacts = {
  state: 'draft',
  authority: 'accept_on_behalf',
  crossing: { may: 'accept', because: null },
  offlineAccept: true,
  people: people(person),
  proof: null,
  roles: null,
  authorised: true,
  helped: null,
  mayPromise: true,
  openSituations: 0,
  wrongItem: false,
  formWhole: true,
  formSigned: true,
  missing: 0,
  later: 0,
  committed: 0,
  deemedAccepted: false,
  online: true,
  catalogueAgeMs: 0,
  calendarReaches: true,
  numbersLeft: 1,
};
const tooOldMs = CATALOGUE_GOOD_FOR_DAYS * 86_400_000 + 1;

describe('an outcome', () => {
  it('is open for a case with everything in it', () => {
    expect(outcomeStandings(ready)).toEqual([
      { outcome: 'receive', open: true, because: null },
      { outcome: 'accept', open: true, because: null },
      { outcome: 'accept-tolerant', open: false, because: 'nothing-missing' },
      { outcome: 'correct', open: false, because: 'nothing-missing' },
      { outcome: 'refuse', open: true, because: null },
    ]);
  });

  it('is closed beforehand to a commitment by somebody who may not promise, and says so', () => {
    const committing: CaseFacts = { ...ready, committed: 1, mayPromise: false };
    expect(outcomeStanding('accept', committing)).toBe('promise-not-authorised');
    expect(outcomeStanding('accept', { ...committing, missing: 1 })).toBe('materials-missing');
    expect(outcomeStanding('accept', { ...committing, mayPromise: true })).toBeNull();
    expect(outcomeStanding('accept', { ...committing, committed: 0 })).toBeNull();
    expect(outcomeStanding('receive', committing)).toBeNull();
  });

  it('names the first thing to mend, in the order a clerk can mend them', () => {
    const troubles: [Partial<CaseFacts>, string][] = [
      [{ state: 'refused' }, 'already-decided'],
      [{ people: people(null) }, 'identity-missing'],
      [{ people: people({ ...person, verification: 'unconfirmed' }) }, 'identity-unconfirmed'],
      [
        { people: people({ ...person, objections: [{ ...objection, overriddenBecause: null }] }) },
        'identity-objection',
      ],
      [{ roles: 'guardian-missing' }, 'guardian-missing'],
      [{ authorised: false }, 'authorisation-missing'],
      [{ helped: 'consent-not-now' }, 'consent-not-now'],
      [{ openSituations: 1 }, 'situation-open'],
      [{ missing: 1 }, 'materials-missing'],
      [{ formWhole: false }, 'form-incomplete'],
      [{ formSigned: false }, 'form-not-signed'],
      [{ authority: 'department_seat_only' }, 'department-seat-only'],
      [{ online: false, offlineAccept: false }, 'offline-not-allowed'],
      [{ calendarReaches: false }, 'no-calendar'],
      [{ numbersLeft: 0 }, 'no-number-left'],
    ];
    for (const [place, [, word]] of troubles.entries()) {
      const fromHere = troubles
        .slice(place)
        .toReversed()
        .map(([trouble]) => trouble);
      const facts: CaseFacts = Object.assign({}, ready, ...fromHere);
      expect([place, outcomeStanding('accept', facts)]).toEqual([place, word]);
    }
  });

  it('accepts what is to come only as tolerant, and nothing else as tolerant', () => {
    const later = { ...ready, later: 1 };
    expect(outcomeStanding('accept', later)).toBe('materials-missing');
    expect(outcomeStanding('accept-tolerant', later)).toBeNull();
    expect(outcomeStanding('accept-tolerant', { ...later, missing: 1 })).toBe('materials-missing');
  });

  it('accepts offline only an item that may, from a catalogue at most seven days old', () => {
    const away = { ...ready, online: false };
    expect(outcomeStanding('accept', away)).toBeNull();
    expect(outcomeStanding('accept', { ...away, catalogueAgeMs: tooOldMs - 1 })).toBeNull();
    expect(outcomeStanding('accept', { ...away, catalogueAgeMs: tooOldMs })).toBe('catalogue-too-old');
    expect(outcomeStanding('accept', { ...ready, catalogueAgeMs: tooOldMs })).toBeNull();
    expect(outcomeStanding('receive', { ...away, offlineAccept: false })).toBeNull();
  });

  it('leaves a wrong item only to be refused, and an open question does not stop a receipt', () => {
    const wrong = { ...ready, wrongItem: true, missing: 1 };
    const words = Outcome.options.map((outcome) => outcomeStanding(outcome, wrong));
    expect(words).toEqual(['wrong-item', 'wrong-item', 'wrong-item', 'wrong-item', null]);
    expect(outcomeStanding('receive', { ...ready, openSituations: 2 })).toBeNull();
    expect(outcomeStanding('correct', { ...ready, openSituations: 2, missing: 1 })).toBe('situation-open');
  });

  it('can only be acceptance once the five days ran out', () => {
    const late: CaseFacts = { ...ready, state: 'received', deemedAccepted: true, missing: 1 };
    expect(outcomeStanding('correct', late)).toBe('already-decided');
    expect(outcomeStanding('refuse', late)).toBe('already-decided');
    expect(outcomeStanding('accept', { ...late, missing: 0 })).toBeNull();
  });

  it('says a second correction list was given already', () => {
    expect(outcomeStanding('correct', { ...ready, state: 'awaiting-correction', missing: 1 })).toBe(
      'notice-already-given',
    );
  });

  it('of what is passed on is only receiving, and telling where it belongs', () => {
    const passed: CaseFacts = { ...ready, crossing: { may: 'receive-only', because: 'level-not-delegated' } };
    expect(outcomeStandings(passed).map(({ because }) => because)).toEqual([
      null,
      'receive-only-here',
      'receive-only-here',
      'receive-only-here',
      null,
    ]);
    expect(refusalStanding('other', passed)).toBe('receive-only-here');
    expect(refusalStanding('not-competent', passed)).toBeNull();
    const far: CaseFacts = { ...ready, crossing: { may: 'not-here', because: 'person-at-organ' } };
    expect(outcomeStanding('receive', far)).toBe('person-at-organ');
  });

  it('needs no new number for a case that has one', () => {
    expect(outcomeStanding('accept', { ...ready, state: 'received', numbersLeft: 0 })).toBeNull();
  });

  it('is never acceptance while a paper is missing or the identity is not settled', () => {
    const verification = constantFrom(
      'unconfirmed',
      'differs',
      ...Array<Verification>(7).fill('confirmed'),
      'network',
      'by-hand',
    );
    const party = option(verification.map((how): PartyStanding => ({ ...person, verification: how })));
    const facts = record<CaseFacts>({
      state: constantFrom(...CaseState.options, 'draft', 'draft', 'received'),
      authority: constantFrom('accept_on_behalf', 'department_seat_only'),
      crossing: constantFrom<CrossingStanding>(
        { may: 'accept', because: null },
        { may: 'accept', because: null },
        { may: 'accept', because: null },
        { may: 'accept', because: null },
        { may: 'receive-only', because: 'level-not-delegated' },
        { may: 'not-here', because: 'outside-scope' },
      ),
      offlineAccept: boolean(),
      people: record({ applicant: party, handler: party, guardian: option(party, { freq: 1 }) }).map(
        ({ applicant, ...others }) => people(applicant, others),
      ),
      proof: constantFrom(null, null, null, null, null, null, null, null, 'face-needed', 'chip-needed'),
      roles: constantFrom(null, null, null, null, 'guardian-missing', 'must-come-in-person'),
      authorised: constantFrom(true, true, false),
      helped: constantFrom(null, null, null, null, null, null, 'consent-unseen'),
      mayPromise: constantFrom(true, true, false),
      openSituations: constantFrom(0, 0, 1),
      wrongItem: constantFrom(false, false, true),
      formWhole: constantFrom(true, true, true, true, false),
      formSigned: constantFrom(true, true, true, true, true, true, true, true, false),
      missing: constantFrom(0, 0, 1),
      later: nat(2),
      committed: nat(1),
      deemedAccepted: boolean(),
      online: boolean(),
      catalogueAgeMs: nat(2 * tooOldMs),
      calendarReaches: constantFrom(true, true, false),
      numbersLeft: nat(2),
    });
    let open = 0;
    assert(
      property(facts, constantFrom('accept', 'accept-tolerant'), (one, outcome) => {
        if (outcomeStanding(outcome, one) !== null) return;
        open += 1;
        const settled = Object.values(one.people).every(
          (seen) => !seen || ['confirmed', 'network', 'by-hand'].includes(seen.verification),
        );
        expect(one.people.applicant !== null && settled && one.authorised).toBe(true);
        expect([one.roles, one.helped, one.proof]).toEqual([null, null, null]);
        expect((outcome === 'accept' && one.committed === 0) || one.mayPromise).toBe(true);
        expect(one.missing + one.openSituations).toBe(0);
        expect(one.wrongItem || one.authority === 'department_seat_only').toBe(false);
        expect(one.crossing.may).toBe('accept');
        expect(one.online || (one.offlineAccept && one.catalogueAgeMs < tooOldMs)).toBe(true);
        expect(takesPapers(one.state) && one.formWhole && one.formSigned).toBe(true);
      }),
      { numRuns: 80_000, seed: 990_101 },
    );
    expect(open).toBeGreaterThan(20);
  });
});

describe('the table of moves', () => {
  it('has one row for each state and event at most, and no way back to a draft but from a blocked one', () => {
    const keys = caseMoves.map(({ from, event }) => `${from} ${event}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(caseMoves.filter(({ to }) => to === 'draft').map(({ from }) => from)).toEqual(['blocked']);
  });

  it('knows no way out of the archive, and from what has ended only into it', () => {
    const ended = new Set([
      'refused',
      'delivered',
      'withdrawn',
      'referred',
      'closed-lapsed',
      'closed-returned',
    ]);
    expect(caseMoves.filter(({ from }) => from === 'archived')).toEqual([]);
    expect(new Set(caseMoves.filter(({ from }) => ended.has(from)).map(({ to }) => to))).toEqual(
      new Set(['archived']),
    );
    expect(caseAfter('accepted', 'refuse')).toBeNull();
    expect(caseAfter('awaiting-correction', 'all-in')).toBe('received-again');
  });

  it('lets a counter refuse only what belongs elsewhere where the department decides', () => {
    const reasons = [
      'not-competent',
      'not-required',
      'applicant-not-eligible',
      'forbidden-by-law',
      'other',
    ] as const;
    expect(
      reasons.map((reason) => refusalStanding(reason, { ...ready, authority: 'department_seat_only' })),
    ).toEqual([null, null, 'department-seat-only', 'department-seat-only', 'department-seat-only']);
    expect(reasons.map((reason) => refusalStanding(reason, ready))).toEqual(reasons.map(() => null));
  });
});

import { describe, expect, it } from 'vitest';
import { Day } from '#contract/shapes/day.ts';
import {
  type FlagFacts,
  flagsRaised,
  isFlagOverdue,
  mattersTo,
  mayBeSettled,
} from '#rules/intake/supervision.ts';

const day = (text: string): Day => Day.parse(text);
const facts: FlagFacts = {
  outcome: 'accept',
  committed: 0,
  promisedFor: [],
  checkBy: day('2026-12-22'),
  refusedBecause: null,
};
const raised = (changes: Partial<FlagFacts>) => flagsRaised({ ...facts, ...changes }).map(({ kind }) => kind);

describe('an outcome leaves open for supervision (F46)', () => {
  it('nothing where every paper was there', () => {
    expect(raised({})).toEqual([]);
    expect(raised({ outcome: 'receive', committed: 1 })).toEqual([]);
  });

  it('a commitment to be checked, also beside promised papers', () => {
    expect(raised({ outcome: 'accept-commitment', committed: 1 })).toEqual(['commitment-unchecked']);
    expect(raised({ outcome: 'accept-tolerant', committed: 1, promisedFor: [day('2026-12-01')] })).toEqual([
      'commitment-unchecked',
      'tolerance-unfinished',
    ]);
  });

  it('promised papers until the last of their days', () => {
    const promisedFor = [day('2026-12-01'), day('2026-12-08'), day('2026-12-02')];
    expect(flagsRaised({ ...facts, outcome: 'accept-tolerant', promisedFor })).toEqual([
      { kind: 'tolerance-unfinished', dueOn: '2026-12-08', say: null },
    ]);
  });

  it('a refusal with its reason', () => {
    expect(flagsRaised({ ...facts, outcome: 'refuse', refusedBecause: '不符合条件' })).toEqual([
      { kind: 'refused-before', dueOn: null, say: '不符合条件' },
    ]);
  });
});

describe('a flag', () => {
  it('is overdue after its day, and never without one', () => {
    expect(isFlagOverdue(day('2026-12-01'), day('2026-12-01'))).toBe(false);
    expect(isFlagOverdue(day('2026-12-01'), day('2026-12-02'))).toBe(true);
    expect(isFlagOverdue(null, day('2026-12-02'))).toBe(false);
  });

  it('of a refusal matters to the same item only; any other to every case of the applicant', () => {
    const refused = { kind: 'refused-before', caseId: 'a', itemCode: '1' } as const;
    expect(mattersTo(refused, { caseId: 'b', itemCode: '1' })).toBe(true);
    expect(mattersTo(refused, { caseId: 'b', itemCode: '2' })).toBe(false);
    expect(mattersTo({ ...refused, kind: 'commitment-broken' }, { caseId: 'b', itemCode: '2' })).toBe(true);
    expect(mattersTo(refused, { caseId: 'a', itemCode: '2' })).toBe(true);
  });

  it('of promised papers is settled only when none is owed any more; a commitment is checked, never settled', () => {
    expect(mayBeSettled('tolerance-unfinished', 1)).toBe(false);
    expect(mayBeSettled('tolerance-unfinished', 0)).toBe(true);
    expect(mayBeSettled('commitment-unchecked', 0)).toBe(false);
    expect(mayBeSettled('refused-before', 3)).toBe(true);
  });
});

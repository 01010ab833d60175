import { describe, expect, it } from 'vitest';
import { silentLog } from '#desk/log.ts';
import { keepCatalogue, type KeptCatalogue } from '#desk/platform/catalogue-keeping.ts';
import type { CatalogueAnswer, Province } from '#desk/platform/province.ts';

const HOUR_MS = 3_600_000;
const ours = { itemCode: 'A1', basicCode: 'a', version: 1, nameZh: 'x', inForce: true };

/** A keeping over a platform that gives these answers in turn. */
function aKeeping(
  answers: readonly CatalogueAnswer[],
  lineIsOpen = true,
  outcome: ReturnType<KeptCatalogue['take']> = 'taken',
) {
  const taken: string[] = [];
  let version = 1;
  const asked: (string | null)[] = [];
  const confirmed: number[] = [];
  let nowMs = 1_000;
  const unused = (): never => {
    throw new Error('not part of this');
  };
  const province: Province = {
    frame: unused,
    knock: unused,
    sendEvent: unused,
    findEvent: unused,
    leaseNumbers: unused,
    listQueries: unused,
    queryLicence: unused,
    querySharedData: unused,
    close: unused,
    pullCatalogue: async (etag) => {
      asked.push(etag);
      return answers[asked.length - 1] ?? { answer: 'unchanged' };
    },
  };
  const keeping = keepCatalogue({
    province,
    catalogue: {
      held: () => [{ code: 'A1', version }],
      confirm: (atMs) => void confirmed.push(atMs),
      take: (text) => {
        taken.push(text);
        if (outcome === 'taken') version = 2;
        return outcome;
      },
    },
    lineIsOpen: () => lineIsOpen,
    nowMs: () => nowMs,
    log: silentLog,
  });
  const look = async (): Promise<void> => {
    keeping.look();
    await new Promise<void>((later) => void setImmediate(later));
  };
  return { asked, confirmed, taken, look, pass: (ms: number) => (nowMs += ms) };
}

describe('keeping the catalogue fresh', () => {
  it('asks once an hour and confirms a list that agrees, then one that has not changed', async () => {
    const { asked, confirmed, look, pass } = aKeeping([
      { answer: 'newer', etag: '"1"', version: 'v1', items: [ours], package: null },
      { answer: 'unchanged' },
    ]);
    await look();
    await look();
    pass(HOUR_MS);
    await look();
    expect(asked).toEqual([null, '"1"']);
    expect(confirmed).toEqual([1_000, 1_000 + HOUR_MS]);
  });

  it('does not confirm a list that knows a newer version, nor lets an unchanged one confirm it later', async () => {
    const behind: CatalogueAnswer = {
      answer: 'newer',
      etag: '"2"',
      version: 'v2',
      package: null,
      items: [{ ...ours, version: 2 }],
    };
    const { asked, confirmed, look, pass } = aKeeping([behind, behind]);
    await look();
    pass(HOUR_MS);
    await look();
    expect(asked).toEqual([null, null]);
    expect(confirmed).toEqual([]);
  });

  it('takes the package that comes with a newer list, and confirms when the two agree then', async () => {
    const newer: CatalogueAnswer = {
      answer: 'newer',
      etag: '"2"',
      version: 'v2',
      package: 'signed',
      items: [{ ...ours, version: 2 }],
    };
    const { asked, confirmed, taken, look, pass } = aKeeping([newer]);
    await look();
    pass(HOUR_MS);
    await look();
    expect(taken).toEqual(['signed']);
    expect(asked).toEqual([null, '"2"']);
    expect(confirmed).toEqual([1_000, 1_000 + HOUR_MS]);
    const refused = aKeeping([newer], true, 'wrong-signature');
    await refused.look();
    expect(refused.confirmed).toEqual([]);
  });

  it('asks nothing while the line is not open', async () => {
    const { asked, look } = aKeeping([], false);
    await look();
    expect(asked).toEqual([]);
  });
});

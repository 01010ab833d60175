import { describe, expect, it } from 'vitest';
import { silentLog } from '#desk/log.ts';
import { keepCatalogue, type PackageTaken } from '#desk/platform/catalogue-keeping.ts';
import type { CatalogueAnswer, PackageWord, Province } from '#desk/platform/province.ts';

const HOUR_MS = 3_600_000;
const ours = { itemCode: 'A1', basicCode: 'a', version: 1, nameZh: 'x', inForce: true };

/** A keeping over a platform that gives these answers in turn. */
function aKeeping(
  answers: readonly CatalogueAnswer[],
  lineIsOpen = true,
  outcome: PackageTaken = { came: 'taken' },
) {
  const taken: string[] = [];
  const told: PackageWord[] = [];
  const forgotten: number[] = [];
  const unknown: string[] = [];
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
    checkNetworkIdentity: unused,
    askExpert: unused,
    close: unused,
    pullPackagePiece: unused,
    tellPackageOutcome: async (word) => {
      told.push(word);
      return { answer: 'told' };
    },
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
      take: async (file) => {
        taken.push(file);
        if (outcome.came === 'taken') version = 2;
        return outcome;
      },
      unknownStates: (codes) => void unknown.push(...codes),
      packages: {
        fetch: async (_province, { hash, pieces }) => (pieces === 0 ? null : `file of ${hash}`),
        forget: async () => void forgotten.push(taken.length),
      },
    },
    lineIsOpen: () => lineIsOpen,
    nowMs: () => nowMs,
    log: silentLog,
  });
  const look = async (): Promise<void> => {
    keeping.look();
    await new Promise<void>((later) => void setTimeout(later, 5));
  };
  return { asked, confirmed, taken, told, forgotten, unknown, look, pass: (ms: number) => (nowMs += ms) };
}

describe('keeping the catalogue fresh', () => {
  it('asks once an hour and confirms a list that agrees, then one that has not changed', async () => {
    const { asked, confirmed, look, pass } = aKeeping([
      { answer: 'newer', etag: '"1"', version: 'v1', items: [ours], unknownStates: [], package: null },
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
      unknownStates: [],
      items: [{ ...ours, version: 2 }],
    };
    const { asked, confirmed, look, pass } = aKeeping([behind, behind]);
    await look();
    pass(HOUR_MS);
    await look();
    expect(asked).toEqual([null, null]);
    expect(confirmed).toEqual([]);
  });

  const offered = (hash: string, pieces = 1): CatalogueAnswer => ({
    answer: 'newer',
    etag: '"2"',
    version: 'v2',
    package: { hash, bytes: 10, pieces },
    unknownStates: ['9'],
    items: [{ ...ours, version: 2 }],
  });

  it('takes the package that is offered with a newer list, confirms when the two agree, and tells the platform', async () => {
    const { asked, confirmed, taken, told, forgotten, unknown, look, pass } = aKeeping([offered('aa')]);
    await look();
    pass(HOUR_MS);
    await look();
    expect(taken).toEqual(['file of aa']);
    expect(told).toEqual([{ hash: 'aa', version: 'v2', faults: [] }]);
    expect(forgotten).toEqual([1]);
    expect(unknown).toEqual(['9']);
    expect(asked).toEqual([null, '"2"']);
    expect(confirmed).toEqual([1_000, 1_000 + HOUR_MS]);
  });

  it('tells the faults of a refused one, confirms nothing, and does not fetch the same again', async () => {
    const faults = [{ path: 'items[3].department', say: 'no department xx', sayZh: '没有部门“xx”' }];
    const refused = aKeeping([offered('aa'), offered('aa'), offered('bb')], true, {
      came: 'refused',
      faults,
    });
    await refused.look();
    refused.pass(HOUR_MS);
    await refused.look();
    expect(refused.taken).toEqual(['file of aa']);
    expect(refused.told).toEqual([{ hash: 'aa', version: 'v2', faults }]);
    refused.pass(HOUR_MS);
    await refused.look();
    expect(refused.taken).toEqual(['file of aa', 'file of bb']);
    expect(refused.confirmed).toEqual([]);
  });

  it.each([
    ['that did not come whole', offered('aa', 0), { came: 'taken' } as const],
    ['while another is being loaded', offered('aa'), { came: 'busy' } as const],
  ])('asks again in five minutes for a package %s', async (_why, answer, outcome) => {
    const again = aKeeping([answer, answer], true, outcome);
    await again.look();
    again.pass(5 * 60_000);
    await again.look();
    expect(again.asked).toHaveLength(2);
    expect(again.told).toEqual([]);
    expect(again.confirmed).toEqual([]);
  });

  it('asks nothing while the line is not open', async () => {
    const { asked, look } = aKeeping([], false);
    await look();
    expect(asked).toEqual([]);
  });
});

import type { PoolCell, PoolPaper } from '#contract/shapes/bundle-view.ts';
import type { Day } from '#contract/shapes/day.ts';
import type { CaseMaterial } from '#contract/shapes/case.ts';
import type { ItemCode } from '#contract/shapes/item.ts';
import { goesBack } from '../intake/original-custody.ts';

/** A case of a bundle with its papers, in the order of the steps. */
export interface PoolCase {
  readonly itemCode: ItemCode;
  /** Papers may still be handed in. */
  readonly open: boolean;
  readonly materials: readonly CaseMaterial[];
  readonly missing: readonly string[];
  /** The last day on which a paper of it may come; null: none is left. */
  readonly laterBy: Day | null;
  /** Names of papers that a step before this one makes and that are not made yet, with that step. */
  readonly madeBefore: ReadonlyMap<string, ItemCode>;
}

type Note = PoolPaper['note'];

/**
 * Every paper of a bundle once, with the cases it serves; the strictest word of all of them holds. What a bundle does
 * not share is a paper of one case even where the names are the same. A paper that an earlier step makes is asked of
 * nobody until it is made.
 *
 * @source domain.md 7 (1) (4)
 */
export function paperPool(
  cases: readonly PoolCase[],
  shared: ReadonlySet<string>,
  noteOf: (materialId: string) => Note,
): PoolPaper[] {
  const pool = new Map<string, PoolPaper>();
  for (const one of cases) {
    for (const paper of one.materials) {
      if (!paper.asked) continue;
      const id = shared.has(paper.id) ? paper.id : `${one.itemCode} ${paper.id}`;
      const cell = cellOf(one, paper);
      const laterBy = paper.tolerable ? one.laterBy : null;
      const before = pool.get(id);
      pool.set(
        id,
        before ? withCell(before, paper, laterBy, cell) : firstOf(id, paper, laterBy, cell, noteOf(paper.id)),
      );
    }
  }
  return [...pool.values()];
}

function firstOf(
  id: string,
  paper: CaseMaterial,
  laterBy: Day | null,
  cell: PoolCell,
  note: Note,
): PoolPaper {
  const { nameZh, nameEn, mandatory, originals, copies, custody, tolerable, commitmentReplaceable } = paper;
  return {
    id,
    materialId: paper.id,
    nameZh,
    nameEn,
    note,
    mandatory,
    originals,
    copies,
    custody,
    tolerable,
    commitmentReplaceable,
    laterBy,
    cells: [cell],
  };
}

function withCell(before: PoolPaper, paper: CaseMaterial, laterBy: Day | null, cell: PoolCell): PoolPaper {
  return {
    ...before,
    mandatory: before.mandatory || paper.mandatory,
    originals: Math.max(before.originals, paper.originals, keptBy([...before.cells, cell])),
    copies: Math.max(before.copies, paper.copies),
    custody: strictness(paper.custody) > strictness(before.custody) ? paper.custody : before.custody,
    // Where one case may not wait for it, the citizen may not either.
    tolerable: before.tolerable && paper.tolerable,
    commitmentReplaceable: before.commitmentReplaceable && paper.commitmentReplaceable,
    laterBy: earlier(before.laterBy, laterBy),
    cells: [...before.cells, cell],
  };
}

/** An original that stays with one office cannot stay with another. */
function keptBy(cells: readonly PoolCell[]): number {
  return cells.reduce((sum, { keeps }) => sum + keeps, 0);
}

function earlier(one: Day | null, other: Day | null): Day | null {
  if (one === null || other === null) return null;
  return one < other ? one : other;
}

/** What happens to the paper, the hardest on the citizen last. */
const CUSTODY = ['read_only_not_kept', 'keep_electronic', 'scan_and_return_original', 'keep_original'];

function strictness(custody: string): number {
  return CUSTODY.indexOf(custody);
}

function cellOf({ itemCode, open, missing, madeBefore }: PoolCase, paper: CaseMaterial): PoolCell {
  const maker = madeBefore.get(paper.nameZh) ?? null;
  const comes = open && paper.route === null && maker !== null;
  return {
    itemCode,
    materialId: paper.id,
    state: comes ? 'comes' : stateOf(open, missing, paper),
    keeps: goesBack(paper.custody) ? 0 : paper.originals,
    copies: paper.copies,
    from: comes ? maker : null,
    route: paper.route,
    originalsTaken: paper.originalsTaken,
    copiesTaken: paper.copiesTaken,
    checkedAgainstOriginal: paper.checkedAgainstOriginal,
    dueOn: paper.dueOn,
  };
}

function stateOf(open: boolean, missing: readonly string[], paper: CaseMaterial): PoolCell['state'] {
  if (missing.includes(paper.id)) return open ? 'missing' : 'owed';
  if (paper.route === 'later') return 'later';
  return paper.route === null ? 'not-needed' : 'here';
}

import type { CatalogueImporting, CatalogueSource, ImportOutcome } from '#contract/shapes/catalogue.ts';
import type { Writer } from '#native/sqlite/database.ts';
import { putBundlesInForce } from '../store/bundles-in-force.ts';
import { addRefusal } from '../store/catalogue-refusals.ts';
import { addState, chainInForce, keptPieces } from '../store/catalogue-states.ts';
import { putDutiesInForce } from '../store/duties.ts';
import {
  isEmpty,
  joinSome,
  keepPiece,
  layOnShelf,
  serveFrom,
  setJoining,
  shelfToFill,
  takeSomeOff,
  unflushed,
} from '../store/shelf-filling.ts';
import type { Shelf } from '../store/shelves.ts';
import { putTemplatesInForce } from '../store/templates-in-force.ts';
import type { CatalogueFault } from './fault.ts';
import { FAULTS } from './fault-words.ts';
import { nameKey } from './find-words.ts';
import type { FollowingPiece } from './package-chain.ts';
import type { PackageLine, PackageWish } from './package-lines.ts';
import { PackageReaderGone, type ReadPackageApart } from './reading-apart.ts';

/** A package too large to be taken while everybody waits, or an older state of the catalogue. */
export interface LargePackage {
  readonly name: string;
  readonly source: CatalogueSource;
  /** Clerk number, or `desk` when nobody did it. */
  readonly by: string;
  /** Null: nothing new, only the chain is read again. */
  readonly fresh: PackageWish['fresh'];
  /** The text, where it lies in no file. */
  readonly text: string;
  /** The state to go back to; null: the one in force counts, if it is needed at all. */
  readonly chain: readonly string[] | null;
  /** Takes what is no catalogue, all at once. */
  readonly otherwise: () => ImportOutcome;
}

/** What came of it; `known`: it is in force already. */
export type Loaded = ImportOutcome | { readonly outcome: 'known' } | { readonly outcome: 'left' };

/** Loads a whole catalogue while the window goes on working. There is one at a time. */
export interface BackgroundImport {
  /** What will come of it; null while another is under way. */
  readonly start: (large: LargePackage) => Promise<Loaded> | null;
  /** What is being loaded, and what came of the last one; null before the first. */
  readonly standing: () => CatalogueImporting | null;
  readonly isRunning: () => boolean;
  /** Leaves what is under way: the catalogue in force stays, the other shelf is emptied at the next. */
  readonly stop: () => Promise<void>;
}

/** Rows taken off the old shelf in one go. */
const TAKEN_OFF_AT_ONCE = 100;
const TEXT_BYTES = 128 * 1024;
const BEFORE_SECOND_TRY_MS = 1_000;
/** Pages of the index joined after each line. */
const JOINED_AT_ONCE = 8;

type Head = Extract<PackageLine, { line: 'package' }>;

export function openBackgroundImport({
  db,
  nowMs,
  read,
  note,
  failed,
}: {
  readonly db: Writer;
  readonly nowMs: () => number;
  readonly read: ReadPackageApart;
  /** Leaves an audit entry of what the desk did by itself; called in the transaction that puts in force. */
  readonly note: (call: string, outcome: string) => void;
  readonly failed: (thrown: unknown) => void;
}): BackgroundImport {
  let standing: CatalogueImporting | null = null;
  let running: Promise<Loaded> | null = null;
  /** The old shelf is emptied after a package came in force; the next may not begin before. */
  let emptying: Promise<void> = Promise.resolve();
  const left = new AbortController();

  async function load(large: LargePackage, chain: readonly string[] | null): Promise<Loaded> {
    await emptying;
    const shelf = shelfToFill(db);
    await emptied(shelf);
    setJoining(db, shelf, 'told');
    let head: Head | null = null;
    let written = 0;
    const wish = { fresh: large.fresh, chain: chain && [...chain] };
    for await (const line of read(wish, following(db, large.text, chain ?? []), left.signal)) {
      if (left.signal.aborted) return { outcome: 'left' };
      if (line.line === 'package') head = line;
      else if (line.line === 'faults') return refused(line.faults);
      else if (line.line === 'refused') return refused([{ path: '', ...SAID[line.refusal] }]);
      else if (line.line === 'other') return large.otherwise();
      else if (line.line === 'known') return { outcome: 'known' };
      else if (line.line === 'named') return load(large, chainInForce(db));
      else if (head && line.line === 'items') {
        const { items } = line;
        await inTurn(() => unflushed(db, () => layOnShelf(db, shelf, items, nowMs())));
        written += items.length;
        await inTurn(() => unflushed(db, () => joinSome(db, shelf, JOINED_AT_ONCE)));
      } else if (head && line.line === 'text') {
        const hash = hashIn(head);
        const packed = Buffer.from(line.base64, 'base64');
        await inTurn(() => unflushed(db, () => keepPiece(db, hash, line.no, packed)));
      } else if (head) {
        inForce(large, head, shelf);
        emptying = emptied(shelfToFill(db)).catch(failed);
        return { outcome: 'catalogue', items: head.items, bundles: head.bundles.length };
      }
      standing = { name: large.name, written, items: head?.items ?? null, outcome: null };
    }
    throw new PackageReaderGone('ended');
  }

  /** A reader that ended is given a second try: the computer may have had no room for it just then. */
  async function loadTwice(large: LargePackage): Promise<Loaded> {
    try {
      return await load(large, large.chain);
    } catch (thrown) {
      if (left.signal.aborted || !(thrown instanceof PackageReaderGone)) throw thrown;
      failed(thrown);
      await new Promise<void>((next) => void setTimeout(next, BEFORE_SECOND_TRY_MS));
      return load(large, large.chain);
    }
  }

  async function brought(large: LargePackage): Promise<Loaded> {
    const { name, source, by } = large;
    let loaded: Loaded;
    let how: PackageReaderGone['code'] = 'ended';
    try {
      loaded = await loadTwice(large);
      if (loaded.outcome === 'refused') {
        const { faults } = loaded;
        db.transaction(() => addRefusal(db, { name, source, by, atMs: nowMs(), faults }))();
        note('catalogue.refused', name);
      }
    } catch (thrown) {
      if (thrown instanceof PackageReaderGone) how = thrown.code;
      if (!left.signal.aborted) failed(thrown);
      loaded = { outcome: 'left' };
    }
    const { written, items } = standing ?? { written: 0, items: null };
    standing = isOutcome(loaded)
      ? { name, written, items, outcome: loaded }
      : loaded.outcome === 'known'
        ? null
        : { name, written, items, outcome: refused([GONE[how]]) };
    running = null;
    return loaded;
  }

  /** Everything that makes the package the one in force, at once. */
  function inForce({ name, source, by }: LargePackage, head: Head, shelf: Shelf): void {
    const { chain, bundles, templates, dutyList, signedBy, items } = head;
    const hash = hashIn(head);
    const atMs = nowMs();
    db.transaction(() => {
      setJoining(db, shelf, 'itself');
      serveFrom(db, shelf, { hash, name, atMs });
      putBundlesInForce(db, bundles, atMs, 'all');
      putTemplatesInForce(db, templates, 'all');
      if (dutyList) putDutiesInForce(db, { ...dutyList, hash, by, atMs }, nameKey);
      addState(db, { name, source, signedBy, by, atMs, items, bundles: bundles.length, hash, chain });
      note('catalogue.loaded', `catalogue ${hash.slice(0, 16)}`);
    })();
  }

  async function emptied(shelf: Shelf): Promise<void> {
    if (isEmpty(db, shelf)) return;
    let isMore = true;
    while (isMore && !left.signal.aborted) {
      isMore = await inTurn(() => unflushed(db, () => takeSomeOff(db, shelf, TAKEN_OFF_AT_ONCE)));
    }
  }

  return {
    start: (large) => {
      if (running) return null;
      standing = { name: large.name, written: 0, items: null, outcome: null };
      running = brought(large);
      return running;
    },
    standing: () => standing,
    isRunning: () => running !== null,
    stop: async () => {
      left.abort();
      await running;
      await emptying;
    },
  };
}

/** An older state, put in force again through the same door. */
export function olderState(
  { name, chain }: { readonly name: string; readonly chain: readonly string[] },
  by: string,
): LargePackage {
  return { name, source: 'back', by, fresh: null, text: '', chain, otherwise: () => refused([GONE.ended]) };
}

const SAID = { 'not-signed': FAULTS.notSigned, 'wrong-signature': FAULTS.wrongSignature } as const;

/** Why nothing came of it, as far as it can be seen from here. */
const GONE: Readonly<Record<PackageReaderGone['code'], CatalogueFault>> = {
  'not-started': { path: '', ...FAULTS.notStarted },
  'no-memory': { path: '', ...FAULTS.noMemory },
  ended: { path: '', ...FAULTS.notToItsEnd },
};

function isOutcome(loaded: Loaded): loaded is ImportOutcome {
  return loaded.outcome !== 'known' && loaded.outcome !== 'left';
}

/** The hash of the package that was read: the last of its chain. */
function hashIn({ chain }: Head): string {
  return chain.at(-1) ?? '';
}

/** What the reader cannot reach: the text that lies in no file, and the kept texts of the chain. */
function* following(db: Writer, text: string, chain: readonly string[]): Generator<FollowingPiece> {
  const bytes = Buffer.from(text, 'utf8');
  for (let from = 0; from < bytes.length; from += TEXT_BYTES) {
    yield { hash: null, bytes: bytes.subarray(from, from + TEXT_BYTES) };
  }
  for (const hash of chain) {
    for (const piece of keptPieces(db, hash)) yield { hash, bytes: piece };
  }
}

function refused(faults: readonly CatalogueFault[]): ImportOutcome {
  return { outcome: 'refused', faults: [...faults] };
}

const REST_MS = 2;

/** Does a piece of work, then lets everybody who waits have as long a turn, and the processor a rest. */
async function inTurn<T>(work: () => T): Promise<T> {
  const fromMs = performance.now();
  const value = work();
  const tookMs = performance.now() - fromMs;
  await new Promise<void>((next) => void setTimeout(next, Math.max(REST_MS, tookMs)));
  return value;
}

import type { CatalogueImporting, ImportOutcome } from '#contract/shapes/catalogue.ts';
import type { Writer } from '#native/sqlite/database.ts';
import { putBundlesInForce } from '../store/bundles-in-force.ts';
import { addState } from '../store/catalogue-states.ts';
import {
  isEmpty,
  joinSome,
  keepPiece,
  layOnShelf,
  serveFrom,
  setJoining,
  shelfToFill,
  takeSomeOff,
} from '../store/shelf-filling.ts';
import type { Shelf } from '../store/shelves.ts';
import { putTemplatesInForce } from '../store/templates-in-force.ts';
import type { PackageLine, PackageWish } from './package-lines.ts';
import { PackageReaderGone, type ReadPackageApart } from './reading-apart.ts';

/** A package too large to be taken while everybody waits. */
interface LargePackage {
  readonly name: string;
  readonly source: 'folder' | 'upload';
  readonly by: string;
  readonly wish: PackageWish;
  /** The text, where it does not lie in a file. */
  readonly following: string;
  /** Takes what is no whole catalogue, all at once. */
  readonly otherwise: () => ImportOutcome;
}

/** Loads a whole catalogue while the window goes on working. There is one at a time. */
export interface BackgroundImport {
  /** False while another is under way. */
  readonly start: (large: LargePackage) => boolean;
  /** What is being loaded, and what came of the last one; null before the first. */
  readonly standing: () => CatalogueImporting | null;
  readonly isRunning: () => boolean;
  /** Leaves what is under way: the catalogue in force stays, the other shelf is emptied at the next. */
  readonly stop: () => Promise<void>;
}

/** Rows taken off the old shelf in one go. */
const TAKEN_OFF_AT_ONCE = 100;
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
  let running: Promise<void> | null = null;
  /** The old shelf is emptied after a package came in force; the next may not begin before. */
  let emptying: Promise<void> = Promise.resolve();
  const left = new AbortController();

  async function load(large: LargePackage): Promise<ImportOutcome> {
    await emptying;
    const shelf = shelfToFill(db);
    await emptied(shelf);
    setJoining(db, shelf, 'told');
    let head: Head | null = null;
    let written = 0;
    for await (const line of read(large.wish, large.following, left.signal)) {
      if (left.signal.aborted) break;
      if (line.line === 'package') head = line;
      else if (line.line === 'faults') return refused(line.faults);
      else if (line.line === 'refused') return refused([{ path: '', say: SAID[line.refusal] }]);
      else if (line.line === 'other') return large.otherwise();
      else if (head && line.line === 'items') {
        const { items } = line;
        db.transaction(() => layOnShelf(db, shelf, items, nowMs()))();
        written += items.length;
        await turn();
        joinSome(db, shelf, JOINED_AT_ONCE);
      } else if (head && line.line === 'text') {
        const { hash } = head;
        db.transaction(() => keepPiece(db, hash, line.no, Buffer.from(line.base64, 'base64')))();
      } else if (head) {
        inForce(large, head, shelf);
        emptying = emptied(shelfToFill(db)).catch(failed);
        return { outcome: 'catalogue', items: head.items, bundles: head.bundles.length };
      }
      standing = { name: large.name, written, items: head?.items ?? null, outcome: null };
      await turn();
    }
    throw new PackageReaderGone('the package was left before its end');
  }

  async function brought(large: LargePackage): Promise<void> {
    let outcome: ImportOutcome;
    try {
      outcome = await load(large);
    } catch (thrown) {
      if (!left.signal.aborted) failed(thrown);
      outcome = refused([{ path: '', say: SAID.gone }]);
    }
    const { written, items } = standing ?? { written: 0, items: null };
    standing = { name: large.name, written, items, outcome };
    running = null;
  }

  /** Everything that makes the package the one in force, at once. */
  function inForce({ name, source, by }: LargePackage, head: Head, shelf: Shelf): void {
    const { hash, bundles, templates, signedBy, items } = head;
    const atMs = nowMs();
    db.transaction(() => {
      setJoining(db, shelf, 'itself');
      serveFrom(db, shelf, { hash, name, atMs });
      putBundlesInForce(db, bundles, atMs, 'all');
      putTemplatesInForce(db, templates, 'all');
      addState(db, { name, source, signedBy, by, atMs, items, bundles: bundles.length, hash, chain: [hash] });
      note('catalogue.loaded', `catalogue ${hash.slice(0, 16)}`);
    })();
  }

  async function emptied(shelf: Shelf): Promise<void> {
    if (isEmpty(db, shelf)) return;
    let isMore = true;
    while (isMore && !left.signal.aborted) {
      isMore = db.transaction(() => takeSomeOff(db, shelf, TAKEN_OFF_AT_ONCE))();
      await turn();
    }
  }

  return {
    start: (large) => {
      if (running) return false;
      standing = { name: large.name, written: 0, items: null, outcome: null };
      running = brought(large);
      return true;
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

const SAID = {
  'not-signed': 'nobody signed it, and this hall takes only what is signed',
  'wrong-signature': 'the signature is not of a key this hall believes',
  gone: 'it could not be read to its end; the catalogue before it is in force',
} as const;

function refused(faults: readonly { readonly path: string; readonly say: string }[]): ImportOutcome {
  return { outcome: 'refused', faults: [...faults] };
}

const REST_MS = 2;

/** Lets everybody who waits have a turn, and the processor a rest. */
function turn(): Promise<void> {
  return new Promise((next) => void setTimeout(next, REST_MS));
}

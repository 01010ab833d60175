import { join } from 'node:path';
import { z } from 'zod';
import type { ImportOutcome } from '#contract/shapes/catalogue.ts';
import type { WriteBench } from '../answering.ts';
import { newId } from '../new-id.ts';
import { addRefusal } from '../store/catalogue-refusals.ts';
import { bundlesInForce } from '../store/bundles-in-force.ts';
import { addHallPart } from '../store/hall-parts.ts';
import { putDutiesInForce } from '../store/duties.ts';
import { addLocalNote, notesOnItem } from '../store/local-notes.ts';
import { readDutyList } from './duty-list.ts';
import type { CatalogueFault } from './fault.ts';
import { FAULTS, type FaultWords } from './fault-words.ts';
import { parsedJson } from './file-text.ts';
import { codeKey, nameKey } from './find-words.ts';
import { readGuidance } from './guidance-file.ts';
import { isHeavyChange, LARGE_BYTES } from './heavy.ts';
import { hashOf, putPackageInForce } from './put-in-force.ts';
import { readSigned } from './signed-file.ts';

/** Where a file to import comes from. */
type From =
  | { readonly kind: 'folder'; readonly name: string }
  | {
      readonly kind: 'upload';
      readonly uploadId: string;
      readonly name: string;
      /** What stands in the file beside it. */
      readonly signature: string | null;
    };

type ImportBench = Pick<WriteBench, 'db' | 'parts' | 'nowMs' | 'asker' | 'about'>;

/** Every fault beyond this many is of the same kind as those before. */
const FAULTS_TOLD = 200;

interface Found {
  readonly text: string;
  readonly signature: string | null;
}

const Marked = z.object({ schema: z.string() });

type Refused = 'no-such-package' | 'not-signed' | 'wrong-signature' | 'import-running';

/** What nobody is asked about any more is said with the others. */
const WHY_NOT: Readonly<Record<Refused, FaultWords>> = {
  'no-such-package': FAULTS.noSuchPackage,
  'not-signed': FAULTS.notSigned,
  'wrong-signature': FAULTS.wrongSignature,
  'import-running': FAULTS.notToItsEnd,
};

/**
 * Imports one file: a catalogue, a duty list, or the guidance of another hall. Guidance needs no signature, because it
 * changes nothing of the platform's data. A large file is begun here and loaded while the window goes on working.
 */
export function importFile(bench: ImportBench, from: From): ImportOutcome | Refused {
  const { packages } = bench.parts;
  if (packages.background.isRunning()) return 'import-running';
  if (from.kind === 'folder' && isLarge(bench.parts, from.name)) return startedWith(bench, from, null);
  const found = foundAt(bench, from);
  if (!found) return 'no-such-package';
  const isUpload = from.kind === 'upload' && found.text.length > LARGE_BYTES;
  return isUpload ? startedWith(bench, from, found.text) : takenNow(bench, from, found);
}

function takenNow(bench: ImportBench, from: From, found: Found): ImportOutcome | Refused {
  const { parts, about } = bench;
  const keys = parts.site.catalogueKeys;
  const isGuidance = /"schema"\s*:\s*"one-window\/guidance@/.test(found.text.slice(0, 500));
  const mayBeUnsigned = isGuidance || (from.kind === 'folder' && keys.length === 0);
  const read = readSigned(found.text, found.signature, keys, mayBeUnsigned);
  if (!read.ok) return read.refusal;

  const json = parsedJson(read.text);
  if (isHeavyChange(bench.db, json)) return startedWith(bench, from, found.text);
  const outcome = outcomeOf(bench, from, read.text, read.signedBy, json);
  about(`${outcome.outcome} ${hashOf(read.text).slice(0, 16)}`, from.name);
  return outcome;
}

function isLarge({ packages }: ImportBench['parts'], name: string): boolean {
  return packages.folder.files().some((file) => file.name === name && file.bytes > LARGE_BYTES);
}

/** @param text the file, where it does not lie in the folder */
function startedWith(bench: ImportBench, from: From, text: string | null): ImportOutcome | Refused {
  const { db, parts, asker, about } = bench;
  const { folder, background } = parts.packages;
  const keys = [...parts.site.catalogueKeys];
  const loading = background.start({
    name: from.name,
    source: from.kind,
    by: asker.staff?.number ?? '',
    fresh: {
      file: text === null ? join(folder.path, from.name) : null,
      signature: from.kind === 'upload' ? from.signature : folder.signatureOf(from.name),
      keys,
      mayBeUnsigned: from.kind === 'folder' && keys.length === 0,
      unless: null,
    },
    text: text ?? '',
    chain: null,
    otherwise: () => {
      const found =
        from.kind === 'folder' ? folder.read(from.name) : { text: text ?? '', signature: from.signature };
      const later = { ...bench, about: () => {} };
      const taken = found ? db.transaction(() => takenNow(later, from, found))() : 'no-such-package';
      return typeof taken === 'string' ? refused([{ path: '', ...WHY_NOT[taken] }]) : taken;
    },
  });
  about('started', from.name);
  return loading ? { outcome: 'started' } : 'import-running';
}

function outcomeOf(
  bench: ImportBench,
  from: From,
  text: string,
  signedBy: string | null,
  json: unknown,
): ImportOutcome {
  const schema = Marked.safeParse(json).data?.schema ?? '';
  if (schema.startsWith('one-window/duties@')) return takeDuties(bench, text, json);
  if (schema.startsWith('one-window/guidance@')) return takeGuidance(bench, json);
  const { db, asker, nowMs } = bench;
  const by = asker.staff?.number ?? '';
  const arrived = { text, name: from.name, source: from.kind, signedBy, by, atMs: nowMs };
  const putting = putPackageInForce(db, arrived, json);
  if (!putting.ok) {
    const outcome = refused(putting.faults);
    addRefusal(db, { name: from.name, source: from.kind, by, atMs: nowMs, faults: outcome.faults });
    return outcome;
  }
  return { outcome: 'catalogue', items: putting.items, bundles: putting.bundles };
}

function takeDuties({ db, asker, nowMs }: ImportBench, text: string, json: unknown): ImportOutcome {
  const reading = readDutyList(json);
  if (!reading.ok) return refused(reading.faults);
  const { name, duties } = reading;
  const about = { name, hash: hashOf(text), by: asker.staff?.number ?? '', atMs: nowMs };
  putDutiesInForce(db, { ...about, duties }, nameKey);
  return { outcome: 'duties', duties: duties.length };
}

function takeGuidance({ db, parts, asker, nowMs }: ImportBench, json: unknown): ImportOutcome {
  const reading = readGuidance(json, parts.items.byCode, bundlesInForce(db));
  if (!reading.ok) return refused(reading.faults);
  const { hall, notes, conflicts } = reading;
  // The same file again brings nothing twice.
  const fresh = notes.filter(
    (note) =>
      !notesOnItem(db, codeKey(note.itemCode)).some(
        ({ fromHall, materialId, text }) =>
          fromHall === hall && materialId === note.materialId && text === note.text,
      ),
  );
  for (const note of fresh) addLocalNote(db, { ...note, id: newId() });
  const by = asker.staff?.number ?? '';
  const laid = reading.parts.filter((part) =>
    addHallPart(db, part, { id: newId(), fromHall: hall, by, atMs: nowMs }),
  );
  return {
    outcome: 'guidance',
    hall,
    notes: fresh.length,
    parts: laid.length,
    conflicts: [...conflicts],
  };
}

function refused(faults: readonly CatalogueFault[]): Extract<ImportOutcome, { outcome: 'refused' }> {
  return { outcome: 'refused', faults: faults.slice(0, FAULTS_TOLD) };
}

function foundAt({ parts }: ImportBench, from: From): Found | null {
  const { folder, uploads } = parts.packages;
  if (from.kind === 'folder') return folder.read(from.name);
  const text = uploads.take(from.uploadId);
  return text === null ? null : { text, signature: from.signature };
}

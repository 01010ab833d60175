import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { ImportOutcome } from '#contract/shapes/catalogue.ts';
import type { WriteBench } from '../answering.ts';
import { putDutiesInForce } from '../store/duties.ts';
import { addLocalNote, notesOnItem } from '../store/local-notes.ts';
import { readDutyList } from './duty-list.ts';
import type { CatalogueFault } from './fault.ts';
import { parsedJson } from './file-text.ts';
import { codeKey, nameKey } from './find-words.ts';
import { readGuidance } from './guidance-file.ts';
import { hashOf, putPackageInForce } from './put-in-force.ts';
import { readSigned } from './signed-file.ts';

/** Where a file to import comes from. */
type From =
  | { readonly kind: 'folder'; readonly name: string }
  | { readonly kind: 'upload'; readonly uploadId: string; readonly name: string };

type ImportBench = Pick<WriteBench, 'db' | 'parts' | 'nowMs' | 'asker' | 'about'>;

/** Every fault beyond this many is of the same kind as those before. */
const FAULTS_TOLD = 200;

const Marked = z.object({ schema: z.string() });

/**
 * Imports one file: a catalogue, a duty list, or the guidance of another hall. Guidance needs no signature, because it
 * changes nothing of the platform's data.
 */
export function importFile(
  bench: ImportBench,
  from: From,
): ImportOutcome | 'no-such-package' | 'not-signed' | 'wrong-signature' {
  const { parts, about } = bench;
  const found = foundAt(bench, from);
  if (!found) return 'no-such-package';
  const keys = parts.site.catalogueKeys;
  const isGuidance = /"schema"\s*:\s*"one-window\/guidance@/.test(found.text.slice(0, 500));
  const mayBeUnsigned = isGuidance || (from.kind === 'folder' && keys.length === 0);
  const read = readSigned(found.text, found.signature, keys, mayBeUnsigned);
  if (!read.ok) return read.refusal;

  const json = parsedJson(read.text);
  const outcome = outcomeOf(bench, from, read.text, read.signedBy, json);
  about(`${outcome.outcome} ${hashOf(read.text).slice(0, 16)}`, from.name);
  return outcome;
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
  if (!putting.ok) return refused(putting.faults);
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

function takeGuidance({ db, parts }: ImportBench, json: unknown): ImportOutcome {
  const reading = readGuidance(json, parts.items.byCode);
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
  for (const note of fresh) addLocalNote(db, { ...note, id: uuidv7() });
  return { outcome: 'guidance', hall, notes: fresh.length, conflicts: [...conflicts] };
}

function refused(faults: readonly CatalogueFault[]): ImportOutcome {
  return { outcome: 'refused', faults: faults.slice(0, FAULTS_TOLD).map(({ path, say }) => ({ path, say })) };
}

function foundAt(
  { parts }: ImportBench,
  from: From,
): { readonly text: string; readonly signature: string | null } | null {
  const { folder, uploads } = parts.packages;
  if (from.kind === 'folder') return folder.read(from.name);
  const text = uploads.take(from.uploadId);
  return text === null ? null : { text, signature: null };
}

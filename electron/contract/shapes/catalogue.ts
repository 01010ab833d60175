import { z } from 'zod';
import { Moment } from './day.ts';
import { ItemCode } from './item.ts';
import { NoticeKind } from './notice.ts';

/** One thing wrong in a file: where, as `items[3].materials[0].id`, and what. The words are a technician's. */
export const FileFault = z.strictObject({ path: z.string(), say: z.string(), sayZh: z.string() });

/** Where a state of the catalogue came from. `back`: an older state was put in force again. */
export const CatalogueSource = z.enum(['site', 'folder', 'upload', 'platform', 'back']);

/** One putting in force. */
export const CatalogueState = z.strictObject({
  seq: z.int(),
  name: z.string(),
  source: CatalogueSource,
  /** The name of the key in `site.json` that signed it; null: nobody signed it. */
  signedBy: z.string().nullable(),
  items: z.int(),
  bundles: z.int(),
  by: z.string(),
  atMs: Moment,
});

/** A package that was refused whole, and every fault in it. */
export const CatalogueRefusal = z.strictObject({
  seq: z.int(),
  name: z.string(),
  source: CatalogueSource,
  by: z.string(),
  atMs: Moment,
  faults: z.array(FileFault).min(1),
});

/** An entry of the data-sharing duty list (数据共享责任清单): who owes which data, and which papers it replaces. */
export const Duty = z.strictObject({
  department: z.string(),
  data: z.string(),
  duty: z.string(),
  method: z.string(),
  frequency: z.string(),
  /** Names of papers, of electronic licences or of data-share queries. */
  replaces: z.array(z.string()).min(1),
});

/** A code of a platform that no table here knows (invariant 26). */
export const UnknownCode = z.strictObject({
  table: z.enum(['licence-status', 'task-state']),
  code: z.string(),
  times: z.int(),
  lastAtMs: Moment,
});

/** A bundle or the wording of a paper that another hall handed on. It stands beside the platform's data. */
export const HallPart = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['bundle', 'template']),
  /** The id of the bundle, the kind of the paper. */
  key: z.string(),
  version: z.int(),
  nameZh: z.string(),
  /** Null: a wording is in Chinese only. */
  nameEn: z.string().nullable(),
  fromHall: z.string(),
  /** Clerk number of who imported it. */
  by: z.string(),
  atMs: Moment,
  /** `ours-stands`: the platform brings one of its own, which counts. */
  standing: z.enum(['offered', 'adopted', 'ours-stands']),
});

/** The rules, the catalogue and the wordings that a case was decided by. Later ones change nothing of it. */
export const CaseGround = z.strictObject({
  itemVersion: z.int(),
  /** What the item names as its basis. */
  legalBasis: z.array(z.string()),
  /** The law that sets its limit; null: no law sets one. */
  limitBasis: z.string().nullable(),
  /** What was in force when the case was opened. */
  catalogue: z.strictObject({ name: z.string(), source: CatalogueSource, atMs: Moment }).nullable(),
  /** Which working days its due days count; null: none was counted yet. */
  calendar: z.string().nullable(),
  papers: z.array(z.strictObject({ kind: NoticeKind, documentNumber: z.string(), templateVersion: z.int() })),
});

export const LocalNoteKind = z.enum(['note', 'good-practice']);

/** What a hall says about an item or one of its papers, apart from the platform's data. */
export const LocalNote = z.strictObject({
  id: z.uuid(),
  itemCode: ItemCode,
  /** null: about the item as a whole. */
  materialId: z.string().nullable(),
  kind: LocalNoteKind,
  text: z.string(),
  /** The hall it came from with a guidance file; null: written here. */
  fromHall: z.string().nullable(),
  /** Clerk number, here or there. */
  by: z.string(),
  atMs: Moment,
});

/** Where guidance of another hall says something else than the platform's data here. Nothing was overwritten. */
export const GuidanceConflict = z.strictObject({
  path: z.string(),
  itemNameZh: z.string(),
  theirs: z.string(),
  ours: z.string(),
});

/** What came of a file. A file with a fault is refused whole: `faults` says where. */
export const ImportOutcome = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('catalogue'), items: z.int(), bundles: z.int() }),
  z.strictObject({ outcome: z.literal('duties'), duties: z.int() }),
  /** A large catalogue: it is loaded while the window goes on working. */
  z.strictObject({ outcome: z.literal('started') }),
  z.strictObject({
    outcome: z.literal('guidance'),
    hall: z.string(),
    notes: z.int(),
    /** Bundles and templates that were laid beside ours. */
    parts: z.int(),
    conflicts: z.array(GuidanceConflict),
  }),
  z.strictObject({ outcome: z.literal('refused'), faults: z.array(FileFault).min(1) }),
]);

/** A large catalogue on its way in, or the last one that was. */
const CatalogueImporting = z.strictObject({
  name: z.string(),
  written: z.int().nonnegative(),
  /** How many there are; null while the file is still read and proved. */
  items: z.int().nullable(),
  /** Null while it is under way. */
  outcome: ImportOutcome.nullable(),
});

export const CatalogueView = z.strictObject({
  /** Newest first; the first one is in force. */
  states: z.array(CatalogueState),
  freshAtMs: Moment,
  /** Names of the keys whose signatures are believed. Empty: unsigned files of the folder are taken as they are. */
  keys: z.array(z.string()),
  folder: z.string(),
  files: z.array(z.strictObject({ name: z.string(), bytes: z.int(), signed: z.boolean() })),
  importing: CatalogueImporting.nullable(),
  /** Codes of platforms that nobody here knows, the latest first. */
  unknownCodes: z.array(UnknownCode),
  /** What other halls handed on, newest first. */
  fromHalls: z.array(HallPart),
  /** Newest first, at most twenty. */
  refusals: z.array(CatalogueRefusal),
  duties: z.strictObject({ name: z.string(), by: z.string(), atMs: Moment, list: z.array(Duty) }).nullable(),
});

export type FileFault = z.output<typeof FileFault>;
export type CatalogueState = z.output<typeof CatalogueState>;
export type CatalogueRefusal = z.output<typeof CatalogueRefusal>;
export type CatalogueSource = z.output<typeof CatalogueSource>;
export type Duty = z.output<typeof Duty>;
export type CaseGround = z.output<typeof CaseGround>;
export type UnknownCode = z.output<typeof UnknownCode>;
export type HallPart = z.output<typeof HallPart>;
export type LocalNote = z.output<typeof LocalNote>;
export type GuidanceConflict = z.output<typeof GuidanceConflict>;
export type CatalogueImporting = z.output<typeof CatalogueImporting>;
export type CatalogueView = z.output<typeof CatalogueView>;
export type ImportOutcome = z.output<typeof ImportOutcome>;

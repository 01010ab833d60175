import { z } from 'zod';
import { call } from '../call.ts';
import { CaseId } from '../shapes/case.ts';
import { CaseGround, CatalogueView, ImportOutcome, LocalNote, LocalNoteKind } from '../shapes/catalogue.ts';
import { ItemCode } from '../shapes/item.ts';

const FileName = z
  .string()
  .max(120)
  .regex(/^[^/\\]+$/, 'a name without folders');

export const catalogueCalls = {
  /** What is in force, what was, and what lies in the folder to be imported. */
  'catalogue.view': call({
    kind: 'read',
    role: 'keeper',
    input: z.strictObject({}),
    output: CatalogueView,
    refusals: [],
  }),

  /** One piece of a file picked at the window; a package too large for this is laid into the folder. */
  'catalogue.add-piece': call({
    kind: 'write',
    role: 'keeper',
    input: z.strictObject({
      uploadId: z.uuid(),
      offset: z.int().nonnegative(),
      totalBytes: z.int().positive().max(20_000_000),
      base64: z.string().max(62_000),
    }),
    output: z.strictObject({ received: z.int() }),
    refusals: ['out-of-order', 'damaged-file'],
  }),

  /** Takes a catalogue, a duty list or the guidance of another hall: what it is stands in the file. */
  'catalogue.import': call({
    kind: 'write',
    role: 'keeper',
    input: z.strictObject({
      from: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('folder'), name: FileName }),
        z.strictObject({
          kind: z.literal('upload'),
          uploadId: z.uuid(),
          name: FileName,
          /** What stands in the `.sig` picked beside it, base64; null: it carries its own, or none. */
          signature: z.string().max(400).nullable().default(null),
        }),
      ]),
    }),
    output: ImportOutcome,
    refusals: ['no-such-package', 'not-signed', 'wrong-signature', 'import-running'],
  }),

  /** Puts the catalogue in force as it stood then. */
  'catalogue.go-back': call({
    kind: 'write',
    role: 'keeper',
    input: z.strictObject({ seq: z.int() }),
    output: CatalogueView,
    refusals: ['no-such-package', 'already-in-force', 'package-not-readable', 'import-running'],
  }),

  /** Which catalogue, item, calendar and wordings a case stands on. */
  'catalogue.case-ground': call({
    kind: 'read',
    role: 'signed-in',
    input: z.strictObject({ caseId: CaseId }),
    output: CaseGround,
    refusals: ['no-such-case'],
  }),

  /** Takes a bundle or a wording of another hall as this hall's own, or gives it up again. */
  'catalogue.adopt': call({
    kind: 'write',
    role: 'keeper',
    input: z.strictObject({ partId: z.uuid(), adopts: z.boolean() }),
    output: CatalogueView,
    refusals: ['no-such-part', 'ours-stands'],
  }),

  /** What this hall says about an item and its papers. */
  'catalogue.notes': call({
    kind: 'read',
    role: 'signed-in',
    input: z.strictObject({ itemCode: ItemCode }),
    output: z.array(LocalNote),
    refusals: [],
  }),

  'catalogue.write-note': call({
    kind: 'write',
    role: 'keeper',
    input: z.strictObject({
      itemCode: ItemCode,
      materialId: z.string().max(40).nullable(),
      kind: LocalNoteKind,
      text: z.string().trim().min(2).max(500),
    }),
    output: z.array(LocalNote),
    refusals: ['no-such-item', 'no-such-material'],
  }),

  'catalogue.remove-note': call({
    kind: 'write',
    role: 'keeper',
    input: z.strictObject({ noteId: z.uuid() }),
    output: z.array(LocalNote),
    refusals: ['no-such-note'],
  }),

  /**
   * Writes the questions, options and notes of these items, the bundles they are steps of and the wordings in force into
   * a file of the folder, for another hall.
   */
  'catalogue.export-guidance': call({
    kind: 'outside',
    role: 'keeper',
    input: z.strictObject({ itemCodes: z.array(ItemCode).min(1).max(200) }),
    output: z.strictObject({ name: z.string() }),
    refusals: ['no-such-item'],
  }),
} as const;

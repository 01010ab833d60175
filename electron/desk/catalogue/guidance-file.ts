import { z } from 'zod';
import type { GuidanceConflict, LocalNote } from '#contract/shapes/catalogue.ts';
import { LocalNoteKind } from '#contract/shapes/catalogue.ts';
import { Bundle } from '#contract/shapes/bundle.ts';
import { ItemCode, type ServiceItem, Situation } from '#contract/shapes/item.ts';
import { NoticeTemplate } from '#contract/shapes/notice-template.ts';
import type { GivenPart } from '../store/hall-parts.ts';
import { bundleAsLine, partFaults } from './hall-part-faults.ts';
import { type CatalogueFault, twice } from './fault.ts';
import { FAULTS } from './fault-words.ts';
import { shapeFaults } from './file-text.ts';
import { codeKey } from './find-words.ts';
import { Name, Remark } from './package-ground.ts';

const GuidedItem = z.strictObject({
  itemCode: ItemCode,
  nameZh: Name,
  version: z.int().positive(),
  situations: z.array(Situation),
  notes: z.array(
    z.strictObject({
      materialId: z.string().max(40).nullable(),
      kind: LocalNoteKind,
      text: Remark.min(1),
      by: z.string().max(20),
      atMs: z.int().nonnegative(),
    }),
  ),
});

const GuidanceFile = z.strictObject({
  $comment: z.string().optional(),
  schema: z.literal('one-window/guidance@1'),
  hall: Name,
  items: z.array(GuidedItem).max(200),
  /** Each of its items is in force where it is taken. */
  bundles: z.array(Bundle).max(200).default([]),
  /** Wordings of papers. */
  templates: z.array(NoticeTemplate).max(100).default([]),
});

export type GuidanceFile = z.output<typeof GuidanceFile>;

export type GuidanceReading =
  | {
      readonly ok: true;
      readonly hall: string;
      readonly notes: readonly Omit<LocalNote, 'id'>[];
      readonly parts: readonly GivenPart[];
      readonly conflicts: readonly GuidanceConflict[];
    }
  | { readonly ok: false; readonly faults: readonly CatalogueFault[] };

/**
 * What a hall gives another: the questions and options of these items, its notes and its good practice; bundles and the
 * wordings of papers.
 */
export function guidanceOf(
  hall: string,
  {
    items,
    bundles,
    templates,
  }: {
    readonly items: readonly { readonly item: ServiceItem; readonly notes: readonly LocalNote[] }[];
    readonly bundles: readonly Bundle[];
    readonly templates: readonly NoticeTemplate[];
  },
): GuidanceFile {
  return {
    schema: 'one-window/guidance@1',
    hall,
    items: items.map(({ item, notes }) => ({
      itemCode: item.code,
      nameZh: item.nameZh,
      version: item.version,
      situations: item.situations,
      // What this hall got from a third one is not passed on as its own.
      notes: notes
        .filter(({ fromHall }) => fromHall === null)
        .map(({ materialId, kind, text, by, atMs }) => ({ materialId, kind, text, by, atMs })),
    })),
    bundles: [...bundles],
    templates: [...templates],
  };
}

/**
 * Reads guidance of another hall against the items in force here, or lists every fault in it. Its notes may be taken;
 * where its questions or options differ from the platform's data, that is told and nothing else.
 *
 * @source domain.md F26, F35: items come from the platform, local notes are kept apart
 */
export function readGuidance(
  json: unknown,
  itemByCode: (code: string) => ServiceItem | null,
  bundlesHere: readonly Bundle[] = [],
): GuidanceReading {
  const shaped = GuidanceFile.safeParse(json);
  if (!shaped.success) return { ok: false, faults: shapeFaults(GuidanceFile, json, shaped.error) };
  const { hall, items, bundles, templates } = shaped.data;
  const faults: CatalogueFault[] = [
    ...twice(
      items.map((item) => codeKey(item.itemCode)),
      'items',
      'itemCode',
    ),
    ...partFaults(bundles, templates, itemByCode),
  ];
  const notes: Omit<LocalNote, 'id'>[] = [];
  const conflicts: GuidanceConflict[] = [];
  for (const [place, guided] of items.entries()) {
    const path = `items[${place}]`;
    const ours = itemByCode(guided.itemCode);
    if (!ours) {
      faults.push({ path: `${path}.itemCode`, ...FAULTS.noItemHere(guided.itemCode) });
      continue;
    }
    const papers = new Set(papersOf(ours));
    for (const [at, note] of guided.notes.entries()) {
      if (note.materialId !== null && !papers.has(note.materialId)) {
        faults.push({ path: `${path}.notes[${at}].materialId`, ...FAULTS.noMaterial(note.materialId) });
      }
      notes.push({ ...note, itemCode: ours.code, fromHall: hall });
    }
    conflicts.push(...conflictsIn(guided.situations, ours, path));
  }
  for (const [place, bundle] of bundles.entries()) {
    const ours = bundlesHere.find(({ id }) => id === bundle.id);
    const [theirs, own] = [bundleAsLine(bundle), ours && bundleAsLine(ours)];
    if (own !== undefined && own !== theirs) {
      conflicts.push({ path: `bundles[${place}]`, itemNameZh: bundle.nameZh, theirs, ours: own });
    }
  }
  const parts: GivenPart[] = [
    ...bundles.map((bundle) => ({ kind: 'bundle', bundle }) as const),
    ...templates.map((template) => ({ kind: 'template', template }) as const),
  ];
  return faults.length > 0 ? { ok: false, faults } : { ok: true, hall, notes, parts, conflicts };
}

/** Ids of every paper an item may ask for. */
export function papersOf(item: ServiceItem): readonly string[] {
  const options = item.situations.flatMap((situation) => situation.options);
  return [
    ...item.materials,
    ...options.flatMap(({ addMaterials }) => addMaterials),
    ...options.flatMap(({ replaceMaterials }) => replaceMaterials.map(({ add }) => add)),
  ].map(({ id }) => id);
}

function conflictsIn(
  theirs: readonly Situation[],
  item: ServiceItem,
  path: string,
): readonly GuidanceConflict[] {
  const conflicts: GuidanceConflict[] = [];
  const differ = (where: string, said: string, own: string): void => {
    conflicts.push({ path: `${path}.${where}`, itemNameZh: item.nameZh, theirs: said, ours: own });
  };
  for (const [place, situation] of theirs.entries()) {
    const where = `situations[${place}]`;
    const ours = item.situations.find(({ id }) => id === situation.id);
    if (!ours) {
      differ(where, situation.questionZh, '');
      continue;
    }
    if (ours.questionZh !== situation.questionZh) differ(where, situation.questionZh, ours.questionZh);
    for (const [at, option] of situation.options.entries()) {
      const own = ours.options.find(({ id }) => id === option.id);
      if (!own) differ(`${where}.options[${at}]`, option.labelZh, '');
      else if (effectOf(own) !== effectOf(option)) {
        differ(`${where}.options[${at}]`, effectOf(option), effectOf(own));
      }
    }
  }
  return conflicts;
}

/** What an option does, as one line: its label, what it drops and adds, where it leads. */
function effectOf(option: Situation['options'][number]): string {
  return [
    option.labelZh,
    ...option.dropMaterials.map((id) => `−${id}`),
    ...option.addMaterials.map(({ nameZh }) => `+${nameZh}`),
    ...option.replaceMaterials.map(({ drop, add }) => `${drop}→${add.nameZh}`),
    option.addSpecialProcedure ?? '',
    option.rerouteTo ?? '',
    option.note ?? '',
  ]
    .filter(Boolean)
    .join(' ');
}

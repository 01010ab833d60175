import { z } from 'zod';
import type { Duty } from '#contract/shapes/catalogue.ts';
import type { ItemMaterial } from '#contract/shapes/item.ts';
import type { Reader } from '#native/sqlite/database.ts';
import { dutyOnPaper } from '../store/duties.ts';
import { type CatalogueFault, twice } from './fault.ts';
import { shapeFaults } from './file-text.ts';
import { nameKey } from './find-words.ts';
import { Name, Remark } from './package-ground.ts';

/** The list as it stands in a file of its own, or in a package under `dutyList`. */
export const PackageDuties = z.strictObject({
  name: Name,
  duties: z
    .array(
      z.strictObject({
        department: Name,
        data: Name,
        duty: Remark.min(1),
        method: Name,
        frequency: Name,
        replaces: z.array(Name).min(1).max(50),
      }),
    )
    .min(1)
    .max(5000),
});
export type PackageDuties = z.output<typeof PackageDuties>;

const DutyListFile = PackageDuties.extend({
  $comment: z.string().optional(),
  schema: z.literal('one-window/duties@1'),
});

export type DutyReading =
  | { readonly ok: true; readonly name: string; readonly duties: readonly Duty[] }
  | { readonly ok: false; readonly faults: readonly CatalogueFault[] };

/**
 * Reads a data-sharing duty list (数据共享责任清单), or lists every fault in it.
 *
 * @source domain.md F53
 */
export function readDutyList(json: unknown): DutyReading {
  const shaped = DutyListFile.safeParse(json);
  if (!shaped.success) return { ok: false, faults: shapeFaults(DutyListFile, json, shaped.error) };
  const { name, duties } = shaped.data;
  const faults = dutyFaults(duties, 'duties');
  return faults.length > 0 ? { ok: false, faults } : { ok: true, name, duties };
}

/** What names something twice. */
export function dutyFaults(duties: PackageDuties['duties'], at: string): readonly CatalogueFault[] {
  return [
    ...twice(
      duties.map(({ department, data }) => `${department} ${data}`),
      at,
      'data',
    ),
    ...duties.flatMap(({ replaces }, place) => twice(replaces, `${at}[${place}].replaces`, null)),
  ];
}

/**
 * The duty because of which this paper may no longer be asked for, or null. A list names a paper, the electronic
 * licence behind it, or the query that answers instead; what stands in brackets behind a paper's name (whose it is)
 * is left out of the comparison.
 */
export function dutyOnMaterial(
  db: Reader,
  {
    nameZh,
    electronicLicence,
    dataShareQuery,
  }: Pick<ItemMaterial, 'nameZh' | 'electronicLicence' | 'dataShareQuery'>,
): Duty | null {
  const names = [nameZh, nameZh.replace(/[（(][^（()）]*[）)]$/, ''), electronicLicence, dataShareQuery];
  for (const name of names) {
    const duty = name === null ? null : dutyOnPaper(db, nameKey(name));
    if (duty) return duty;
  }
  return null;
}

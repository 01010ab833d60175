import { z } from 'zod';
import { CatalogueRefusal, FileFault } from '#contract/shapes/catalogue.ts';
import { all, type Reader, run, type Writer } from '#native/sqlite/database.ts';

const FORGET_SAME = `DELETE FROM catalogue_refusal
  WHERE name = @name AND source = @source AND faults = @faults`;
const ADD = `INSERT INTO catalogue_refusal (name, source, by, at_ms, faults)
  VALUES (@name, @source, @by, @atMs, @faults)`;
const FORGET_OLD = `DELETE FROM catalogue_refusal WHERE seq NOT IN
  (SELECT seq FROM catalogue_refusal ORDER BY seq DESC LIMIT @kept)`;
const LIST = `SELECT seq, name, source, by, at_ms AS atMs, faults
  FROM catalogue_refusal ORDER BY seq DESC`;

/** Older refusals are in the log; these are for whoever mends the package. */
const KEPT = 20;

/** What was kept before faults were said in both languages is in English only. */
const KeptFaults = z.array(
  FileFault.extend({ sayZh: z.string().optional() }).transform((fault) => ({
    ...fault,
    sayZh: fault.sayZh ?? fault.say,
  })),
);
const Row = z
  .strictObject({
    seq: z.int(),
    name: z.string(),
    source: z.string(),
    by: z.string(),
    atMs: z.int(),
    faults: z.string(),
  })
  .transform((row) => CatalogueRefusal.parse({ ...row, faults: KeptFaults.parse(JSON.parse(row.faults)) }));

/** Remembers why a package was not taken. The same refusal again stands once, with its last moment. */
export function addRefusal(db: Writer, refusal: Omit<CatalogueRefusal, 'seq'>): void {
  const { name, source } = refusal;
  const faults = JSON.stringify(refusal.faults);
  run(db, FORGET_SAME, { name, source, faults });
  run(db, ADD, { ...refusal, faults });
  run(db, FORGET_OLD, { kept: KEPT });
}

/** Newest first. */
export function catalogueRefusals(db: Reader): CatalogueRefusal[] {
  return Row.array().parse(all(db, LIST));
}

import { z } from 'zod';
import { all, one, type Writer } from '#native/sqlite/database.ts';

/** A table whose checks change: the pieces of its own text that become others. */
export interface Remake {
  readonly table: string;
  readonly pieces: readonly (readonly [was: string, becomes: string])[];
}

const Text = z.strictObject({ sql: z.string() });
const Names = z.strictObject({ name: z.string() }).array();
const Things = z.strictObject({ type: z.string(), name: z.string(), sql: z.string() }).array();

/**
 * Makes a table anew from its own text with other checks. Whatever columns, indexes, triggers and rows it has by
 * then come with it, so a step written here need not know what the steps before it added.
 *
 * Call it in the transaction of the step. References to the rows are counted at its end.
 *
 * @throws RangeError when a piece is not there exactly once, or when rows elsewhere would go with the table
 */
export function remakeTable(db: Writer, { table, pieces }: Remake): void {
  const made = Text.parse(
    one(db, "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = @table", { table }),
  );
  let text = made.sql;
  for (const [was, becomes] of pieces) {
    if (text.split(was).length !== 2) throw new RangeError(`${table} does not hold this once: ${was}`);
    text = text.replace(was, () => becomes);
  }
  const followers = Names.parse(
    all(
      db,
      `SELECT other.name AS name FROM sqlite_schema AS other, pragma_foreign_key_list(other.name) AS key
       WHERE other.type = 'table' AND key."table" = @table AND key.on_delete <> 'NO ACTION'`,
      { table },
    ),
  );
  if (followers.length > 0) throw new RangeError(`rows of ${followers[0]?.name} would go with ${table}`);
  const things = Things.parse(
    all(
      db,
      `SELECT type, name, sql FROM sqlite_schema
       WHERE tbl_name = @table AND type IN ('index', 'trigger') AND sql IS NOT NULL`,
      { table },
    ),
  );
  const columns = Names.parse(all(db, 'SELECT name FROM pragma_table_info(@table)', { table }))
    .map(({ name }) => `"${name}"`)
    .join(', ');
  db.exec('PRAGMA defer_foreign_keys = ON');
  for (const { type, name } of things) if (type === 'trigger') db.exec(`DROP TRIGGER "${name}"`);
  db.exec(`CREATE TABLE "${table}_before" AS SELECT ${columns} FROM "${table}";
    DELETE FROM "${table}";
    DROP TABLE "${table}";
    ${text};
    INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM "${table}_before";
    DROP TABLE "${table}_before";`);
  for (const { sql } of things) db.exec(sql);
}

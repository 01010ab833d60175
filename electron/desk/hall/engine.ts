import type {
  ColumnDataType,
  ColumnDefinitionBuilder,
  CreateTableBuilder,
  Kysely,
  SelectQueryBuilder,
} from 'kysely';
import type { HallTables } from './hall-tables.ts';

/** The places where the two databases differ. Everything else is one set of queries. */
export interface Engine {
  /** The board's own clock. The database server's, where there is one. */
  readonly nowMs: (db: Kysely<HallTables>) => Promise<number>;
  /** A column that holds milliseconds. */
  readonly moment: ColumnDataType;
  /** Makes a column number its rows by itself. */
  readonly counted: (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;
  /** Makes a table refuse a value of the wrong type, where that needs saying. */
  readonly strict: <T extends string, C extends string>(
    table: CreateTableBuilder<T, C>,
  ) => CreateTableBuilder<T, C>;
  /** Makes a table refuse change and removal of its rows. */
  readonly appendOnly: (db: Kysely<HallTables>, table: keyof HallTables) => Promise<void>;
  /** Locks the row a claim chose and passes over rows another window is claiming. */
  readonly claiming: (query: TicketChoice) => TicketChoice;
  /** Says whether a statement failed because somebody else was first. */
  readonly wasBeaten: (thrown: unknown) => boolean;
}

type TicketChoice = SelectQueryBuilder<HallTables, 'ticket', { id: string }>;

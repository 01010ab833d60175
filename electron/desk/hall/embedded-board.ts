import { openDatabase } from '#native/sqlite/open-database.ts';
import { newId as aNewId } from '../new-id.ts';
import type { Board } from './board.ts';
import { boardOver } from './board-over.ts';
import type { HallRules } from './hall-rules.ts';
import { BOARD_VERSION, migrateBoard } from './migrate-board.ts';
import { kyselyOver, sqliteEngine } from './sqlite-engine.ts';

/**
 * Opens the hall board of a hall with one computer: `hall.db`, encrypted, owned by this process alone.
 *
 * Ends yesterday's tickets if nobody did.
 *
 * @param opening.keyHex 64 hex digits
 * @param opening.nowMs the board's clock, milliseconds since 1970 UTC
 * @throws DatabaseRefused when the file is in use, damaged, plain, of another key or of a newer version
 * @throws RangeError when the rules contradict themselves
 */
export async function openEmbeddedBoard(opening: {
  readonly file: string;
  readonly keyHex: string;
  readonly rules: HallRules;
  readonly nowMs: () => number;
  readonly newId?: () => string;
}): Promise<Board> {
  const { file, keyHex, rules, nowMs, newId = aNewId } = opening;
  const database = openDatabase({ file, keyHex, newest: BOARD_VERSION });
  const db = kyselyOver(database);
  try {
    const engine = sqliteEngine(nowMs);
    await migrateBoard(db, engine);
    // The file itself says how new it is, so that an older program can refuse it without touching it.
    if (database.pragma('user_version', { simple: true }) !== BOARD_VERSION)
      database.pragma(`user_version = ${BOARD_VERSION}`);
    const board = boardOver({ db, engine, rules, newId });
    await board.endOfDay();
    return board;
  } catch (thrown) {
    database.close();
    throw thrown;
  }
}

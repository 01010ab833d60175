import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { boardOver } from '#desk/hall/board-over.ts';
import type { HallRules } from '#desk/hall/hall-rules.ts';
import { migrateBoard } from '#desk/hall/migrate-board.ts';
import { kyselyOver, sqliteEngine } from '#desk/hall/sqlite-engine.ts';
import { openDatabase } from '#native/sqlite/open-database.ts';
import {
  anId,
  type EngineUnderTest,
  type HallClock,
  type HallUnderTest,
} from './conformance/hall-under-test.ts';

export const KEY_HEX = 'a1'.repeat(32);

function newHallFile(): { readonly file: string; readonly remove: () => void } {
  const home = mkdtempSync(path.join(os.tmpdir(), 'yichuang-hall-'));
  return {
    file: path.join(home, 'hall.db'),
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

/** The embedded engine on an encrypted file of its own. */
export const embedded: EngineUnderTest = {
  name: 'SQLite',
  open: (rules, clock) => {
    const { file, remove } = newHallFile();
    return openAt(file, rules, clock, remove);
  },
};

async function openAt(
  file: string,
  rules: HallRules,
  clock: HallClock,
  remove: () => void,
): Promise<HallUnderTest> {
  const engine = sqliteEngine(() => clock.nowMs);
  const db = kyselyOver(openDatabase({ file, keyHex: KEY_HEX }));
  await migrateBoard(db, engine);
  const board = boardOver({ db, engine, rules, newId: anId });
  return {
    board,
    db,
    restarted: async () => {
      await board.close();
      return openAt(file, rules, clock, remove);
    },
    end: async () => {
      await board.close();
      remove();
    },
  };
}

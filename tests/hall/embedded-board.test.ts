import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { describe, expect, it } from 'vitest';
import { openEmbeddedBoard } from '#desk/hall/embedded-board.ts';
import { BOARD_VERSION, HallFromTheFuture, migrateBoard } from '#desk/hall/migrate-board.ts';
import { kyselyOver, sqliteEngine } from '#desk/hall/sqlite-engine.ts';
import { DatabaseRefused, openDatabase } from '#native/sqlite/open-database.ts';
import { tempHome } from '../support/temp-home.ts';
import { anId, at, DAY_MS, MORNING_MS, queue, rules, sure, takes } from './conformance/hall-under-test.ts';
import { KEY_HEX } from './embedded-hall.ts';

const newFile = () => path.join(tempHome(), 'hall.db');

const openBoard = (file: string, nowMs = MORNING_MS) =>
  openEmbeddedBoard({ file, keyHex: KEY_HEX, rules, nowMs: () => nowMs });

describe('the board of a hall with one computer', () => {
  it('is one encrypted file: nothing of a ticket can be read from it', async () => {
    const file = newFile();
    const board = await openBoard(file);
    await takes(board, { itemNameZh: 'a-name-to-look-for', personKey: 'a-key-to-look-for' });
    await board.close();
    const bytes = readFileSync(file);
    for (const text of ['SQLite format', 'a-name-to-look-for', 'a-key-to-look-for', 'P001'])
      expect(bytes.includes(text)).toBe(false);
  });

  it('has one owner; a second is told so', async () => {
    const file = newFile();
    const board = await openBoard(file);
    await expect(openBoard(file)).rejects.toThrow(DatabaseRefused);
    await board.close();
    await (await openBoard(file)).close();
  });

  it('ends yesterday when it is opened in the morning', async () => {
    const file = newFile();
    const evening = await openBoard(file);
    const ticket = await takes(evening);
    await evening.close();
    const morning = await openBoard(file, MORNING_MS + DAY_MS);
    expect((await morning.ticket(ticket.id))?.state).toBe('expired');
    expect(await morning.endOfDay()).toBe(0);
    await morning.close();
  });

  it('leaves a ticket in hand where it was when the desk was killed', async () => {
    const file = newFile();
    const before = await openBoard(file);
    await takes(before);
    const callId = anId();
    const called = sure(await before.callNext(at(1), callId)).ticket;
    await before.close();
    const after = await openBoard(file);
    expect(await after.inHand(at(1).window)).toEqual(called);
    expect(sure(await after.callNext(at(1), callId)).ticket).toEqual(called);
    await after.close();
  });

  it('is not opened with rules that contradict themselves', async () => {
    const file = newFile();
    const mistakable = { ...rules, queues: [...rules.queues, queue('VP')] };
    const opening = { file, keyHex: KEY_HEX, nowMs: () => MORNING_MS };
    await expect(openEmbeddedBoard({ ...opening, rules: mistakable })).rejects.toThrow('VP');
    const strange = { ...rules, windows: new Map([[at(1).window, [queue('Z')]]]) };
    await expect(openEmbeddedBoard({ ...opening, rules: strange })).rejects.toThrow('Z');
    await (await openEmbeddedBoard({ ...opening, rules })).close();
  });
});

describe('the steps of the hall database', () => {
  const engine = sqliteEngine(() => MORNING_MS);
  const open = (file: string) => {
    const database = openDatabase({ file, keyHex: KEY_HEX });
    return { database, db: kyselyOver(database) };
  };
  const tables = (database: ReturnType<typeof openDatabase>) =>
    database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();

  it('can be taken again and again', async () => {
    const { database, db } = open(newFile());
    await migrateBoard(db, engine);
    const made = tables(database);
    await migrateBoard(db, engine);
    expect(tables(database)).toEqual(made);
    await db.destroy();
  });

  it('are all or nothing: a step that fails half way leaves no table', async () => {
    const { database, db } = open(newFile());
    const failing: Migration = {
      up: async (changed) => {
        await changed.schema.createTable('half').addColumn('id', 'text').execute();
        await sql`select nothing from nowhere`.execute(changed);
      },
    };
    await expect(migrateBoard(db, engine, { '0010-half': failing })).rejects.toThrow('0010-half');
    expect(tables(database)).not.toContain('half');
    await migrateBoard(db, engine);
    expect(tables(database)).toContain('ticket');
    await db.destroy();
  });

  it('refuse a database that has a step of a newer version, byte for byte as it was', async () => {
    const file = newFile();
    const board = await openBoard(file);
    await takes(board);
    await board.close();
    const { database, db } = open(file);
    database.pragma(`user_version = ${BOARD_VERSION + 10}`);
    await db.destroy();
    const before = readFileSync(file);
    await expect(openBoard(file)).rejects.toThrow(DatabaseRefused);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('know a strange step by its name, whichever engine keeps it', async () => {
    const { db } = open(newFile());
    const nothing: Migration = { up: async () => {} };
    await migrateBoard(db, engine, { '9990-from-next-year': nothing });
    await expect(migrateBoard(db, engine)).rejects.toThrow(HallFromTheFuture);
    await db.destroy();
  });
});

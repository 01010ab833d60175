import { createHmac, createSecretKey } from 'node:crypto';
import { z } from 'zod';
import { all, one, type Reader, run, type Writer } from '#native/sqlite/database.ts';
import type { AuditNote } from '../answering.ts';

const ROW = 'seq, at_ms AS atMs, call, actor AS by, seat, subject, purpose, outcome, prev, mac';
const HEAD = 'SELECT seq, mac, seal FROM audit_head';
const ROWS = `SELECT ${ROW} FROM audit WHERE seq > @after ORDER BY seq LIMIT @limit`;
const BEFORE = 'SELECT mac FROM audit WHERE seq = @seq';
const ADD = `
  INSERT INTO audit (seq, at_ms, call, actor, seat, subject, purpose, outcome, prev, mac)
  VALUES (@seq, @atMs, @call, @by, @seat, @subject, @purpose, @outcome, @prev, @mac)`;
const MOVE_HEAD = `
  INSERT INTO audit_head (only_one, seq, mac, seal) VALUES (1, @seq, @mac, @seal)
  ON CONFLICT (only_one) DO UPDATE SET seq = excluded.seq, mac = excluded.mac, seal = excluded.seal`;

const Bytes = z.instanceof(Uint8Array);
const Head = z.object({ seq: z.int(), mac: Bytes, seal: Bytes }).nullable();
const Row = z.object({
  seq: z.int(),
  atMs: z.int(),
  call: z.string(),
  by: z.string(),
  seat: z.string(),
  subject: z.string().nullable(),
  purpose: z.string().nullable(),
  outcome: z.string(),
  prev: Bytes,
  mac: Bytes,
});

const BEGINNING = new Uint8Array(32);
const ROWS_AT_ONCE = 1_000;

/** Who did what, when, to which thing, with which outcome: one entry after another, each chained to the last. */
export interface Audit {
  /** Adds an entry. Call it inside the transaction of the act itself. */
  readonly add: (db: Writer, entry: AuditNote) => void;
  /** Checks the entries after `after` (0: all of them). */
  readonly verify: (db: Reader, after?: number) => AuditStanding;
}

/** `firstBadSeq` names the first entry that was changed, moved, taken out or put in; null when all is well. */
interface AuditStanding {
  readonly checked: number;
  readonly firstBadSeq: number | null;
}

/**
 * Opens the audit of a case file.
 *
 * Entry i carries HMAC-SHA256(key, seq ‖ mac of entry i-1 ‖ the entry), numbers have no gap, and a sealed head
 * names the last entry, so that a cut tail shows too. Somebody who holds the key can rewrite all of it: against
 * him only an anchor outside this machine helps.
 *
 * @source safety.md 4, tamper-evident audit; GB/T 22239 8.1.4
 */
export function openAudit(keyHex: string): Audit {
  const key = createSecretKey(keyHex, 'hex');
  const mac = (content: string): Uint8Array => createHmac('sha256', key).update(content).digest();
  const macOf = (seq: number, prev: Uint8Array, entry: AuditNote): Uint8Array =>
    mac(JSON.stringify([seq, hex(prev), ...written(entry)]));
  const sealOf = (seq: number, last: Uint8Array): Uint8Array => mac(JSON.stringify(['head', seq, hex(last)]));

  return {
    add: (db, entry) => {
      const head = Head.parse(one(db, HEAD));
      const seq = (head?.seq ?? 0) + 1;
      const prev = head?.mac ?? BEGINNING;
      const made = macOf(seq, prev, entry);
      run(db, ADD, { ...entry, seq, prev, mac: made });
      run(db, MOVE_HEAD, { seq, mac: made, seal: sealOf(seq, made) });
    },

    verify: (db, after = 0) => {
      let seq = after;
      let prev = after === 0 ? BEGINNING : macAt(db, after);
      for (;;) {
        const rows = Row.array().parse(all(db, ROWS, { after: seq, limit: ROWS_AT_ONCE }));
        for (const row of rows) {
          const isNext = row.seq === seq + 1 && same(row.prev, prev);
          if (!isNext || !same(row.mac, macOf(row.seq, row.prev, row))) {
            return { checked: seq - after, firstBadSeq: seq + 1 };
          }
          seq = row.seq;
          prev = row.mac;
        }
        if (rows.length < ROWS_AT_ONCE) break;
      }
      const head = Head.parse(one(db, HEAD));
      const ends = head
        ? head.seq === seq && same(head.mac, prev) && same(head.seal, sealOf(seq, prev))
        : seq === 0;
      return { checked: seq - after, firstBadSeq: ends ? null : seq + 1 };
    },
  };
}

/** The number of the last entry; 0 when there is none. */
export function lastAuditSeq(db: Reader): number {
  return Head.parse(one(db, HEAD))?.seq ?? 0;
}

function written(entry: AuditNote): readonly unknown[] {
  const { atMs, call, by, seat, subject, purpose, outcome } = entry;
  return [atMs, call, by, seat, subject, purpose, outcome];
}

function macAt(db: Reader, seq: number): Uint8Array {
  return (
    z
      .object({ mac: Bytes })
      .nullable()
      .parse(one(db, BEFORE, { seq }))?.mac ?? BEGINNING
  );
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}

import { describe, expect, it } from 'vitest';
import type { AuditNote } from '#desk/answering.ts';
import { lastAuditSeq, openAudit } from '#desk/store/audit.ts';
import { run, type Writer } from '#native/sqlite/database.ts';
import { aCaseFile } from '../support/case-file.ts';

const ENTRIES = 30;
const TAMPERINGS = 200;
const COLUMNS = ['at_ms', 'call', 'actor', 'seat', 'subject', 'purpose', 'outcome', 'prev', 'mac'] as const;

describe('the audit of a window', () => {
  it('is whole as long as nobody touches it', () => {
    const { db, audit } = audited();
    expect(audit.verify(db)).toEqual({ checked: ENTRIES, firstBadSeq: null });
    expect(audit.verify(db, ENTRIES - 5)).toEqual({ checked: 5, firstBadSeq: null });
    expect(lastAuditSeq(db)).toBe(ENTRIES);
  });

  it('refuses to change or delete an entry', () => {
    const { db } = audited();
    expect(() => run(db, "UPDATE audit SET outcome = 'ok' WHERE seq = 3")).toThrow('never changed');
    expect(() => run(db, 'DELETE FROM audit WHERE seq = 3')).toThrow('never deleted');
  });

  it('numbers entries without a gap, also after a refusal rolled one back', () => {
    const { db, audit } = audited();
    const rolledBack = db.transaction(() => {
      audit.add(db, entry(99));
      throw new Error('refused');
    });
    expect(() => rolledBack()).toThrow('refused');
    audit.add(db, entry(100));
    expect(audit.verify(db)).toEqual({ checked: ENTRIES + 1, firstBadSeq: null });
  });

  it.each(COLUMNS)('shows that %s of one entry was edited', (column) => {
    const { db, audit } = audited();
    edit(db, column, 17);
    expect(audit.verify(db).firstBadSeq).toBe(17);
  });

  it('shows that an entry in the middle was taken out', () => {
    const { db, audit } = audited();
    forge(db, 'DELETE FROM audit WHERE seq = 12');
    expect(audit.verify(db).firstBadSeq).toBe(12);
  });

  it('shows that one was taken out and the rest moved up', () => {
    const { db, audit } = audited();
    forge(db, 'DELETE FROM audit WHERE seq = 12');
    for (let seq = 13; seq <= ENTRIES; seq += 1)
      run(db, 'UPDATE audit SET seq = seq - 1 WHERE seq = @seq', { seq });
    expect(audit.verify(db).firstBadSeq).toBe(12);
  });

  it('shows that two were swapped', () => {
    const { db, audit } = audited();
    swap(db, 8, 20);
    expect(audit.verify(db).firstBadSeq).toBe(8);
  });

  it('shows that one was put in', () => {
    const { db, audit } = audited();
    insertAfter(db, 10);
    expect(audit.verify(db).firstBadSeq).toBe(11);
  });

  it('shows a cut tail, also when the head was set back by hand', () => {
    const { db, audit } = audited();
    forge(db, `DELETE FROM audit WHERE seq > ${ENTRIES - 4}`);
    expect(audit.verify(db).firstBadSeq).toBe(ENTRIES - 3);
    run(
      db,
      `UPDATE audit_head SET seq = ${ENTRIES - 4}, mac = (SELECT mac FROM audit WHERE seq = ${ENTRIES - 4})`,
    );
    expect(audit.verify(db).firstBadSeq).toBe(ENTRIES - 3);
    run(db, 'DELETE FROM audit_head');
    expect(audit.verify(db).firstBadSeq).toBe(ENTRIES - 3);
  });

  it('shows entries made with another key', () => {
    const { db, audit } = audited();
    openAudit('00'.repeat(32)).add(db, entry(99));
    expect(audit.verify(db).firstBadSeq).toBe(ENTRIES + 1);
  });

  it(`finds ${TAMPERINGS} of ${TAMPERINGS} tamperings drawn by lot, and names the first bad entry`, () => {
    const draw = lot(20261124);
    const { db, audit } = audited();
    forge(db, 'SELECT 1');
    for (let round = 0; round < TAMPERINGS; round += 1) {
      const seq = 1 + draw(ENTRIES - 1);
      run(db, 'SAVEPOINT untouched');
      const firstBad = tamper(db, seq, draw);
      expect(audit.verify(db).firstBadSeq, `round ${round}`).toBe(firstBad);
      run(db, 'ROLLBACK TO untouched');
      run(db, 'RELEASE untouched');
    }
    expect(audit.verify(db).firstBadSeq).toBeNull();
  });
});

function audited() {
  const db = aCaseFile();
  const audit = openAudit('2e'.repeat(32));
  db.transaction(() => {
    for (let at = 1; at <= ENTRIES; at += 1) audit.add(db, entry(at));
  })();
  return { db, audit };
}

function entry(at: number): AuditNote {
  return {
    call: `intake.call-${at % 7}`,
    by: at % 2 === 0 ? '0317' : '0001',
    seat: 'window-1',
    subject: `case-${at}`,
    purpose: at % 3 === 0 ? 'compare-with-paper' : null,
    outcome: 'ok',
    atMs: at * 1_000,
  };
}

/** Somebody with the file open, who drops what stands in his way first. */
function forge(db: Writer, sql: string): void {
  db.exec('DROP TRIGGER IF EXISTS audit_stays; DROP TRIGGER IF EXISTS audit_is_kept;');
  db.exec(sql);
}

function edit(db: Writer, column: string, seq: number): void {
  const isBytes = column === 'prev' || column === 'mac';
  const value = isBytes ? 'zeroblob(32)' : column === 'at_ms' ? 'at_ms + 1' : "'edited'";
  forge(db, `UPDATE audit SET ${column} = ${value} WHERE seq = ${seq}`);
}

function swap(db: Writer, one: number, other: number): void {
  forge(
    db,
    `UPDATE audit SET seq = 1000000 WHERE seq = ${one};
     UPDATE audit SET seq = ${one} WHERE seq = ${other};
     UPDATE audit SET seq = ${other} WHERE seq = 1000000;`,
  );
}

function insertAfter(db: Writer, seq: number): void {
  forge(
    db,
    `UPDATE audit SET seq = seq + 1000000 WHERE seq > ${seq};
     UPDATE audit SET seq = seq - 999999 WHERE seq > 1000000;
     INSERT INTO audit SELECT seq + 1, at_ms, call, '0001', seat, subject, purpose, outcome, mac, mac
       FROM audit WHERE seq = ${seq};`,
  );
}

/** Does one of the tamperings and says which entry must be named. */
function tamper(db: Writer, seq: number, draw: (below: number) => number): number {
  const kind = draw(5);
  if (kind === 0) {
    edit(db, COLUMNS[draw(COLUMNS.length)] ?? 'call', seq);
    return seq;
  }
  if (kind === 1) {
    forge(db, `DELETE FROM audit WHERE seq = ${seq}`);
    return seq;
  }
  if (kind === 2) {
    swap(db, seq, ENTRIES);
    return seq;
  }
  if (kind === 3) {
    insertAfter(db, seq);
    return seq + 1;
  }
  forge(db, `DELETE FROM audit WHERE seq > ${seq}`);
  return seq + 1;
}

function lot(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

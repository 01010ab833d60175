import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CaseId } from '#contract/shapes/case.ts';
import type { NoticeContent, NoticeId } from '#contract/shapes/notice.ts';
import { TicketId } from '#contract/shapes/ticket.ts';
import { silentLog } from '#desk/log.ts';
import { frozenText } from '#desk/papers/frozen-text.ts';
import { type PressNeeds, startPress } from '#desk/papers/press.ts';
import { addCase } from '#desk/store/cases.ts';
import { addNotice, countReprint, newNoticeId, noticeById, pdfPiece } from '#desk/store/notices.ts';
import { openVisit } from '#desk/store/visits.ts';
import type { OpenDatabase } from '#native/sqlite/open-database.ts';
import { aNotice, aSlip } from '../../support/a-notice.ts';
import { aCaseFile } from '../../support/case-file.ts';
import { manyItems } from '../../support/many-items.ts';
import { MORNING_MS } from '../../support/moved-clock.ts';

const pdf = new TextEncoder().encode('%PDF-1.7 made up');

interface Sent {
  readonly job: string;
  readonly html: string;
  readonly paper: string;
}

/** A press over a case file of its own, with a shell that only listens and a clock that only counts alarms. */
function aPress(shell: 'with-shell' | 'headless' = 'with-shell') {
  const db = aCaseFile();
  const [item] = manyItems(1);
  if (!item) throw new Error('one item was asked for');
  const visitId = openVisit(db, {
    ticketId: TicketId.parse('019ab000-0000-7000-8000-000000000001'),
    ticketNumber: 'E001',
    atMs: MORNING_MS,
    guidanceId: null,
  });
  const caseId = addCase(db, visitId, item, MORNING_MS);
  const sent: Sent[] = [];
  const alarms = new Set<() => void>();
  const told: string[] = [];
  const needs: PressNeeds = {
    db,
    send: shell === 'headless' ? null : (job, html, paper) => sent.push({ job, html, paper }),
    nowMs: () => MORNING_MS,
    writtenAt: () => '2026-11-24 09:30',
    announce: (name) => told.push(name),
    log: silentLog,
    after: (_ms, act) => {
      alarms.add(act);
      return () => alarms.delete(act);
    },
  };
  const ring = (): void => {
    const due = [...alarms];
    alarms.clear();
    for (const act of due) act();
  };
  const issue = (content: NoticeContent): NoticeId => issued(db, caseId, content);
  const stateOf = (id: NoticeId) => noticeById(db, id)?.summary.pdf;
  return { db, needs, press: startPress(needs), sent, told, ring, issue, stateOf, alarms };
}

function issued(db: OpenDatabase, caseId: CaseId, content: NoticeContent): NoticeId {
  const id = newNoticeId();
  addNotice(db, {
    id,
    about: { caseId },
    content,
    frozen: frozenText(content),
    issuedAtMs: MORNING_MS,
    issuedBy: '0317',
  });
  return id;
}

describe('the press', () => {
  it('presses one notice after the other, slips on the roll and notices on A4', () => {
    const { press, sent, issue, stateOf, told, db, alarms } = aPress();
    const slip = issue(aSlip());
    const notice = issue(aNotice());
    press.wake();
    press.wake();
    expect(sent.map(({ paper }) => paper)).toEqual(['slip-80mm']);

    press.pressed(sent[0]?.job ?? '', pdf, '');
    expect(sent.map(({ paper }) => paper)).toEqual(['slip-80mm', 'a4']);
    press.pressed(sent[1]?.job ?? '', pdf, '');

    const pressed = {
      state: 'pressed',
      sha256: createHash('sha256').update(pdf).digest('hex'),
      bytes: pdf.length,
      pressedAtMs: MORNING_MS,
    };
    expect([stateOf(slip), stateOf(notice)]).toEqual([pressed, pressed]);
    expect(pdfPiece(db, slip, 0, 5)?.piece).toEqual(Buffer.from('%PDF-'));
    expect(told).toEqual(['notice.pressed', 'notice.pressed']);
    expect(alarms.size).toBe(0);
  });

  it('tries a page that was not drawn once more, and then says why', () => {
    const { press, sent, issue, stateOf } = aPress();
    const notice = issue(aNotice());
    press.wake();
    press.pressed(sent[0]?.job ?? '', null, 'the page was not drawn');
    expect(sent).toHaveLength(2);
    expect(stateOf(notice)).toEqual({ state: 'waiting' });
    press.pressed(sent[1]?.job ?? '', null, 'the page was not drawn');
    expect(stateOf(notice)).toEqual({ state: 'not-pressed', why: 'page-not-drawn' });
    expect(sent).toHaveLength(2);
  });

  it('does not wait for ever, and goes on with the next notice', () => {
    const { press, sent, issue, stateOf, ring } = aPress();
    const silent = issue(aSlip());
    const notice = issue(aNotice());
    press.wake();
    ring();
    ring();
    expect(stateOf(silent)).toEqual({ state: 'not-pressed', why: 'press-too-slow' });
    press.pressed(sent[2]?.job ?? '', pdf, '');
    expect(stateOf(notice)).toMatchObject({ state: 'pressed' });
  });

  it('drops an answer that comes after its time was over, and one it never asked for', () => {
    const { press, sent, issue, stateOf, ring } = aPress();
    const notice = issue(aNotice());
    press.wake();
    ring();
    press.pressed(sent[0]?.job ?? '', pdf, '');
    press.pressed('nobody asked', pdf, '');
    expect(stateOf(notice)).toEqual({ state: 'waiting' });
    press.pressed(sent[1]?.job ?? '', pdf, '');
    expect(stateOf(notice)).toMatchObject({ state: 'pressed' });
  });

  it('takes nothing for a PDF that is none', () => {
    const { press, sent, issue, stateOf } = aPress();
    const notice = issue(aNotice());
    press.wake();
    press.pressed(sent[0]?.job ?? '', new TextEncoder().encode('<html>'), '');
    press.pressed(sent[1]?.job ?? '', new Uint8Array(), '');
    expect(stateOf(notice)).toEqual({ state: 'not-pressed', why: 'not-a-pdf' });
  });

  it('says so when a page cannot be made, and presses the others', () => {
    const { press, sent, issue, stateOf } = aPress();
    const broken = issue(aSlip({ qrText: '收件' }));
    const notice = issue(aNotice());
    press.wake();
    expect(stateOf(broken)).toEqual({ state: 'not-pressed', why: 'page-not-made' });
    press.pressed(sent[0]?.job ?? '', pdf, '');
    expect(stateOf(notice)).toMatchObject({ state: 'pressed' });
  });

  it('presses a reprint again, marked 补打 with its count', () => {
    const { press, sent, issue, db, stateOf } = aPress();
    const notice = issue(aNotice());
    press.wake();
    press.pressed(sent[0]?.job ?? '', pdf, '');
    countReprint(db, notice);
    expect(stateOf(notice)).toEqual({ state: 'waiting' });
    press.wake();
    expect(sent[0]?.html).not.toContain('补打');
    expect(sent[1]?.html).toContain('补打 1');
    press.pressed(sent[1]?.job ?? '', pdf, '');
    expect(stateOf(notice)).toMatchObject({ state: 'pressed' });
  });

  it('without a shell leaves every notice waiting', () => {
    const { press, issue, stateOf, sent } = aPress('headless');
    const notice = issue(aNotice());
    press.wake();
    expect(sent).toEqual([]);
    expect(stateOf(notice)).toEqual({ state: 'waiting' });
  });

  it('tries again at the next start what it could not press, and nothing after it was stopped', () => {
    const { press, needs, sent, issue, stateOf, ring } = aPress();
    const notice = issue(aNotice());
    press.wake();
    ring();
    ring();
    expect(stateOf(notice)).toMatchObject({ state: 'not-pressed' });
    press.stop();

    const restarted = startPress(needs);
    restarted.wake();
    expect(sent).toHaveLength(3);
    restarted.stop();
    restarted.pressed(sent[2]?.job ?? '', pdf, '');
    expect(stateOf(notice)).toEqual({ state: 'waiting' });
  });
});

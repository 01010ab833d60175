import { describe, expect, it } from 'vitest';
import { CaseId } from '#contract/shapes/case.ts';
import { issueNotice, type NoticeOrder } from '#desk/papers/issue-notice.ts';
import { nextDocumentSerial } from '#desk/store/document-numbers.ts';
import { caseById } from '#desk/store/cases.ts';
import { noticeById, noticeContent } from '#desk/store/notices.ts';
import { all, run } from '#native/sqlite/database.ts';
import type { NoticeKind } from '#contract/shapes/notice.ts';
import { asker } from '../../support/desk-parts.ts';
import { aReadyCase, intakeDesk, type IntakeDesk } from '../../support/intake-desk.ts';
import { paperSamples, receivedOn } from '../../support/paper-samples.ts';

const HAND_OVER = '018f0000-0000-7000-8000-000000000001';

async function aReceivedCase(desk: IntakeDesk) {
  const ready = await aReadyCase(desk);
  return desk.caseFrom('intake.receive', { caseId: ready.id });
}

function issue<K extends NoticeKind>(desk: IntakeDesk, order: NoticeOrder<K>) {
  const nowMs = desk.clock.nowMs();
  const later: (() => void)[] = [];
  const issued = desk.db.transaction(() =>
    issueNotice(
      {
        db: desk.db,
        parts: desk.parts,
        asker: asker(),
        nowMs,
        today: receivedOn,
        afterwards: (act) => later.push(act),
      },
      order,
    ),
  )();
  for (const act of later) act();
  return issued;
}

describe('papers of one case', () => {
  it('are numbered in their own series, a second of a kind after the first', async () => {
    const desk = intakeDesk();
    const { id: caseId } = await aReceivedCase(desk);
    const pause = () =>
      issue(desk, { kind: 'special-procedure', caseId, facts: paperSamples['special-procedure'] });
    expect([pause().documentNumber, pause().documentNumber]).toEqual([
      '特程〔2026〕990101-03-0001号',
      '特程〔2026〕990101-03-0002号',
    ]);
    const lapse = issue(desk, { kind: 'lapse', caseId, facts: paperSamples.lapse });
    expect(lapse.documentNumber).toBe('终止〔2026〕990101-03-0001号');
    expect(noticeById(desk.db, lapse.id)?.caseId).toBe(caseId);
    expect(noticeContent(desk.db, lapse.id)?.receiptNumber).toBe(caseById(desk.db, caseId)?.receiptNumber);
    expect(desk.woken.filter((what) => what === 'press').length).toBeGreaterThanOrEqual(3);
  });

  it('are not made for a case that is not there', () => {
    const desk = intakeDesk();
    const caseId = CaseId.parse(HAND_OVER);
    expect(() => issue(desk, { kind: 'lapse', caseId, facts: paperSamples.lapse })).toThrow(RangeError);
    expect(all(desk.db, 'SELECT organ FROM document_number')).toEqual([]);
  });
});

describe('a paper that was signed in the act', () => {
  it('is on record as signed with a pen, or as not signed and why', async () => {
    const desk = intakeDesk();
    const { id: caseId } = await aReceivedCase(desk);
    const withdraw = (signature: NoticeOrder<'withdrawal'>['signature']) =>
      issue(desk, {
        kind: 'withdrawal',
        caseId,
        facts: paperSamples.withdrawal,
        ...(signature ? { signature } : {}),
      });
    const signingOf = ({ id }: ReturnType<typeof withdraw>) => noticeById(desk.db, id)?.summary.signing;
    expect(signingOf(withdraw({ outcome: 'on-paper' }))).toMatchObject({
      outcome: 'on-paper',
      clerk: '0317',
    });
    expect(signingOf(withdraw({ outcome: 'impossible', reason: '手部不便' }))).toMatchObject({
      outcome: 'impossible',
      reason: '手部不便',
    });
    expect(signingOf(withdraw(undefined))).toEqual({ state: 'wanted' });
  });
});

describe('a paper of no single case', () => {
  it('belongs to the hall and has a code of its own', () => {
    const desk = intakeDesk();
    const list = issue(desk, {
      kind: 'hand-over',
      handOverId: HAND_OVER,
      facts: paperSamples['hand-over'],
    });
    const content = noticeContent(desk.db, list.id);
    expect(list.documentNumber).toBe('移交〔2026〕990101-03-0001号');
    expect(content).toMatchObject({ organ: '示范县政务服务中心', receiptNumber: '' });
    expect(content?.qrText).toBe(`N:${list.id.toUpperCase()}:${content?.checkCode}`);
    expect(noticeById(desk.db, list.id)?.caseId).toBeNull();
  });
});

describe('the series of an organ', () => {
  const series = { organ: '示范县公安局', word: '受理', year: '2026' };

  it('starts at 1 for every organ, word and year', () => {
    const { db } = intakeDesk();
    const next = (named = {}) => nextDocumentSerial(db, { ...series, ...named });
    expect([next(), next(), next({ word: '补正' }), next({ year: '2027' }), next({ organ: '乙局' })]).toEqual(
      [1, 2, 1, 1, 1],
    );
    expect(next()).toBe(3);
  });

  it('has no gap after an act that was rolled back', () => {
    const { db } = intakeDesk();
    expect(nextDocumentSerial(db, series)).toBe(1);
    expect(() =>
      db.transaction(() => {
        nextDocumentSerial(db, series);
        throw new Error('refused');
      })(),
    ).toThrow('refused');
    expect(nextDocumentSerial(db, series)).toBe(2);
  });

  it('is never set back, moved on by two, or forgotten', () => {
    const { db } = intakeDesk();
    nextDocumentSerial(db, series);
    for (const last of [1, 3]) {
      expect(() => run(db, 'UPDATE document_number SET last = @last', { last })).toThrow('without a gap');
    }
    expect(() => run(db, 'DELETE FROM document_number')).toThrow('never forgotten');
  });
});

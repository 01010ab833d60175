import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { caseGround } from '#desk/store/case-ground.ts';
import { addState, keepText } from '#desk/store/catalogue-states.ts';
import { caseById } from '#desk/store/cases.ts';
import { noticeContent } from '#desk/store/notices.ts';
import { putTemplatesInForce } from '#desk/store/templates-in-force.ts';
import type { NoticeId } from '#contract/shapes/notice.ts';
import { chinaCalendar } from '#rules/calendar/china-calendar.ts';
import { caseMoves } from '#rules/intake/case-moves.ts';
import { ownTemplates } from '#rules/notices/templates/all.ts';
import { aReadyCase, intakeDesk, type IntakeDesk, itemNamed } from '../../support/intake-desk.ts';

const foodPermit = itemNamed('食品经营许可（新办）');

async function accepted(desk: IntakeDesk) {
  const { id } = await aReadyCase(desk, foodPermit);
  return desk.caseFrom('intake.accept', { caseId: id });
}

describe('F49: what a paper and a day were made with is known for ever', () => {
  it('a paper keeps the version of its wording when another comes in force', async () => {
    const desk = intakeDesk();
    const idOf = (view: Awaited<ReturnType<typeof accepted>>): NoticeId => {
      const paper = view.notices.find(({ kind }) => kind === 'acceptance');
      if (!paper) throw new Error('an accepted case has its paper');
      return paper.id;
    };
    const first = idOf(await accepted(desk));
    const before = noticeContent(desk.db, first);
    const own = ownTemplates.acceptance;
    putTemplatesInForce(
      desk.db,
      [{ ...own, version: own.version + 1, title: '受理通知书（新版）' }],
      'named',
    );
    const second = noticeContent(desk.db, idOf(await accepted(desk)));
    expect(noticeContent(desk.db, first)).toEqual(before);
    expect(before).toMatchObject({ templateVersion: own.version, title: own.title });
    expect(second).toMatchObject({ templateVersion: own.version + 1, title: '受理通知书（新版）' });
  });

  it('a due day keeps the calendar it was counted with, and a case the version of its item', async () => {
    const desk = intakeDesk();
    const record = caseById(desk.db, (await accepted(desk)).id);
    expect(record?.calendarVersion).toBe(chinaCalendar.version);
    expect(record?.item.version).toBe(foodPermit.version);
  });

  it('a case says what it stands on, whatever came in force since', async () => {
    const desk = intakeDesk();
    const stateOf = (name: string, atMs: number) => {
      const hash = createHash('sha256').update(name).digest('hex');
      keepText(desk.db, hash, name);
      const about = { source: 'folder', signedBy: null, by: '0009', items: 19, bundles: 4 } as const;
      addState(desk.db, { ...about, name, atMs, hash, chain: [hash] });
    };
    stateOf('before.json', desk.clock.nowMs() - 1_000);
    const { id } = await accepted(desk);
    const before = caseGround(desk.db, id);
    desk.clock.move(60_000);
    stateOf('after.json', desk.clock.nowMs());
    const own = ownTemplates.acceptance;
    putTemplatesInForce(desk.db, [{ ...own, version: own.version + 1 }], 'named');
    expect(caseGround(desk.db, id)).toEqual(before);
    expect(before).toMatchObject({
      itemVersion: foodPermit.version,
      legalBasis: foodPermit.legalBasis,
      catalogue: { name: 'before.json', source: 'folder' },
      calendar: chinaCalendar.version,
    });
    expect(before?.papers).toContainEqual({
      kind: 'acceptance',
      templateVersion: own.version,
      documentNumber: expect.any(String),
    });
  });

  it('every move of a case names its article, or the section it comes from', () => {
    const nameless = caseMoves.filter(({ source }) => !/^(\d+(\(\d+\))*|domain\.md [\d.]+)$/.test(source));
    expect(nameless).toEqual([]);
  });
});

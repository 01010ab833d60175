import { array, assert, asyncProperty, constantFrom, nat, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseView } from '#contract/shapes/case.ts';
import { Day } from '#contract/shapes/day.ts';
import { HandOverView, type PaperHere } from '#contract/shapes/hand-over.ts';
import { type Role, Staff } from '#contract/shapes/person.ts';
import { originalsCounted } from '#desk/hand-over/hand-over-view.ts';
import { noticeContent } from '#desk/store/notices.ts';
import { all } from '#native/sqlite/database.ts';
import { asker } from '../../support/desk-parts.ts';
import { aReadyCase, intakeDesk, type IntakeDesk, itemNamed } from '../../support/intake-desk.ts';
import { DAY_MS, refusalOfStep, stepOn } from '../../support/progress-desk.ts';

const SHOP = itemNamed('个体工商户设立登记');

async function look(desk: IntakeDesk, name: 'originals.look' = 'originals.look'): Promise<HandOverView> {
  const reply = await desk.ask(name, {});
  if (!reply.ok) throw new Error(reply.refusal);
  return HandOverView.parse(reply.value);
}

const keysOf = (papers: readonly PaperHere[]) =>
  papers.map(({ caseId, materialId }) => ({ caseId, materialId }));
const ofCase = (view: HandOverView, { id }: CaseView) => view.here.filter(({ caseId }) => caseId === id);

async function anAcceptedCase(desk: IntakeDesk, item = SHOP): Promise<CaseView> {
  return desk.caseFrom('intake.accept', { caseId: (await aReadyCase(desk, item)).id });
}

/** Makes one list of all that lies here of one department. */
async function listAll(desk: IntakeDesk, department = SHOP.department.key): Promise<HandOverView> {
  const { here } = await look(desk);
  const papers = keysOf(here.filter((paper) => paper.department === department));
  const reply = await desk.ask('originals.hand-over', { department, papers });
  if (!reply.ok) throw new Error(reply.refusal);
  return HandOverView.parse(reply.value);
}

const signed = (handOverId: string | undefined, notFound: unknown[] = []) => ({
  handOverId,
  takenBy: '钱示范',
  badge: '科室-07',
  notFound,
});

describe('originals taken in', () => {
  it('lie here from the receipt on, by department, and never before it', async () => {
    const desk = intakeDesk();
    const ready = await aReadyCase(desk);
    expect((await look(desk)).here).toEqual([]);
    await desk.caseFrom('intake.accept', { caseId: ready.id });

    const { here, departments } = await look(desk);
    const taken = ready.materials.filter(({ originalsTaken }) => originalsTaken > 0);
    expect(here.map(({ materialId }) => materialId).toSorted()).toEqual(taken.map(({ id }) => id).toSorted());
    expect(departments).toEqual([
      expect.objectContaining({ key: SHOP.department.key, nameZh: SHOP.department.nameZh }),
    ]);
    expect(here.every(({ overnight }) => !overnight)).toBe(true);
  });

  it('of the day before are told apart, so that nothing stays in a drawer', async () => {
    const desk = intakeDesk();
    await anAcceptedCase(desk);
    const before = (await look(desk)).here.length;
    desk.clock.move(DAY_MS);
    await anAcceptedCase(desk);
    const { here } = await look(desk);
    expect(here.filter(({ overnight }) => overnight)).toHaveLength(before);
    const { here: counted, overnight } = originalsCounted(desk.db, 'Asia/Shanghai', Day.parse('2026-11-25'));
    expect([counted, overnight]).toEqual([here.length, before]);
  });

  it('of somebody who is told at once that no case is needed go home again', async () => {
    const desk = intakeDesk();
    const ready = await aReadyCase(desk);
    await stepOn(desk, ready.id, { act: 'not-needed', say: '这件不需要许可' });
    expect((await look(desk)).here).toEqual([]);
  });

  it('of a case that is withdrawn go back, and the paper names exactly those', async () => {
    const desk = intakeDesk();
    const accepted = await anAcceptedCase(desk);
    const [handed, ...kept] = ofCase(await look(desk), accepted);
    const department = SHOP.department.key;
    await desk.ask('originals.hand-over', { department, papers: handed && keysOf([handed]) });
    await stepOn(desk, accepted.id, {
      act: 'withdraw',
      signed: { how: 'on-paper', reason: '不办了' },
    });
    expect((await look(desk)).here).toEqual([]);
    const after = await desk.caseFrom('intake.look', { caseId: accepted.id });
    const paper = after.notices.find(({ kind }) => kind === 'withdrawal');
    const rows = paper && noticeContent(desk.db, paper.id)?.rows;
    expect(rows?.find(({ label }) => label === '退还材料')?.value).toBe(
      kept.map(({ nameZh }) => nameZh).join('、'),
    );
  });
});

describe('a hand-over list (物料转移单)', () => {
  it('takes papers of one department, is issued as a paper, and is signed by both sides', async () => {
    const desk = intakeDesk();
    const accepted = await anAcceptedCase(desk);
    const before = ofCase(await look(desk), accepted);
    const { here, lists } = await listAll(desk);
    expect(here).toEqual([]);
    const [list] = lists;
    expect(list).toMatchObject({ givenBy: '0317', taken: null, madeOn: '2026-11-24' });
    expect(list?.papers.map(({ materialId }) => materialId)).toEqual(
      before.map(({ materialId }) => materialId),
    );
    const content = list && noticeContent(desk.db, list.notice.id);
    expect(content).toMatchObject({ kind: 'hand-over', signers: ['移交人', '接收人'] });
    expect(content?.rows).toContainEqual({ label: '接收', value: SHOP.department.nameZh });
    expect(content?.table?.rows).toHaveLength(before.length);

    expect(await desk.refusalOf('originals.sign-list', signed(list?.id))).toBe('ok');
    expect((await look(desk)).lists[0]?.taken).toMatchObject({ by: '钱示范', badge: '科室-07' });
    expect(await desk.refusalOf('originals.sign-list', signed(list?.id))).toBe('list-signed-already');
  });

  it('takes no paper twice, none of another department, and none that went back', async () => {
    const desk = intakeDesk();
    const accepted = await anAcceptedCase(desk);
    const [first, second] = ofCase(await look(desk), accepted);
    const papers = first && keysOf([first]);
    const department = SHOP.department.key;
    expect(await desk.refusalOf('originals.hand-over', { department: 'another', papers })).toBe(
      'other-department',
    );
    expect(await desk.refusalOf('originals.hand-over', { department, papers })).toBe('ok');
    expect(await desk.refusalOf('originals.hand-over', { department, papers })).toBe('no-original-here');
    expect(await desk.refusalOf('originals.give-back', { papers })).toBe('no-original-here');

    const other = second && keysOf([second]);
    expect(await desk.refusalOf('originals.give-back', { papers: other })).toBe('ok');
    expect(await desk.refusalOf('originals.hand-over', { department, papers: other })).toBe(
      'no-original-here',
    );
  });

  it('gives back to the counter what the department did not find when it signed', async () => {
    const desk = intakeDesk();
    await anAcceptedCase(desk);
    const { lists } = await listAll(desk);
    const [list] = lists;
    const [gone] = list?.papers ?? [];
    const notFound = gone ? [{ caseId: gone.caseId, materialId: gone.materialId }] : [];
    const stranger = [{ caseId: gone?.caseId, materialId: 'a paper of no list' }];
    expect(await desk.refusalOf('originals.sign-list', signed(list?.id, stranger))).toBe('not-in-this-list');
    expect(await desk.refusalOf('originals.sign-list', signed(list?.id, notFound))).toBe('ok');

    const after = await look(desk);
    expect(keysOf(after.here)).toEqual(notFound);
    expect(after.lists[0]?.papers.filter(({ cameBack }) => cameBack)).toHaveLength(1);
    expect((await listAll(desk)).here).toEqual([]);
  });

  it('is no business of a technician', async () => {
    const desk = intakeDesk();
    const staffed = (role: Role) =>
      asker({ staff: Staff.parse({ number: '0009', name: '孙示范', roles: [role] }) });
    expect(await desk.refusalOf('originals.look', {}, staffed('technician'))).toBe('not-allowed');
    expect(await desk.refusalOf('originals.look', {}, staffed('manager'))).toBe('ok');
  });
});

describe('the archive', () => {
  it('takes no case whose originals lie here or in a list that nobody signed', async () => {
    const desk = intakeDesk();
    const { id: caseId } = await aReadyCase(desk);
    await desk.caseFrom('intake.refuse', { caseId, reason: 'other', say: '不符合条件' });
    const archive = { act: 'archive' } as const;
    expect(await refusalOfStep(desk, caseId, archive)).toBe('originals-here');
    const { lists } = await listAll(desk);
    expect(await refusalOfStep(desk, caseId, archive)).toBe('originals-here');
    await desk.ask('originals.sign-list', signed(lists[0]?.id));
    expect((await stepOn(desk, caseId, archive)).state).toBe('archived');
  });
});

/** What a clerk at the counter may do with the paper in front of them. */
type Turn = 'bring' | 'take-back' | 'list' | 'sign' | 'sign-without' | 'give-back';
const turns = array(
  record({
    turn: constantFrom<Turn>('bring', 'take-back', 'list', 'sign', 'sign-without', 'give-back'),
    pick: nat(20),
  }),
  { minLength: 1, maxLength: 14 },
);

it('23: whatever is done, each original is in exactly one list, given back, or lies here', async () => {
  await assert(
    asyncProperty(turns, async (walk) => {
      const desk = intakeDesk();
      const { id: caseId } = await aReadyCase(desk);
      await desk.caseFrom('intake.receive', { caseId });
      /** A slow tally: how many came over the counter, and how many left it. */
      const tally = { in: 0, listed: 0, back: 0 };
      tally.in = (await look(desk)).here.reduce((sum, { originals }) => sum + originals, 0);
      for (const { turn, pick } of walk) {
        const view = await look(desk);
        const lies = view.here.reduce((sum, { originals }) => sum + originals, 0);
        const file = await desk.caseFrom('intake.look', { caseId });
        const paper = file.materials[pick % file.materials.length];
        const here = view.here[pick % Math.max(view.here.length, 1)];
        const open = view.lists.find(({ taken }) => taken === null);
        if (turn === 'bring' && paper?.asked && paper.route === null) {
          const how = { route: 'paper', originalsTaken: 1, copiesTaken: 0, checkedAgainstOriginal: true };
          await desk.caseFrom('intake.provide', { caseId, materialId: paper.id, ...how });
          tally.in += 1;
        } else if (turn === 'take-back' && paper?.route === 'paper') {
          await desk.caseFrom('intake.provide', { caseId, materialId: paper.id, route: null });
          const lay = view.here.find(({ materialId }) => materialId === paper.id)?.originals ?? 0;
          tally.back += Math.min(lay, paper.originalsTaken);
        } else if (turn === 'list' && here) {
          const papers = keysOf([here]);
          await desk.ask('originals.hand-over', { department: here.department, papers });
          tally.listed += here.originals;
        } else if (turn === 'sign' && open) {
          await desk.ask('originals.sign-list', signed(open.id));
        } else if (turn === 'sign-without' && open) {
          const [gone] = open.papers;
          const notFound = gone && [{ caseId: gone.caseId, materialId: gone.materialId }];
          await desk.ask('originals.sign-list', signed(open.id, notFound));
          tally.listed -= gone?.originals ?? 0;
        } else if (turn === 'give-back' && here) {
          await desk.ask('originals.give-back', { papers: keysOf([here]) });
          tally.back += here.originals;
        }
        expect(lies).toBeGreaterThanOrEqual(0);
        const after = await look(desk);
        expect(after.here.reduce((sum, { originals }) => sum + originals, 0)).toBe(
          tally.in - tally.listed - tally.back,
        );
        const inLists = after.lists
          .flatMap(({ papers }) => papers)
          .filter(({ cameBack }) => !cameBack)
          .reduce((sum, { originals }) => sum + originals, 0);
        expect(inLists).toBe(tally.listed);
      }
      expect(all(desk.db, `SELECT 1 FROM original_move WHERE originals < 1`)).toEqual([]);
    }),
    { numRuns: 40, seed: 990_123 },
  );
}, 120_000);

it('never lets an original leave twice, not even past the desk', async () => {
  const desk = intakeDesk();
  const accepted = await anAcceptedCase(desk);
  const [paper] = ofCase(await look(desk), accepted);
  const leave = `INSERT INTO original_move (case_id, material_id, paper_name, way, originals, at_ms, clerk)
    VALUES ('${accepted.id}', '${paper?.materialId}', 'x', 'returned', ${(paper?.originals ?? 0) + 1}, 1, '0317')`;
  expect(() => desk.db.exec(leave)).toThrow('more originals would leave than lie here');
  expect(() => desk.db.exec('DELETE FROM original_move')).toThrow('never rewritten');
  expect(() => desk.db.exec('UPDATE original_move SET originals = 9')).toThrow('never rewritten');
});

import { describe, expect, it } from 'vitest';
import { guidanceCalls } from '#contract/calls/guidance.ts';
import { noticesCalls } from '#contract/calls/notices.ts';
import { all, one, run } from '#native/sqlite/database.ts';
import { noticeContent } from '#desk/store/notices.ts';
import { situationsAsked } from '#rules/intake/situations.ts';
import { anOpenBundle, bundleFrom, handOverBundle, lookAt, stepOf } from '../../support/bundle-desk.ts';
import { intakeDesk, type IntakeDesk, itemNamed, typeApplicant } from '../../support/intake-desk.ts';
import { DAY_MS } from '../../support/progress-desk.ts';

const card = itemNamed('社会保障卡申领');
const answers = Object.fromEntries(
  situationsAsked(card).map(({ id, options }) => [id, options[0]?.id ?? '']),
);

async function keptOf(desk: IntakeDesk, input: object, name: 'guidance.keep' | 'guidance.keep-bundle') {
  const reply = await desk.ask(name, input);
  if (!reply.ok) throw new Error(reply.refusal);
  return guidanceCalls[name].output.parse(reply.value).guidanceId;
}

async function printed(desk: IntakeDesk, of: object) {
  const reply = await desk.ask('guidance.print', { of });
  if (!reply.ok) throw new Error(reply.refusal);
  const { noticeId, documentNumber } = guidanceCalls['guidance.print'].output.parse(reply.value);
  const content = noticeContent(desk.db, noticeId);
  if (!content) throw new Error('no paper was left');
  return { noticeId, documentNumber, content };
}

const listOf = async (desk: IntakeDesk, of: 'visit' | 'today') => {
  const reply = await desk.ask('notices.list', { of });
  return noticesCalls['notices.list'].output.parse(reply.ok ? reply.value : null);
};

describe('F01 办事一次性告知单', () => {
  it('lists the papers of the kept answers with how many and why, and says what need not be brought', async () => {
    const desk = intakeDesk();
    const guidanceId = await keptOf(desk, { itemCode: card.code, answers }, 'guidance.keep');
    const { documentNumber, content } = await printed(desk, { kind: 'guidance', guidanceId, agent: true });
    expect(documentNumber).toMatch(/^告知〔2026〕990101-03-0001号$/);
    const told = await desk.ask('guidance.ask', { itemCode: card.code, answers, agent: true });
    const { papers } = guidanceCalls['guidance.ask'].output.parse(told.ok ? told.value : null);
    const asked = papers.filter((paper) => paper.asked).map(({ material }) => material.nameZh);
    expect(content.table?.rows.map(([, name]) => name)).toEqual(asked);
    expect(content.table?.rows.every((cells) => cells.every((cell) => cell !== ''))).toBe(true);
    const text = content.paragraphs.join('\n');
    expect(text).toContain(`请带下列 ${asked.length} 份材料`);
    const spared = papers.filter((paper) => !paper.asked).map(({ material }) => `${material.nameZh}（`);
    expect(spared.length).toBeGreaterThan(0);
    expect(spared.filter((name) => !text.includes(name))).toEqual([]);
    expect(text).not.toContain('没有答');
    expect(content.rows.find(({ label }) => label === '谁来办')?.value).toContain('代办');
  });

  it('says that questions are open while nobody answered them', async () => {
    const desk = intakeDesk();
    const guidanceId = await keptOf(desk, { itemCode: card.code, answers: {} }, 'guidance.keep');
    const { content } = await printed(desk, { kind: 'guidance', guidanceId, agent: null });
    expect(content.paragraphs.join('')).toContain(`还有 ${Object.keys(answers).length} 个问题没有答`);
    expect(content.rows.map(({ label }) => label)).not.toContain('情形');
  });

  it('is one paper for a whole bundle: what a step makes is brought by nobody', async () => {
    const desk = intakeDesk();
    const input = { bundleId: 'newborn', answers: {} };
    const guidanceId = await keptOf(desk, input, 'guidance.keep-bundle');
    const { content } = await printed(desk, { kind: 'guidance', guidanceId, agent: false });
    const text = content.paragraphs.join('\n');
    expect(text).toContain('“新生儿出生一件事”一次办 6 件');
    expect(text).toContain('出生医学证明（由“出生医学证明签发”办出）');
    expect(JSON.stringify(content.table)).toMatch(/一份管 \d 件/);
  });

  it('stands with the papers of the visit whose ticket it came with, and stays when the answers are forgotten', async () => {
    const desk = intakeDesk();
    const guidanceId = await keptOf(desk, { itemCode: card.code, answers }, 'guidance.keep');
    const { noticeId } = await printed(desk, { kind: 'guidance', guidanceId, agent: false });
    expect(await listOf(desk, 'visit')).toEqual([]);
    expect(await listOf(desk, 'today')).toMatchObject([{ itemNameZh: card.nameZh, receiptNumber: null }]);
    desk.aVisit('A001', guidanceId);
    expect((await listOf(desk, 'visit')).map(({ notice }) => notice.id)).toEqual([noticeId]);
    run(desk.db, 'DELETE FROM guidance');
    expect(one(desk.db, 'SELECT guidance_id AS id FROM notice WHERE id = @noticeId', { noticeId })).toEqual({
      id: guidanceId,
    });
    expect(await listOf(desk, 'today')).toMatchObject([{ itemNameZh: null }]);
  });

  it('is made at the counter from the case in hand, in the name of its department, for whoever acts', async () => {
    const desk = intakeDesk();
    const visitId = desk.aVisit();
    await typeApplicant(desk, visitId);
    const opened = await desk.caseFrom('intake.open', { visitId, itemCode: card.code });
    const { content } = await printed(desk, { kind: 'case', caseId: opened.id });
    expect(content.organ).toBe(card.department.nameZh);
    const asked = opened.materials.filter((paper) => paper.asked).map(({ nameZh }) => nameZh);
    expect(content.table?.rows.map(([, name]) => name)).toEqual(asked);
    // It tells and decides nothing: the case is as it was, and nothing is owed for it.
    expect((await desk.caseFrom('intake.look', { caseId: opened.id })).state).toBe('draft');
    expect(all(desk.db, 'SELECT * FROM outbox')).toEqual([]);
  });

  it('is made at the counter for every step of the bundle that is applied for, from the answers of its cases', async () => {
    const desk = intakeDesk();
    const bundle = await anOpenBundle(desk, 'newborn');
    const whole = await printed(desk, { kind: 'bundle', bundleId: bundle.id });
    const texts = ({ content }: Awaited<ReturnType<typeof printed>>) => content.paragraphs.join('\n');
    expect(texts(whole)).toContain('“新生儿出生一件事”一次办 6 件');
    expect(texts(whole)).toContain('出生医学证明（由“出生医学证明签发”办出）');
    expect(texts(whole)).toContain(`还有 ${bundle.questions.length} 个问题没有答`);
    expect(whole.content.rows.find(({ label }) => label === '谁来办')?.value).toBe('申请人本人办');

    const [question] = bundle.questions;
    const [option] = question?.options ?? [];
    await bundleFrom(desk, 'bundles.answer', {
      bundleId: bundle.id,
      questionId: question?.id,
      optionId: option?.id,
    });
    const birth = stepOf(bundle, '出生医学证明签发');
    const leave = { bundleId: bundle.id, itemCode: birth.itemCode, say: '已有证明' };
    await bundleFrom(desk, 'bundles.leave-out', leave);
    const less = await printed(desk, { kind: 'bundle', bundleId: bundle.id });
    // The certificate is there already: it is brought, and no step makes it.
    expect(texts(less)).toContain('一次办 5 件');
    expect(texts(less)).not.toContain('由“出生医学证明签发”办出');
    expect(JSON.stringify(less.content.table)).toContain('出生医学证明');
    expect(JSON.stringify(less.content.rows)).toContain(`${question?.questionZh} ${option?.labelZh}`);
  });

  it('is no slip of the bundle: it stands among the papers of the visit and the receipt is still made', async () => {
    const desk = intakeDesk();
    const bundle = await handOverBundle(desk, await anOpenBundle(desk, 'newborn'));
    const { noticeId } = await printed(desk, { kind: 'bundle', bundleId: bundle.id });
    expect((await lookAt(desk, bundle)).notices).toEqual([]);
    expect((await listOf(desk, 'visit')).map(({ notice }) => notice.id)).toContain(noticeId);
    await desk.ask('bundles.accept', { bundleId: bundle.id });
    expect((await lookAt(desk, bundle)).notices.map(({ kind }) => kind)).toEqual(['bundle-receipt']);
  });

  it('names nobody', async () => {
    const desk = intakeDesk();
    const visitId = desk.aVisit();
    await typeApplicant(desk, visitId);
    const opened = await desk.caseFrom('intake.open', { visitId, itemCode: card.code });
    const { content } = await printed(desk, { kind: 'case', caseId: opened.id });
    const named = all(desk.db, 'SELECT * FROM party').map((row) => String(Object(row)['name'] ?? ''));
    expect(named.filter((name) => name !== '').length).toBeGreaterThan(0);
    expect(named.filter((name) => name !== '' && JSON.stringify(content).includes(name))).toEqual([]);
  });

  it('waits for the press, and no other paper is told of by this road', async () => {
    const desk = intakeDesk();
    const guidanceId = await keptOf(desk, { itemCode: card.code, answers }, 'guidance.keep');
    const { noticeId } = await printed(desk, { kind: 'guidance', guidanceId, agent: null });
    expect(await desk.ask('guidance.print-state', { noticeId })).toMatchObject({
      value: { state: 'waiting' },
    });
    run(desk.db, `UPDATE guidance SET made_at_ms = made_at_ms - ${2 * DAY_MS}`);
    await keptOf(desk, { itemCode: card.code, answers }, 'guidance.keep');
    expect(
      await desk.refusalOf('guidance.print', { of: { kind: 'guidance', guidanceId, agent: null } }),
    ).toBe('no-such-guidance');
    const other = '018f0000-0000-7000-8000-000000000009';
    expect(await desk.refusalOf('guidance.print-state', { noticeId: other })).toBe('no-such-notice');
    expect(await desk.refusalOf('guidance.print', { of: { kind: 'bundle', bundleId: other } })).toBe(
      'no-such-bundle',
    );
    expect(await desk.refusalOf('guidance.print', { of: { kind: 'case', caseId: other } })).toBe(
      'no-such-case',
    );
  });
});

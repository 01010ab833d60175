import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { calls } from '#contract/calls.ts';
import { visitInHand } from '#desk/store/visits.ts';
import { all, run } from '#native/sqlite/database.ts';
import { queueDesk, type QueueDesk } from '../../hall/queue-desk.ts';
import { asker } from '../../support/desk-parts.ts';
import { itemNamed, readyCaseIn } from '../../support/intake-desk.ts';

const citizen = asker({ seat: 'citizen-1', staff: null });
const View = calls['citizen.view'].output;

const item = itemNamed('社会保障卡申领');

/** A citizen whose case was accepted and whose ticket was finished; the screen asks what they thought of it. */
async function finishedVisit(): Promise<{ desk: QueueDesk; caseId: string }> {
  const desk = await queueDesk();
  await desk.ticketFrom('queue.walk-in', { queue: 'A' });
  const visitId = visitInHand(desk.intake.db)?.id;
  if (!visitId) throw new Error('nobody sits at the window');
  const { id: caseId } = await readyCaseIn(desk.intake, visitId, item);
  await desk.intake.caseFrom('intake.accept', { caseId });
  desk.clock.move(60_000);
  await desk.ticketFrom('queue.finish');
  return { desk, caseId };
}

async function asked({ intake }: QueueDesk, who = citizen) {
  const answer = await intake.ask('citizen.view', {}, who);
  return View.parse(answer.ok ? answer.value : null).rating;
}

const Event = z.object({
  kind: z.string(),
  clerk: z.string(),
  evaluation: z.object({ level: z.string(), reasons: z.array(z.string()), no: z.int() }).nullable(),
});
const owed = ({ intake }: QueueDesk) =>
  z
    .array(z.object({ event: z.string().transform((text) => Event.parse(JSON.parse(text))) }))
    .parse(all(intake.db, 'SELECT event_json AS event FROM outbox ORDER BY seq'))
    .map(({ event }) => event)
    .filter(({ kind }) => kind === 'case.evaluated');

describe('F24 "rate it", when a service ends', () => {
  it('is asked on the citizen’s screen alone, after the number exists', async () => {
    const { desk } = await finishedVisit();
    expect(await asked(desk)).toMatchObject({ items: [{ nameZh: item.nameZh }] });
    expect(await asked(desk, asker())).toBeNull();
  });

  it('is not asked where nothing was received, and not while somebody sits there', async () => {
    const desk = await queueDesk();
    await desk.ticketFrom('queue.walk-in', { queue: 'A' });
    await desk.ticketFrom('queue.finish');
    expect(await asked(desk)).toBeNull();

    const served = await finishedVisit();
    await served.desk.ticketFrom('queue.walk-in', { queue: 'A' });
    expect(await asked(served.desk)).toBeNull();
    await served.desk.ticketFrom('queue.finish');
    expect(await asked(served.desk)).toBeNull();
  });

  it('closes by itself after 30 seconds as not evaluated', async () => {
    const { desk } = await finishedVisit();
    desk.clock.move(29_000);
    expect(await asked(desk)).not.toBeNull();
    desk.clock.move(2_000);
    expect(await asked(desk)).toBeNull();
    expect(owed(desk)).toEqual([]);
    desk.clock.move(3 * 60_000);
    desk.intake.runClocks();
    desk.intake.runClocks();
    expect(owed(desk).map(({ evaluation }) => evaluation)).toEqual([
      { level: 'not-rated', reasons: [], no: 1 },
    ]);
  });

  it('is kept once, owed to the platform under the clerk who served, and never said to the clerk', async () => {
    const { desk, caseId } = await finishedVisit();
    const offerId = (await asked(desk))?.offerId;
    const bad = { offerId, level: 'bad', reasons: ['waited', 'papers'] };
    expect(await desk.intake.ask('citizen.rate', bad, citizen)).toMatchObject({ ok: true });
    expect(owed(desk)).toEqual([
      {
        kind: 'case.evaluated',
        clerk: '0317',
        evaluation: { level: 'bad', reasons: ['waited', 'papers'], no: 1 },
      },
    ]);
    expect(await desk.intake.refusalOf('citizen.rate', bad, citizen)).toBe('no-longer-asked');
    expect(owed(desk)).toHaveLength(1);
    for (const [call, input] of [
      ['intake.look', { caseId }],
      ['sync.view', {}],
    ] as const) {
      expect(JSON.stringify(await desk.intake.ask(call, input))).not.toContain('waited');
    }
    expect(() => run(desk.intake.db, "UPDATE evaluation SET level = 'very-good'")).toThrow('never changed');
  });

  it('wants a reason for what was bad and none for what was good', async () => {
    const { desk } = await finishedVisit();
    const offerId = (await asked(desk))?.offerId;
    const refused = (level: string, reasons: string[]) =>
      desk.intake.refusalOf('citizen.rate', { offerId, level, reasons }, citizen);
    expect(await refused('bad', [])).toBe('reason-missing');
    expect(await refused('very-bad', [])).toBe('reason-missing');
    expect(await refused('good', ['waited'])).toBe('reason-not-asked');
    expect(await desk.intake.ask('citizen.rate', { offerId, level: 'fair' }, citizen)).toMatchObject({
      ok: true,
    });
  });

  it('can be left, and belongs to the citizen’s screen', async () => {
    const { desk } = await finishedVisit();
    const offerId = (await asked(desk))?.offerId;
    const good = { offerId, level: 'very-good' };
    expect(await desk.intake.refusalOf('citizen.rate', good)).toBe('not-the-citizens-screen');
    expect(await desk.intake.refusalOf('citizen.skip-rating', { offerId })).toBe('not-the-citizens-screen');
    expect(await desk.intake.ask('citizen.skip-rating', { offerId }, citizen)).toMatchObject({ ok: true });
    expect(await asked(desk)).toBeNull();
    expect(await desk.intake.refusalOf('citizen.rate', good, citizen)).toBe('no-longer-asked');
    expect(owed(desk).map(({ evaluation }) => evaluation?.level)).toEqual(['not-rated']);
  });
});

describe('F24 "rate it", by the code of the slip', () => {
  it('asks whoever brings it back, once for the case, and not while somebody is served', async () => {
    const { desk, caseId } = await finishedVisit();
    await desk.intake.ask('citizen.skip-rating', { offerId: (await asked(desk))?.offerId }, citizen);
    const bring = () => desk.intake.refusalOf('citizen.rate-by-slip', { caseId });
    await desk.ticketFrom('queue.walk-in', { queue: 'A' });
    expect(await bring()).toBe('somebody-is-served');
    await desk.ticketFrom('queue.finish');

    expect(await bring()).toBe('ok');
    const shown = await asked(desk);
    expect(shown).toMatchObject({ items: [{ nameZh: item.nameZh }] });
    const said = { offerId: shown?.offerId, level: 'very-good' };
    expect(await desk.intake.ask('citizen.rate', said, citizen)).toMatchObject({ ok: true });
    expect(owed(desk).map(({ evaluation }) => evaluation?.level)).toEqual(['not-rated', 'very-good']);
    expect(await bring()).toBe('rated-already');
    expect(await asked(desk)).toBeNull();
  });

  it('is asked of nothing that was not received', async () => {
    const desk = await queueDesk();
    await desk.ticketFrom('queue.walk-in', { queue: 'A' });
    const visitId = visitInHand(desk.intake.db)?.id;
    if (!visitId) throw new Error('nobody sits at the window');
    const { id: caseId } = await desk.intake.caseFrom('intake.open', { visitId, itemCode: item.code });
    await desk.ticketFrom('queue.hold', { reason: '等材料' });
    expect(await desk.intake.refusalOf('citizen.rate-by-slip', { caseId })).toBe('nothing-received');
    expect(await desk.intake.refusalOf('citizen.rate-by-slip', { caseId: visitId })).toBe('no-such-case');
  });
});

import { describe, expect, it } from 'vitest';
import { one } from '#native/sqlite/database.ts';
import { queueDesk } from './queue-desk.ts';

describe('what a greeter asked', () => {
  it('travels on the ticket to the visit, by its id alone', async () => {
    const desk = await queueDesk();
    const guidanceId = '0190aaaa-0000-7000-8000-000000000001';
    const taken = await desk.ask('queue.take', { queue: 'P', guidanceId });
    expect(taken).toMatchObject({ ok: true, value: { ticket: { guidanceId } } });
    expect((await desk.ticketFrom('queue.call-next')).guidanceId).toBe(guidanceId);
    await desk.ticketFrom('queue.arrive');
    expect(one(desk.intake.db, 'SELECT guidance_id AS id FROM visit')).toEqual({ id: guidanceId });
    expect((await desk.takes()).guidanceId).toBeNull();
  });
});

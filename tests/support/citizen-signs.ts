import { expect } from 'vitest';
import { citizenCalls } from '#contract/calls/citizen.ts';
import { asker } from './desk-parts.ts';
import type { IntakeDesk } from './intake-desk.ts';

/** Whoever sits before the citizen's screen. */
export const CITIZEN = asker({ seat: 'citizen-0001', staff: null });
export const PEN = [
  [
    { x: 100, y: 100 },
    { x: 600, y: 120 },
    { x: 400, y: 300 },
  ],
];

/** What lies on the citizen's screen to be signed. */
export async function onScreen(desk: IntakeDesk) {
  const reply = await desk.ask('citizen.view', {}, CITIZEN);
  return citizenCalls['citizen.view'].output.parse(reply.ok ? reply.value : null).paper;
}

/** The citizen signs it. */
export async function sign(desk: IntakeDesk): Promise<void> {
  const signingId = (await onScreen(desk))?.signingId ?? '';
  const reply = await desk.ask('citizen.sign', { signingId, strokes: PEN }, CITIZEN);
  expect(reply).toMatchObject({ ok: true });
}

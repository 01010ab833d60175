import { setTimeout as later } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { z } from 'zod';

const Asked = z.object({
  kind: z.literal('answer'),
  answer: z.object({ ok: z.literal(true), value: z.unknown() }),
});

/** Asks the desk through the window's own bridge; a refusal, a fault or a dead desk is an error. */
export async function ask(window: Page, name: string, input: unknown): Promise<unknown> {
  const asked: unknown = await window.evaluate(
    ([call, given]) => Reflect.get(globalThis, 'desk').ask(call, given),
    [name, input] as const,
  );
  const answer = Asked.safeParse(asked);
  if (!answer.success) throw new Error(`${name} was answered with ${JSON.stringify(asked)}`);
  return answer.data.answer.value;
}

const LOOK_EVERY_MS = 50;

/** Looks until a named thing is so. */
export async function until(
  what: string,
  isSo: () => Promise<boolean>,
  { withinMs = 20_000 }: { readonly withinMs?: number } = {},
): Promise<void> {
  const lastLookAtMs = performance.now() + withinMs;
  while (!(await isSo())) {
    if (performance.now() > lastLookAtMs) throw new Error(`not within ${withinMs} ms: ${what}`);
    await later(LOOK_EVERY_MS);
  }
}

/** Resolves with the time when the desk says this about the card on the reader. Call it before the card is placed. */
export async function hearCard(
  window: Page,
  phase: string,
): Promise<{ readonly heard: () => Promise<void> }> {
  await window.evaluate((wanted) => {
    const heard = new Promise<void>((said) => {
      const leave = Reflect.get(globalThis, 'desk').hear((name: string, value: unknown) => {
        if (name !== 'identity.card' || Reflect.get(Object(value), 'phase') !== wanted) return;
        leave();
        said();
      });
    });
    Reflect.set(globalThis, `card ${wanted}`, heard);
  }, phase);
  return { heard: () => window.evaluate((wanted) => Reflect.get(globalThis, `card ${wanted}`), phase) };
}

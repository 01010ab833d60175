import { z } from 'zod';

const Held = z.array(
  z.object({
    case_guid: z.string(),
    receipt_no: z.string(),
    events: z.array(z.object({ step: z.number(), idempotency_key: z.string() })),
  }),
);

/** How the platform holds the case of a receipt: one case, and every step of it once and in order. */
export async function standingOnPlatform(
  provinceUrl: string,
  receiptNumber: string,
): Promise<'absent' | 'once' | 'wrong'> {
  const reply = await fetch(`${provinceUrl}/_inspect/cases`);
  const held = Held.parse(await reply.json()).filter((one) => one.receipt_no === receiptNumber);
  const [only] = held;
  if (!only) return 'absent';
  const steps = only.events.map(({ step }) => step);
  const keys = new Set(only.events.map((event) => event.idempotency_key));
  const inOrder = steps.every((step, index) => step === index + 1);
  return held.length === 1 && inOrder && keys.size === steps.length ? 'once' : 'wrong';
}

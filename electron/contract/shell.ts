import { z } from 'zod';

/**
 * What the shell (electron main) and the desk say to each other beside the window's own questions.
 * The desk never draws: it asks the shell to press a page into a PDF, and waits when there is none.
 */
export const ToDesk = z.discriminatedUnion('shell', [
  z.strictObject({
    shell: z.literal('start'),
    home: z.string(),
    site: z.string().nullable(),
    keyHex: z.string().nullable(),
  }),
  z.strictObject({ shell: z.literal('question'), window: z.string(), question: z.unknown() }),
  z.strictObject({ shell: z.literal('window-gone'), window: z.string() }),
  z.strictObject({
    shell: z.literal('pressed'),
    job: z.string(),
    pdf: z.instanceof(Uint8Array).nullable(),
    why: z.string(),
  }),
  z.strictObject({ shell: z.literal('stop') }),
]);

export const ToShell = z.discriminatedUnion('desk', [
  z.strictObject({ desk: z.literal('ready') }),
  z.strictObject({ desk: z.literal('refused-to-start'), code: z.string(), message: z.string() }),
  z.strictObject({ desk: z.literal('told'), window: z.string().nullable(), told: z.unknown() }),
  z.strictObject({
    desk: z.literal('press'),
    job: z.string(),
    html: z.string(),
    paper: z.enum(['a4', 'slip-80mm']),
  }),
  /** A second window of this seat is wanted; one that is open comes to the front. */
  z.strictObject({ desk: z.literal('show'), window: z.literal('citizen') }),
  /** A value a clerk types into another program: onto the clipboard, and off it after `forMs`. */
  z.strictObject({
    desk: z.literal('copy'),
    text: z.string().min(1).max(4000),
    forMs: z.int().positive().max(120_000),
  }),
  z.strictObject({ desk: z.literal('stopped') }),
]);

export type ToDesk = z.output<typeof ToDesk>;
export type ToShell = z.output<typeof ToShell>;

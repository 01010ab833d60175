import { z } from 'zod';
import { call } from '../call.ts';

/**
 * The practice tray. Refused in a real hall: there the control line of the stand-ins does not exist.
 */
export const practiceCalls = {
  'practice.state': call({
    kind: 'outside',
    role: 'anyone',
    input: z.strictObject({}),
    output: z.strictObject({
      cards: z.array(z.strictObject({ file: z.string(), label: z.string() })),
      codes: z.array(z.strictObject({ text: z.string(), label: z.string() })),
      placed: z.string().nullable(),
      readerPlugged: z.boolean(),
      scannerPlugged: z.boolean(),
      line: z.enum(['up', 'down']),
    }),
    refusals: ['not-practice', 'tray-away'],
  }),

  'practice.do': call({
    kind: 'outside',
    role: 'anyone',
    input: z.discriminatedUnion('act', [
      z.strictObject({ act: z.literal('place-card'), file: z.string().max(80) }),
      z.strictObject({ act: z.literal('lift-card') }),
      z.strictObject({ act: z.literal('scan'), text: z.string().max(4096) }),
      z.strictObject({ act: z.literal('line'), up: z.boolean() }),
      z.strictObject({
        act: z.literal('plug'),
        device: z.enum(['id-card-reader', 'scanner']),
        in: z.boolean(),
      }),
    ]),
    output: z.strictObject({ done: z.boolean() }),
    refusals: ['not-practice', 'tray-away'],
  }),
} as const;

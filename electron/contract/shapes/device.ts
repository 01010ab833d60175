import { z } from 'zod';
import { Moment } from './day.ts';

export const DeviceKind = z.enum(['id-card-reader', 'scanner']);

/** ready · busy: a command is under way · every other word has its own sentence and remedy. */
export const DeviceState = z.enum([
  'not-configured',
  'connecting',
  'ready',
  'busy',
  'unplugged',
  'port-taken',
  'no-rights',
  'silent',
  'module-fault',
  'wrong-device',
]);

export const DeviceHealth = z.strictObject({
  kind: DeviceKind,
  port: z.string().nullable(),
  state: DeviceState,
  sinceMs: Moment,
  lastGoodAtMs: Moment.nullable(),
  /** SAM id of a card reader, as printed on its label. */
  identity: z.string().nullable(),
  errorsToday: z.int().nonnegative(),
});

export type DeviceKind = z.output<typeof DeviceKind>;
export type DeviceState = z.output<typeof DeviceState>;
export type DeviceHealth = z.output<typeof DeviceHealth>;

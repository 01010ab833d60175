import { z } from 'zod';
import { DeviceHealth } from './shapes/device.ts';
import { PartyRole } from './shapes/party.ts';
import { RoutedCode, ScanTrouble } from './shapes/scan.ts';

/** What a card on the reader is doing. Names and numbers are masked. */
export const CardNews = z.strictObject({
  phase: z.enum([
    'reading',
    'read',
    'confirmed',
    'differs',
    'lifted',
    'trouble',
    'lift-and-replace',
    'nobody-to-fill',
    'other-person',
    'used-elsewhere',
    'kept',
  ]),
  /** Names the reading while it may still be used with `identity.use-card`. */
  readingId: z.string().nullable(),
  name: z.string().nullable(),
  number: z.string().nullable(),
  /** The party it filled or was compared with. */
  role: PartyRole.nullable(),
  /** Card placed → this news, milliseconds, as the desk measured it. */
  tookMs: z.int().nullable(),
});

/** Everything the desk says unasked. A `…changed` event means: read again; it never carries the truth. */
export const events = {
  'queue.changed': z.strictObject({}),
  'visit.changed': z.strictObject({ visitId: z.uuid().nullable() }),
  'case.changed': z.strictObject({ caseId: z.uuid() }),
  'session.changed': z.strictObject({}),
  'sync.changed': z.strictObject({ owed: z.int(), line: z.string() }),
  'devices.changed': DeviceHealth,
  'identity.card': CardNews,
  'code.scanned': RoutedCode,
  'code.trouble': z.strictObject({ trouble: ScanTrouble }),
  /** The desk asked sources again by itself that were away; `proved`: those that found what the paper shows. */
  'sources.answered': z.strictObject({ caseId: z.uuid(), asked: z.int(), proved: z.int() }),
  /** The citizen's screen has something else to show. */
  'citizen.changed': z.strictObject({}),
  /** `caseId` is null for a paper of no single case. */
  'notice.pressed': z.strictObject({ noticeId: z.uuid(), caseId: z.uuid().nullable() }),
  'batch.pressed': z.strictObject({ batchId: z.uuid() }),
  'pages.pressed': z.strictObject({ printId: z.uuid() }),
  'desk.trouble': z.strictObject({ trouble: z.string(), number: z.string() }),
} as const;

export type EventName = keyof typeof events;
export type EventValue<N extends EventName> = z.output<(typeof events)[N]>;
export type CardNews = z.output<typeof CardNews>;

import { z } from 'zod';
import { call } from '../call.ts';
import { LevelCode, RegionCode } from '../shapes/crossing.ts';
import { Day, Moment } from '../shapes/day.ts';
import { DeviceHealth } from '../shapes/device.ts';
import { Site } from '../shapes/site.ts';
import { LineState } from '../shapes/sync-state.ts';

export const deskCalls = {
  /** What this window is. Nothing personal. */
  'desk.site': call({
    kind: 'read',
    role: 'anyone',
    input: z.strictObject({}),
    output: z.strictObject({
      level: LevelCode,
      region: RegionCode,
      hallName: z.string(),
      hallNameEn: z.string(),
      window: z.int(),
      windowName: z.string(),
      language: Site.shape.language.unwrap(),
      queues: Site.shape.queues,
      served: Site.shape.served,
      lockAfterSeconds: z.int(),
      practice: z.boolean(),
      version: z.string(),
    }),
    refusals: [],
  }),

  /** Everything of the status bar. `lastWriteAtMs` is the last commit that reached the disk. */
  'desk.status': call({
    kind: 'read',
    role: 'anyone',
    input: z.strictObject({}),
    output: z.strictObject({
      nowMs: Moment,
      today: Day,
      timeZone: z.string(),
      devices: z.array(DeviceHealth),
      hall: z.strictObject({ state: z.enum(['ok', 'away']), engine: z.enum(['embedded', 'postgres']) }),
      province: z.strictObject({
        line: LineState,
        lineSinceMs: Moment.nullable(),
        lastAckAtMs: Moment.nullable(),
        nextTryAtMs: Moment.nullable(),
        owed: z.int(),
        owedCases: z.int(),
        needsClerk: z.int(),
      }),
      lastWriteAtMs: Moment.nullable(),
      writes: z.int(),
      diskTrouble: z.string().nullable(),
      numbersLeft: z.int(),
      /** The first catalogue of a desk, when it is large, is on its way in or was refused; else null. */
      firstCatalogue: z
        .strictObject({
          state: z.enum(['loading', 'missing']),
          written: z.int().nonnegative(),
          /** How many there are; null while the file is still read and proved. */
          items: z.int().nullable(),
        })
        .nullable(),
      /** Papers with an original that lies at this window, and those of them since an earlier day. */
      originals: z.strictObject({ here: z.int(), overnight: z.int() }),
    }),
    refusals: [],
  }),
} as const;

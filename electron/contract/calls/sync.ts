import { z } from 'zod';
import { call } from '../call.ts';
import { ExceptionList } from '../shapes/exception.ts';
import { SyncView } from '../shapes/sync-state.ts';

const Nothing = z.strictObject({});

export const syncCalls = {
  /** What is owed to the province, why, and what a clerk can do. */
  'sync.view': call({ kind: 'read', role: 'signed-in', input: Nothing, output: SyncView, refusals: [] }),

  /** 孤网例外: what is off the net, who answers for it and until when; and how much was accepted offline. */
  'sync.exceptions': call({
    kind: 'read',
    role: 'signed-in',
    input: Nothing,
    output: ExceptionList,
    refusals: [],
  }),

  'sync.try-now': call({
    kind: 'outside',
    role: 'signed-in',
    input: Nothing,
    output: SyncView,
    refusals: ['no-province'],
  }),

  /** After a return: a new attempt with a new key, never by itself. */
  'sync.send-again': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({ debtId: z.uuid() }),
    output: SyncView,
    refusals: ['no-such-debt', 'not-returned'],
  }),
} as const;

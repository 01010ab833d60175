import { z } from 'zod';
import { call } from '../call.ts';
import { NoticeContent, NoticeId, NoticeLine, NoticeSummary, PdfState } from '../shapes/notice.ts';

export const noticesCalls = {
  /** The frozen content of a notice. It names the citizen, so looking is audited. */
  'notices.look': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({ noticeId: NoticeId }),
    output: z.strictObject({ notice: NoticeSummary, content: NoticeContent }),
    refusals: ['no-such-notice'],
  }),

  /** 补打: counted, marked on the paper; the frozen content does not change. */
  'notices.reprint': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({ noticeId: NoticeId }),
    output: NoticeSummary,
    refusals: ['no-such-notice'],
  }),

  /** The pressed PDF in pieces of at most 32 kB, base64. */
  'notices.pdf': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({ noticeId: NoticeId, offset: z.int().nonnegative() }),
    output: z.strictObject({ base64: z.string(), totalBytes: z.int(), sha256: z.string() }),
    refusals: ['no-such-notice', 'not-pressed-yet'],
  }),

  /** The papers of the citizen at this window, or of today, newest first. Without names: looking is another call. */
  'notices.list': call({
    kind: 'read',
    role: 'clerk',
    input: z.strictObject({ of: z.enum(['visit', 'today']) }),
    output: z.array(NoticeLine),
    refusals: [],
  }),

  /** 合并打印: several papers as one job, in the order given. */
  'notices.batch': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({ noticeIds: z.array(NoticeId).min(1).max(40) }),
    output: z.strictObject({ batchId: z.uuid() }),
    refusals: ['no-such-notice'],
  }),

  'notices.batch-state': call({
    kind: 'read',
    role: 'clerk',
    input: z.strictObject({ batchId: z.uuid() }),
    output: PdfState,
    refusals: ['no-such-batch'],
  }),

  /** The pressed PDF of a batch in pieces of at most 32 kB, base64. */
  'notices.batch-pdf': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({ batchId: z.uuid(), offset: z.int().nonnegative() }),
    output: z.strictObject({ base64: z.string(), totalBytes: z.int(), sha256: z.string() }),
    refusals: ['no-such-batch', 'not-pressed-yet'],
  }),

  /** Puts a paper that wants a signature on the citizen's screen. */
  'notices.ask-signature': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({ noticeId: NoticeId }),
    output: NoticeSummary,
    refusals: ['no-such-notice', 'no-signature-wanted', 'signed-already'],
  }),

  /** Takes the paper off the citizen's screen again; nothing is signed. */
  'notices.stop-signing': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({}),
    output: z.strictObject({}),
    refusals: [],
  }),

  /** The clerk says how it ended without the screen: with a pen, or not at all and why. */
  'notices.settle-signature': call({
    kind: 'write',
    role: 'clerk',
    input: z.discriminatedUnion('outcome', [
      z.strictObject({ noticeId: NoticeId, outcome: z.literal('on-paper') }),
      z.strictObject({
        noticeId: NoticeId,
        outcome: z.enum(['refused', 'impossible']),
        reason: z.string().trim().min(2).max(120),
      }),
    ]),
    output: NoticeSummary,
    refusals: ['no-such-notice', 'no-signature-wanted', 'signed-already'],
  }),
} as const;

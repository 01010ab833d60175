import { z } from 'zod';
import { call } from '../call.ts';
import { NoticeContent, NoticeId, NoticeSummary } from '../shapes/notice.ts';

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
} as const;

import type { NoticeKind } from '#contract/shapes/notice.ts';
import { FRAME, FRAME_FLAGS, type Vocabulary } from './vocabulary-frame.ts';

const HELPER = ['helper', 'badge', 'point'];

/** The papers of 帮办代办. @source domain.md 12 F42 */
export const helperVocabularies = {
  'help-consent': {
    values: [...FRAME, ...HELPER, 'applicant', 'items', 'consentOn', 'consentUntil'],
    flags: FRAME_FLAGS,
    lists: {},
    must: ['applicant', ...HELPER, 'items', 'consentOn', 'consentUntil', 'hall', 'window', 'clerk'],
  },
  'help-list': {
    values: [...FRAME, ...HELPER, 'caseCount', 'slipCount', 'originalCount'],
    flags: FRAME_FLAGS,
    lists: { cases: ['no', 'receiptNumber', 'item', 'applicant', 'slips', 'originals'] },
    must: [...HELPER, 'caseCount', 'slipCount', 'originalCount', 'list:cases', 'window', 'clerk'],
  },
} as const satisfies Partial<Record<NoticeKind, Vocabulary>>;

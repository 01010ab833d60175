import { z } from 'zod';
import { call } from '../call.ts';
import { CaseId } from '../shapes/case.ts';
import { ExpertQuestions } from '../shapes/expert.ts';

export const expertCalls = {
  /** What was asked about a case, the newest first. */
  'expert.look': call({
    kind: 'read',
    role: 'case-worker',
    input: z.strictObject({ caseId: CaseId }),
    output: ExpertQuestions,
    refusals: ['no-such-case'],
  }),

  /** Asks an expert of the county. It is owed to the platform and holds nothing up. */
  'expert.ask': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({ caseId: CaseId, text: z.string().trim().min(4).max(500) }),
    output: ExpertQuestions,
    refusals: ['no-such-case', 'names-somebody', 'asked-already'],
  }),
} as const;

import { z } from 'zod';
import { call } from '../call.ts';
import { CaseId, CaseView } from '../shapes/case.ts';

export const materialsCalls = {
  /**
   * Lets the verified copy of an earlier case of the same person stand for a paper, with the pages it had and a mark
   * that says who compared it, when, and for what it may be used. Taken back with `intake.provide`, `route: null`.
   */
  'materials.reuse': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({ caseId: CaseId, materialId: z.string() }),
    output: CaseView,
    refusals: ['no-such-case', 'already-decided', 'no-such-material', 'no-earlier-copy', 'paper-has-pages'],
  }),
} as const;

import { z } from 'zod';
import { call } from '../call.ts';
import { CaseId, CaseView } from '../shapes/case.ts';
import { Month, QueryBasis, QueryKind, SavedInMonth } from '../shapes/material.ts';
import { QueryLog, QueryOutcome } from '../shapes/query-log.ts';

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

  /**
   * Asks a source for a licence or for data instead of a paper, for this case and its purpose. The answer, or that
   * there was none, is kept with the case; a good one stands for the paper. A source that is away keeps nobody from
   * accepting: the paper is taken another way and the source is asked again later.
   */
  'materials.query': call({
    kind: 'outside',
    role: 'clerk',
    input: z.strictObject({
      caseId: CaseId,
      materialId: z.string(),
      kind: QueryKind,
      basis: QueryBasis,
      /** GB/T 36904, where the holder shows a code. */
      identifier: z.string().max(120).nullable().default(null),
    }),
    output: CaseView,
    refusals: [
      'no-such-case',
      'already-decided',
      'no-such-material',
      'nothing-to-ask',
      'no-such-licence-code',
      'consent-declined',
      'identity-missing',
      'copy-in-use',
    ],
  }),

  /** Asks again what was away, and whether what was given on an earlier day still stands (证照状态复核). */
  'materials.recheck': call({
    kind: 'outside',
    role: 'clerk',
    input: z.strictObject({ caseId: CaseId }),
    output: CaseView,
    refusals: ['no-such-case', 'nothing-to-recheck'],
  }),

  /** 减材料: papers that were spared in a month, by item and by what spared them. Nothing of a case is in it. */
  'materials.saved': call({
    kind: 'read',
    role: 'keeper',
    input: z.strictObject({ month: Month }),
    output: SavedInMonth,
    refusals: [],
  }),

  /**
   * Every query of this window in the last days, the newest first: who asked, about whom, which source, why and with
   * what outcome (F08). Looking through it is an audited act, so this is a write.
   */
  'materials.queries': call({
    kind: 'write',
    role: 'case-worker',
    input: z.strictObject({
      text: z.string().max(60),
      days: z.int().min(1).max(3_660),
      outcome: QueryOutcome.nullable(),
      limit: z.int().min(1).max(500),
    }),
    output: QueryLog,
    refusals: [],
  }),

  /** Asks the citizen on the screen turned to them whether a source may be asked, and says what for. */
  'materials.ask-consent': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({ caseId: CaseId, materialId: z.string(), kind: QueryKind }),
    output: CaseView,
    refusals: ['no-such-case', 'already-decided', 'no-such-material', 'nothing-to-ask', 'citizen-not-here'],
  }),

  /** 多源校核: a source is wrong, and what was found. Its answer no longer stands for the paper; the source is told. */
  'materials.say-wrong': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({
      caseId: CaseId,
      queryId: z.uuid(),
      say: z.string().trim().min(2).max(200),
    }),
    output: CaseView,
    refusals: ['no-such-case', 'no-such-query', 'nothing-to-report', 'already-reported'],
  }),
} as const;

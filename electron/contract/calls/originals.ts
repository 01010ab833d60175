import { z } from 'zod';
import { call } from '../call.ts';
import { HandOverView, PaperKey } from '../shapes/hand-over.ts';

const Papers = z.array(PaperKey).min(1).max(400);

/** Where originals go: into exactly one hand-over list (物料转移单), or back to the citizen (invariant 23). */
export const originalsCalls = {
  /** Every original that lies here, by department, and the lists of the last thirty days. */
  'originals.look': call({
    kind: 'read',
    role: 'case-worker',
    input: z.strictObject({}),
    output: HandOverView,
    refusals: [],
  }),

  /** Puts papers of one department in a list and issues it as a paper, signed with the clerk's number. */
  'originals.hand-over': call({
    kind: 'write',
    role: 'case-worker',
    input: z.strictObject({ department: z.string(), papers: Papers }),
    output: HandOverView,
    refusals: ['no-original-here', 'other-department'],
  }),

  /** The department counted and took the papers. What it did not find lies here again. */
  'originals.sign-list': call({
    kind: 'write',
    role: 'case-worker',
    input: z.strictObject({
      handOverId: z.uuid(),
      takenBy: z.string().trim().min(2).max(40),
      badge: z.string().trim().min(2).max(30),
      notFound: z.array(PaperKey).max(400),
    }),
    output: HandOverView,
    refusals: ['no-such-list', 'list-signed-already', 'not-in-this-list'],
  }),

  /** The originals went back to the citizen. */
  'originals.give-back': call({
    kind: 'write',
    role: 'case-worker',
    input: z.strictObject({ papers: Papers }),
    output: HandOverView,
    refusals: ['no-original-here'],
  }),
} as const;

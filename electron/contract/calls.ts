import type { z } from 'zod';
import type { CommonRefusal, Reply } from './call.ts';
import { accessCalls } from './calls/access.ts';
import { bundlesCalls } from './calls/bundles.ts';
import { catalogueCalls } from './calls/catalogue.ts';
import { citizenCalls } from './calls/citizen.ts';
import { crossingCalls } from './calls/crossing.ts';
import { deskCalls } from './calls/desk.ts';
import { formCalls } from './calls/form.ts';
import { guidanceCalls } from './calls/guidance.ts';
import { identityCalls } from './calls/identity.ts';
import { intakeCalls } from './calls/intake.ts';
import { materialsCalls } from './calls/materials.ts';
import { noticesCalls } from './calls/notices.ts';
import { originalsCalls } from './calls/originals.ts';
import { pagesCalls } from './calls/pages.ts';
import { peopleCalls } from './calls/people.ts';
import { practiceCalls } from './calls/practice.ts';
import { progressCalls } from './calls/progress.ts';
import { queueCalls } from './calls/queue.ts';
import { syncCalls } from './calls/sync.ts';
import { tripsCalls } from './calls/trips.ts';

/** Every question the front desk can put to the desk process. Nothing else crosses between them. */
export const calls = {
  ...accessCalls,
  ...bundlesCalls,
  ...catalogueCalls,
  ...citizenCalls,
  ...crossingCalls,
  ...deskCalls,
  ...formCalls,
  ...guidanceCalls,
  ...identityCalls,
  ...intakeCalls,
  ...materialsCalls,
  ...noticesCalls,
  ...originalsCalls,
  ...pagesCalls,
  ...peopleCalls,
  ...practiceCalls,
  ...progressCalls,
  ...queueCalls,
  ...syncCalls,
  ...tripsCalls,
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
/** What a caller writes: fields with a default may be left out. */
export type Input<N extends CallName> = z.input<Calls[N]['input']>;
export type Output<N extends CallName> = z.output<Calls[N]['output']>;
export type Refusal<N extends CallName> = Calls[N]['refusals'][number] | CommonRefusal;
export type Answer<N extends CallName> = Reply<Output<N>, Refusal<N>>;

import type { z } from 'zod';
import type { CommonRefusal, Reply } from './call.ts';
import { accessCalls } from './calls/access.ts';
import { bundlesCalls } from './calls/bundles.ts';
import { catalogueCalls } from './calls/catalogue.ts';
import { citizenCalls } from './calls/citizen.ts';
import { crossingCalls } from './calls/crossing.ts';
import { deskCalls } from './calls/desk.ts';
import { expertCalls } from './calls/expert.ts';
import { formCalls } from './calls/form.ts';
import { guidanceCalls } from './calls/guidance.ts';
import { helpCalls } from './calls/help.ts';
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

type AccessCalls = typeof accessCalls;
type BundlesCalls = typeof bundlesCalls;
type CatalogueCalls = typeof catalogueCalls;
type CitizenCalls = typeof citizenCalls;
type CrossingCalls = typeof crossingCalls;
type DeskCalls = typeof deskCalls;
type ExpertCalls = typeof expertCalls;
type FormCalls = typeof formCalls;
type GuidanceCalls = typeof guidanceCalls;
type HelpCalls = typeof helpCalls;
type IdentityCalls = typeof identityCalls;
type IntakeCalls = typeof intakeCalls;
type MaterialsCalls = typeof materialsCalls;
type NoticesCalls = typeof noticesCalls;
type OriginalsCalls = typeof originalsCalls;
type PagesCalls = typeof pagesCalls;
type PeopleCalls = typeof peopleCalls;
type PracticeCalls = typeof practiceCalls;
type ProgressCalls = typeof progressCalls;
type QueueCalls = typeof queueCalls;
type SyncCalls = typeof syncCalls;
type TripsCalls = typeof tripsCalls;

/** Named one by one, because the compiler cannot write out the whole of it as one type. */
export interface Calls
  extends
    AccessCalls,
    BundlesCalls,
    CatalogueCalls,
    CitizenCalls,
    CrossingCalls,
    DeskCalls,
    ExpertCalls,
    FormCalls,
    GuidanceCalls,
    HelpCalls,
    IdentityCalls,
    IntakeCalls,
    MaterialsCalls,
    NoticesCalls,
    OriginalsCalls,
    PagesCalls,
    PeopleCalls,
    PracticeCalls,
    ProgressCalls,
    QueueCalls,
    SyncCalls,
    TripsCalls {}

/** Every question the front desk can put to the desk process. Nothing else crosses between them. */
export const calls: Calls = {
  ...accessCalls,
  ...bundlesCalls,
  ...catalogueCalls,
  ...citizenCalls,
  ...crossingCalls,
  ...deskCalls,
  ...expertCalls,
  ...formCalls,
  ...guidanceCalls,
  ...helpCalls,
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
};

export type CallName = keyof Calls;
/** What a caller writes: fields with a default may be left out. */
export type Input<N extends CallName> = z.input<Calls[N]['input']>;
export type Output<N extends CallName> = z.output<Calls[N]['output']>;
export type Refusal<N extends CallName> = Calls[N]['refusals'][number] | CommonRefusal;
export type Answer<N extends CallName> = Reply<Output<N>, Refusal<N>>;

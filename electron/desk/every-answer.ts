import { accessAnswers } from './handlers/access.ts';
import { bundlesAnswers } from './handlers/bundles.ts';
import { catalogueAnswers } from './handlers/catalogue.ts';
import { citizenAnswers } from './handlers/citizen.ts';
import { crossingAnswers } from './handlers/crossing.ts';
import { deskAnswers } from './handlers/desk.ts';
import { expertAnswers } from './handlers/expert.ts';
import { formAnswers } from './handlers/form.ts';
import { guidanceAnswers } from './handlers/guidance.ts';
import { helpAnswers } from './handlers/help.ts';
import { identityAnswers } from './handlers/identity.ts';
import { intakeAnswers } from './handlers/intake.ts';
import { materialsAnswers } from './handlers/materials.ts';
import { noticesAnswers } from './handlers/notices.ts';
import { originalsAnswers } from './handlers/originals.ts';
import { pagesAnswers } from './handlers/pages.ts';
import { practiceAnswers } from './handlers/practice.ts';
import { peopleAnswers } from './handlers/people.ts';
import { progressAnswers } from './handlers/progress.ts';
import { queueAnswers } from './handlers/queue.ts';
import { syncAnswers } from './handlers/sync.ts';
import { tripsAnswers } from './handlers/trips.ts';
import type { EveryAnswer } from './questions.ts';

/** Nothing is left out: a call without its answer does not compile. */
export const EVERY_ANSWER: EveryAnswer = {
  ...accessAnswers,
  ...bundlesAnswers,
  ...catalogueAnswers,
  ...citizenAnswers,
  ...crossingAnswers,
  ...deskAnswers,
  ...expertAnswers,
  ...formAnswers,
  ...guidanceAnswers,
  ...helpAnswers,
  ...identityAnswers,
  ...intakeAnswers,
  ...materialsAnswers,
  ...noticesAnswers,
  ...originalsAnswers,
  ...pagesAnswers,
  ...practiceAnswers,
  ...peopleAnswers,
  ...progressAnswers,
  ...queueAnswers,
  ...syncAnswers,
  ...tripsAnswers,
};

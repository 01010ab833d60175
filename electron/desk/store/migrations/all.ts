import type { Migration } from '../migrate.ts';
import { ground } from './0010-ground.ts';
import { intake } from './0020-intake.ts';
import { outbox } from './0030-outbox.ts';
import { catalogue } from './0040-catalogue.ts';
import { bundles } from './0100-bundles.ts';
import { packages } from './0101-packages.ts';
import { caseTable } from './0110-case-table.ts';
import { owedProgress } from './0111-owed-progress.ts';
import { materialRoutes } from './0120-material-routes.ts';
import { owedInstead } from './0121-owed-instead.ts';
import { sources } from './0122-sources.ts';
import { sourcesAway } from './0123-sources-away.ts';
import { queryConsents } from './0124-query-consents.ts';
import { originalMoves } from './0125-original-moves.ts';
import { originalsHereNow } from './0126-originals-here.ts';
import { pages } from './0130-pages.ts';
import { notices } from './0140-notices.ts';
import { signatures } from './0141-signatures.ts';
import { noticeBatches } from './0142-notice-batches.ts';
import { formValues } from './0150-form-values.ts';
import { openBundles } from './0160-open-bundles.ts';
import { moreParties } from './0170-more-parties.ts';
import { authorisedPowers } from './0171-authorised-powers.ts';
import { trips } from './0175-trips.ts';
import { crossing } from './0176-crossing.ts';
import { guidance } from './0177-guidance.ts';
import { overduePromises } from './0180-overdue-promises.ts';
import { clockLists } from './0181-clock-lists.ts';
import { twoShelves } from './0182-two-shelves.ts';
import { networkIdentity } from './0190-network-identity.ts';
import { sentOn } from './0195-sent-on.ts';
import { evaluations } from './0196-evaluations.ts';
import { catalogueRefusals } from './0200-catalogue-refusals.ts';
import { hallParts } from './0201-hall-parts.ts';
import { unknownCodes } from './0202-unknown-codes.ts';
import { pagePrints } from './0205-page-prints.ts';
import { bundleAgain } from './0210-bundle-again.ts';
import { guidedBundles } from './0211-guided-bundles.ts';
import { caseFlags } from './0215-case-flags.ts';
import { offlineAcceptances } from './0216-offline-acceptances.ts';
import { expertQuestions } from './0217-expert-questions.ts';
import { formPapers } from './0220-form-papers.ts';
import { quietCases } from './0230-quiet-cases.ts';
import { slipOffers } from './0231-slip-offers.ts';
import { helpers } from './0232-helpers.ts';
import { queryLog } from './0240-query-log.ts';
import { wordsBefore } from './0250-words-before.ts';
import { ownLook } from './0251-own-look.ts';
import { identityRechecks } from './0252-identity-rechecks.ts';
import { identityAlarm } from './0253-identity-alarm.ts';
import { guidanceLists } from './0260-guidance-lists.ts';
import { deniedSteps } from './0261-denied-steps.ts';
import { helperPapers } from './0263-helper-papers.ts';
import { cardAskings } from './0264-card-askings.ts';
import { everyRecheck } from './0265-every-recheck.ts';

/** Every step of the case file, in order. Add yours at its number; never change a released one. */
export const MIGRATIONS: readonly Migration[] = [
  ground,
  intake,
  outbox,
  catalogue,
  bundles,
  packages,
  caseTable,
  owedProgress,
  materialRoutes,
  owedInstead,
  sources,
  sourcesAway,
  queryConsents,
  originalMoves,
  originalsHereNow,
  pages,
  notices,
  signatures,
  noticeBatches,
  formValues,
  openBundles,
  moreParties,
  authorisedPowers,
  trips,
  crossing,
  guidance,
  overduePromises,
  clockLists,
  twoShelves,
  networkIdentity,
  sentOn,
  evaluations,
  catalogueRefusals,
  hallParts,
  unknownCodes,
  pagePrints,
  bundleAgain,
  guidedBundles,
  caseFlags,
  offlineAcceptances,
  expertQuestions,
  formPapers,
  quietCases,
  slipOffers,
  helpers,
  queryLog,
  wordsBefore,
  ownLook,
  identityRechecks,
  identityAlarm,
  guidanceLists,
  deniedSteps,
  helperPapers,
  cardAskings,
  everyRecheck,
];

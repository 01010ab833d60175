import type { NoticeKind } from '#contract/shapes/notice.ts';
import { acceptanceValues, commitmentValues, toleranceValues } from './acceptance-values.ts';
import { applicationValues } from './application-values.ts';
import { bundleValues } from './bundle-values.ts';
import { extensionValues, lapseValues, specialProcedureValues } from './clock-values.ts';
import { caseValues } from './common-values.ts';
import { correctionValues, refusalValues, slipValues } from './counter-values.ts';
import { type Filling, merged } from './filling.ts';
import { guidanceValues } from './guidance-values.ts';
import { helpConsentValues, helpListValues } from './help-values.ts';
import { collectionValues, handOverValues, referralValues, withdrawalValues } from './leaving-values.ts';
import type { NoticeFacts } from './notice-facts.ts';
import type { PaperFacts } from './paper-facts.ts';
import { complaintValues, notNeededValues, wrongOrganValues } from './told-values.ts';

/** What a template of each kind is filled with. The paper of the case is null for what belongs to no single case. */
export const kindValues: {
  readonly [K in NoticeKind]: (facts: NoticeFacts[K], paper: PaperFacts | null) => Partial<Filling>;
} = {
  'receipt-slip': ofCase(slipValues),
  acceptance: ofCase(acceptanceValues),
  correction: ofCase(correctionValues),
  refusal: ofCase(refusalValues),
  tolerance: ofCase(toleranceValues),
  commitment: ofCase(commitmentValues),
  'special-procedure': ofCase(specialProcedureValues),
  extension: ofCase(extensionValues),
  'not-needed': ofCase(notNeededValues),
  'wrong-organ': ofCase(wrongOrganValues),
  referral: ofCase(referralValues),
  withdrawal: ofCase(withdrawalValues),
  lapse: ofCase(lapseValues),
  collection: ofCase(collectionValues),
  'hand-over': handOverValues,
  complaint: complaintValues,
  'bundle-receipt': bundleValues,
  'application-form': applicationValues,
  'guidance-list': guidanceValues,
  'help-consent': helpConsentValues,
  'help-list': helpListValues,
};

function ofCase<F>(values: (facts: F, paper: PaperFacts) => Partial<Filling>) {
  return (facts: F, paper: PaperFacts | null): Partial<Filling> => {
    if (!paper) throw new RangeError('this paper is made from a case');
    return merged(caseValues(paper), values(facts, paper));
  };
}

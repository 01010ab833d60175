import type { NoticeKind } from '#contract/shapes/notice.ts';
import type { NoticeTemplate } from '#contract/shapes/notice-template.ts';
import { acceptance, correction, receiptSlip, refusal } from './at-the-counter.ts';
import { extension, lapse, specialProcedure } from './of-the-clocks.ts';
import { guidanceList } from './before-the-ticket.ts';
import { applicationForm } from './on-the-form.ts';
import { commitment, tolerance } from './on-a-promise.ts';
import { complaint, notNeeded, wrongOrgan } from './told-at-once.ts';
import { bundleReceipt, collection, handOver, referral, withdrawal } from './when-leaving.ts';
import { helpConsent, helpList } from './with-a-helper.ts';

/**
 * The wording that comes with the program. The version goes up with every change of a sentence, so that a paper
 * tells for ever which wording it was issued with.
 */
export const ownTemplates: Readonly<Record<NoticeKind, NoticeTemplate>> = {
  'receipt-slip': receiptSlip,
  acceptance,
  correction,
  refusal,
  tolerance,
  commitment,
  'special-procedure': specialProcedure,
  extension,
  'not-needed': notNeeded,
  'wrong-organ': wrongOrgan,
  referral,
  withdrawal,
  lapse,
  collection,
  'hand-over': handOver,
  complaint,
  'bundle-receipt': bundleReceipt,
  'application-form': applicationForm,
  'guidance-list': guidanceList,
  'help-consent': helpConsent,
  'help-list': helpList,
};

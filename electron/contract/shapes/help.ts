import { z } from 'zod';
import { CaseId, CaseState, ReceiptNumber } from './case.ts';
import { Day, Moment } from './day.ts';
import { ItemCode } from './item.ts';
import { NoticeId, NoticeSummary } from './notice.ts';
import { ClerkNumber } from './person.ts';
import { SigningState } from './signature.ts';

/** assist 帮办: beside the citizen · stand-in 代办: brings the papers of a citizen who is not there */
export const HelpMode = z.enum(['assist', 'stand-in']);

/** Everything that is done about a case. What of it is a helper's is `rules/intake/helping.ts`. */
export const HelpAct = z.enum([
  'explain',
  'fill-in',
  'bring-papers',
  'take-slip',
  'take-papers-back',
  'sign',
  'promise',
  'accept',
  'decide',
  'collect-result',
]);

/** 帮办员: a village cadre or somebody of a hall, known by the number of their badge. */
export const Helper = z.strictObject({
  name: z.string().trim().min(2).max(40),
  badge: z.string().trim().min(2).max(30),
  /** 便民服务点: the village point or hall the helper is of. */
  point: z.string().trim().min(2).max(60),
});

/** The citizen's word on a signed paper: from when to when, and for which items; none named: all of the visit. */
export const HelpConsent = z.strictObject({
  on: Day,
  until: Day,
  items: z.array(ItemCode).max(20),
  originalSeen: z.boolean(),
});

/** 帮办代办同意书 made here, for the citizen's screen; a consent on it is seen once it is signed. */
const ConsentPaper = z.strictObject({
  noticeId: NoticeId,
  documentNumber: z.string(),
  signing: SigningState,
});

/** Who helps in a visit, on whose word, and what they did. */
export const Help = z.strictObject({
  mode: HelpMode,
  helper: Helper,
  consent: HelpConsent.extend({ paper: ConsentPaper.nullable() }),
  did: z.array(z.strictObject({ act: HelpAct, atMs: Moment, clerk: ClerkNumber })),
});

/** One case of a helper: its own number and state, and whose it is, masked. */
export const HelpedCase = z.strictObject({
  caseId: CaseId,
  receiptNumber: ReceiptNumber,
  itemNameZh: z.string(),
  itemNameEn: z.string(),
  applicantName: z.string(),
  state: CaseState,
  day: Day.nullable(),
});

/** 村级代办清单: every slip one helper takes back, signed for once. */
export const HelpList = z.strictObject({
  id: z.uuid(),
  helper: Helper,
  madeAtMs: Moment,
  madeBy: ClerkNumber,
  cases: z.array(HelpedCase),
  /** 帮办代办清单 as it was printed; null for a list of before there was one. */
  paper: NoticeSummary.nullable(),
  /** Null until the helper counted the slips and signed. */
  taken: z.strictObject({ atMs: Moment, clerk: ClerkNumber }).nullable(),
});

export const HelpLists = z.strictObject({
  /** Received and in no list yet, helper by helper. */
  waiting: z.array(z.strictObject({ helper: Helper, cases: z.array(HelpedCase) })),
  /** Those nobody signed for first, then those of the last thirty days, newest first. */
  lists: z.array(HelpList),
});

export type HelpMode = z.output<typeof HelpMode>;
export type HelpAct = z.output<typeof HelpAct>;
export type Helper = z.output<typeof Helper>;
export type HelpConsent = z.output<typeof HelpConsent>;
export type Help = z.output<typeof Help>;
export type HelpedCase = z.output<typeof HelpedCase>;
export type HelpList = z.output<typeof HelpList>;
export type HelpLists = z.output<typeof HelpLists>;

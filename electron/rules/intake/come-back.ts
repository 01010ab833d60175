import type { CaseMaterial, CaseState, CorrectionEntry } from '#contract/shapes/case.ts';
import type { ServiceItem } from '#contract/shapes/item.ts';
import type { NoticeKind } from '#contract/shapes/notice.ts';
import type { Avoidance, ComeBack, DeliveryWay } from '#contract/shapes/trip.ts';

/** All that decides whether somebody must come once more for a case. */
export interface ComeBackFacts {
  readonly item: Pick<
    ServiceItem,
    | 'caseTypeCode'
    | 'commitment'
    | 'delivery'
    | 'limitSceneExplain'
    | 'maxVisits'
    | 'mustAppearInPerson'
    | 'mustAppearWhy'
  >;
  readonly state: CaseState;
  readonly materials: readonly CaseMaterial[];
  /** Ids of mandatory papers that did not come by any route. */
  readonly missing: readonly string[];
  readonly correction: readonly CorrectionEntry[];
  /** Notices that want a signature and have none. */
  readonly unsigned: readonly NoticeKind[];
  /** False where somebody acts for the applicant. */
  readonly applicantHere: boolean;
  readonly delivery: DeliveryWay | null;
  /** Visits so far, this one among them. */
  readonly visits: number;
}

/** Papers may still be brought. */
const WAITS_FOR_PAPERS: ReadonlySet<CaseState> = new Set([
  'draft',
  'received',
  'received-again',
  'awaiting-correction',
]);
const WAITS_FOR_ANSWER: ReadonlySet<CaseState> = new Set(['draft', 'received', 'received-again']);
const ENDED: ReadonlySet<CaseState> = new Set([
  'delivered',
  'refused',
  'closed-not-needed',
  'closed-wrong-organ',
  'closed-lapsed',
  'closed-returned',
  'referred',
  'withdrawn',
  'archived',
]);

/**
 * Everything that would make the citizen come back for this case, and what would spare it: asked before the ticket
 * is finished. Nothing in the list: nobody needs to come back.
 *
 * A case that ended can only lack a signature. A result that is fetched at the window is a trip unless it is handed
 * over now or sent; where the citizen was asked and wants to fetch it, it stays in the list as wanted.
 *
 * @source domain.md 12.1 F03, F15 不见面审批; 行政许可法 art. 29, 44
 */
export function comeBacks(facts: ComeBackFacts): ComeBack[] {
  const unsigned = facts.unsigned.map((notice) => ({ ...reason('signature-missing', ['sign-now']), notice }));
  if (isFinished(facts.state)) return unsigned;
  return [
    ...unsigned,
    ...papersToBring(facts),
    ...papersOwed(facts),
    ...(facts.state === 'blocked' ? [reason('waits-for-another', ['goes-on-by-itself'])] : []),
    ...answerPending(facts),
    ...applicantInPerson(facts),
    ...morePlanned(facts),
    ...collecting(facts),
  ];
}

/** Nothing more happens to it: there is nothing left to fetch. */
export function isFinished(state: CaseState): boolean {
  return ENDED.has(state);
}

/** Whether the citizen is to be asked before the ticket is finished: what they want needs no question. */
export function isToBeAsked(list: readonly ComeBack[]): boolean {
  return list.some(({ wanted }) => !wanted);
}

function papersToBring({ item, state, materials, missing, correction }: ComeBackFacts): ComeBack[] {
  if (!WAITS_FOR_PAPERS.has(state)) return [];
  const papers = materials
    .filter(({ id }) => missing.includes(id))
    .map((paper) => reason('papers-to-bring', waysAround(item, paper), paper.nameZh, paper.nameEn));
  const others =
    state === 'awaiting-correction'
      ? correction
          .filter(({ materialId }) => materialId === null)
          .map(({ say }) => reason('papers-to-bring', ['send-online', 'by-post'], say, say))
      : [];
  return [...papers, ...others];
}

function papersOwed({ item, materials }: ComeBackFacts): ComeBack[] {
  return materials
    .filter(({ asked, route }) => asked && route === 'later')
    .map((paper) => reason('paper-owed', waysAround(item, paper), paper.nameZh, paper.nameEn));
}

/** A paper that the organ keeps in original can be posted; every other may come as a file. */
function waysAround(item: ComeBackFacts['item'], paper: CaseMaterial): Avoidance[] {
  const { lookup, earlier, commitmentReplaceable, custody } = paper;
  const ways: Avoidance[] = [];
  if (earlier !== null) ways.push('reuse');
  if (lookup.connected && lookup.licence !== null) ways.push('licence');
  if (lookup.connected && lookup.query !== null) ways.push('shared-data');
  if (commitmentReplaceable && item.commitment) ways.push('commitment');
  ways.push(custody === 'keep_original' ? 'by-post' : 'send-online');
  return ways;
}

function answerPending({ state, missing, delivery }: ComeBackFacts): ComeBack[] {
  if (!WAITS_FOR_ANSWER.has(state) || missing.length > 0 || delivery === 'express') return [];
  return [{ ...reason('answer-pending', ['by-post']), wanted: delivery === 'counter' }];
}

function applicantInPerson({ item, applicantHere }: ComeBackFacts): ComeBack[] {
  if (!item.mustAppearInPerson || applicantHere) return [];
  return [reason('applicant-in-person', ['visit-at-home'], item.mustAppearWhy, item.mustAppearWhy)];
}

function morePlanned({ item, visits }: ComeBackFacts): ComeBack[] {
  const { limitSceneExplain, maxVisits } = item;
  if (maxVisits <= visits) return [];
  return [reason('more-visits-planned', [], limitSceneExplain, limitSceneExplain)];
}

function collecting({ item, state, delivery }: ComeBackFacts): ComeBack[] {
  if (delivery === 'express') return [];
  const ways: Avoidance[] = [];
  if (item.caseTypeCode === '1' && !WAITS_FOR_PAPERS.has(state)) ways.push('hand-over-now');
  if (item.delivery.includes('electronic')) ways.push('electronic-result');
  if (item.delivery.includes('express')) ways.push('express');
  return [{ ...reason('collect-result', ways), wanted: delivery === 'counter' }];
}

function reason(
  why: ComeBack['reason'],
  avoidedBy: readonly Avoidance[],
  aboutZh: string | null = null,
  aboutEn: string | null = null,
): ComeBack {
  return { reason: why, notice: null, aboutZh, aboutEn, avoidedBy: [...avoidedBy], wanted: false };
}

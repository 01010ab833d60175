import { type CaseState, Outcome, type OutcomeStanding, type RefusalReason } from '#contract/shapes/case.ts';
import type { ServiceItem } from '#contract/shapes/item.ts';
import { type CaseEvent, caseAfter } from './case-moves.ts';
import { type CrossingStanding, isPassedOn } from './crossing.ts';
import type { ConsentWord } from './helping.ts';
import type { ProofWord } from './identity-need.ts';
import { identityStanding, type IdentityWord, type PeopleStanding } from './party-standing.ts';
import type { RoleWord } from './roles-standing.ts';

/** Days a catalogue stays good for accepting while the province is away. @source domain.md 13.3 invariant 20 */
export const CATALOGUE_GOOD_FOR_DAYS = 7;
const DAY_MS = 86_400_000;

/** Everything that decides whether an outcome is open, gathered before deciding. */
export interface CaseFacts {
  readonly state: CaseState;
  readonly authority: ServiceItem['counterOutcomeAuthority'];
  /** What this hall may do with it, by its level and region. */
  readonly crossing: CrossingStanding;
  readonly offlineAccept: boolean;
  readonly people: PeopleStanding;
  /** What the proof of identity lacks for this item. */
  readonly proof: ProofWord | null;
  /** The first role that is not as it must be. */
  readonly roles: RoleWord | null;
  /** True where nobody acts for the applicant. */
  readonly authorised: boolean;
  /** What the consent to a helper lacks; null where it lets them help, and where nobody helps. */
  readonly helped: ConsentWord | null;
  /** Whoever stands there may vouch for the applicant. */
  readonly mayPromise: boolean;
  readonly openSituations: number;
  readonly wrongItem: boolean;
  /** Every field that is asked for is filled, rightly, and from one source. */
  readonly formWhole: boolean;
  /** The applicant signed what the form says now, or the item does not ask for it. */
  readonly formSigned: boolean;
  readonly missing: number;
  readonly later: number;
  /** Papers that only a commitment of the applicant stands for (告知承诺). */
  readonly committed: number;
  /** 视为受理: the five days ran out, nothing but accepting is left. */
  readonly deemedAccepted: boolean;
  readonly online: boolean;
  readonly catalogueAgeMs: number;
  /** The calendar reaches every day this case needs. */
  readonly calendarReaches: boolean;
  readonly numbersLeft: number;
}

export type OutcomeWord =
  | IdentityWord
  | ProofWord
  | RoleWord
  | ConsentWord
  | 'already-decided'
  | 'waits-for-step'
  | 'authorisation-missing'
  | 'promise-not-authorised'
  | 'situation-open'
  | 'wrong-item'
  | 'form-incomplete'
  | 'form-not-signed'
  | 'materials-missing'
  | 'nothing-missing'
  | 'notice-already-given'
  | 'department-seat-only'
  | 'receive-only-here'
  | 'outside-scope'
  | 'person-at-organ'
  | 'offline-not-allowed'
  | 'catalogue-too-old'
  | 'no-calendar'
  | 'no-number-left';

/** Every outcome with its standing, in the order of the act bar. */
export function outcomeStandings(facts: CaseFacts): OutcomeStanding[] {
  return Outcome.options.map((outcome) => {
    const because = outcomeStanding(outcome, facts);
    return { outcome, open: because === null, because };
  });
}

/**
 * Says why an outcome is not open, or null when it is.
 *
 * Checked in the order a clerk can mend things: is it still undecided, who is it, is everybody there who must be, may
 * somebody act or help for them, is it the right item, are the papers there, is the form filled, may this counter do it, may
 * it be done while the province is away. An item that only its own department may accept can be received here and
 * handed over, corrected, or sent elsewhere.
 *
 * @source 行政许可法 art. 32; domain.md 5.1, 5.2, 13.2, 13.3 invariants 5, 14, 15, 20
 */
export function outcomeStanding(outcome: Outcome, facts: CaseFacts): OutcomeWord | null {
  return (
    stateWord(outcome, facts) ??
    identityStanding(facts.people) ??
    proofWord(outcome, facts) ??
    facts.roles ??
    (facts.authorised ? null : 'authorisation-missing') ??
    helpedWord(outcome, facts) ??
    crossingWord(outcome, facts.crossing) ??
    ownWord[outcome](facts) ??
    (facts.calendarReaches ? null : 'no-calendar') ??
    (facts.state !== 'draft' || facts.numbersLeft > 0 ? null : 'no-number-left')
  );
}

/**
 * The same for every decision at the counter. Where no case is needed, or not here, only the person must be known:
 * they are told at once.
 *
 * @source 行政许可法 art. 32(1)(1)(2)
 */
export function decisionStanding(event: CaseEvent, facts: CaseFacts): OutcomeWord | null {
  // A commitment stands for papers, not for anything else that acceptance asks; who may give it is asked there.
  const outcome = Outcome.safeParse(event === 'accept-commitment' ? 'accept' : event);
  if (outcome.success) return outcomeStanding(outcome.data, facts);
  return (
    (caseAfter(facts.state, event) === null || facts.deemedAccepted ? 'already-decided' : null) ??
    identityStanding(facts.people) ??
    (facts.calendarReaches ? null : 'no-calendar') ??
    (facts.state !== 'draft' || facts.numbersLeft > 0 ? null : 'no-number-left')
  );
}

/** What is missing, and where a matter belongs, is told to anybody who is known. */
function proofWord(outcome: Outcome, { proof }: CaseFacts): ProofWord | null {
  return outcome === 'correct' || outcome === 'refuse' ? null : proof;
}

/** What is missing is told to whoever brings the papers; taking them in wants the citizen's word. */
function helpedWord(outcome: Outcome, { helped }: CaseFacts): ConsentWord | null {
  return outcome === 'correct' || outcome === 'refuse' ? null : helped;
}

/**
 * A refusal says where the matter belongs, so it is open everywhere. What is passed on is received and nothing more:
 * what is missing is told by the body that decides.
 *
 * @source domain.md 6 代收代办
 */
function crossingWord(outcome: Outcome, crossing: CrossingStanding): OutcomeWord | null {
  if (outcome === 'refuse') return null;
  if (crossing.may === 'not-here') {
    return crossing.because === 'person-at-organ' ? 'person-at-organ' : 'outside-scope';
  }
  return outcome !== 'receive' && isPassedOn(crossing) ? 'receive-only-here' : null;
}

/** Where the counter only receives, it may refuse what belongs elsewhere or needs no case, and nothing else. */
export function refusalStanding(
  reason: RefusalReason,
  { authority, crossing }: Pick<CaseFacts, 'authority' | 'crossing'>,
): 'department-seat-only' | 'receive-only-here' | null {
  const belongsElsewhere = reason === 'not-competent' || reason === 'not-required';
  if (!belongsElsewhere && isPassedOn(crossing)) return 'receive-only-here';
  return authority === 'accept_on_behalf' || belongsElsewhere ? null : 'department-seat-only';
}

const ownWord: Readonly<Record<Outcome, (facts: CaseFacts) => OutcomeWord | null>> = {
  receive: ({ wrongItem }) => (wrongItem ? 'wrong-item' : null),
  accept: (facts) =>
    rightItemWord(facts) ??
    (facts.missing > 0 || facts.later > 0 ? 'materials-missing' : null) ??
    (facts.committed > 0 ? promiseWord(facts) : null) ??
    formWord(facts) ??
    acceptanceWord(facts),
  'accept-tolerant': (facts) =>
    rightItemWord(facts) ??
    (facts.missing > 0 ? 'materials-missing' : null) ??
    (facts.later === 0 ? 'nothing-missing' : null) ??
    promiseWord(facts) ??
    formWord(facts) ??
    acceptanceWord(facts),
  correct: (facts) => rightItemWord(facts) ?? (facts.missing === 0 ? 'nothing-missing' : null),
  refuse: () => null,
};

function stateWord(outcome: Outcome, { state, deemedAccepted }: CaseFacts): OutcomeWord | null {
  if (state === 'blocked') return 'waits-for-step';
  if (outcome === 'correct' && state === 'awaiting-correction') return 'notice-already-given';
  if (caseAfter(state, eventOf[outcome]) === null) return 'already-decided';
  return deemedAccepted && (outcome === 'correct' || outcome === 'refuse') ? 'already-decided' : null;
}

const eventOf: Readonly<Record<Outcome, CaseEvent>> = {
  receive: 'receive',
  accept: 'accept',
  'accept-tolerant': 'accept-tolerant',
  correct: 'correct',
  refuse: 'refuse',
};

function rightItemWord({ openSituations, wrongItem }: CaseFacts): OutcomeWord | null {
  if (openSituations > 0 && !wrongItem) return 'situation-open';
  return wrongItem ? 'wrong-item' : null;
}

/** A promise binds the applicant: whoever stands there makes it only where the applicant let them. */
function promiseWord({ mayPromise }: CaseFacts): OutcomeWord | null {
  return mayPromise ? null : 'promise-not-authorised';
}

/** What is to be typed is typed at the window: no notice is needed for it, and no acceptance goes without it. */
function formWord({ formWhole, formSigned }: CaseFacts): OutcomeWord | null {
  if (!formWhole) return 'form-incomplete';
  return formSigned ? null : 'form-not-signed';
}

function acceptanceWord(facts: CaseFacts): OutcomeWord | null {
  if (facts.authority === 'department_seat_only') return 'department-seat-only';
  if (facts.online) return null;
  if (!facts.offlineAccept) return 'offline-not-allowed';
  return facts.catalogueAgeMs > CATALOGUE_GOOD_FOR_DAYS * DAY_MS ? 'catalogue-too-old' : null;
}

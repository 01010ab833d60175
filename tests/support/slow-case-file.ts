/** What a slow clerk keeps of a case, and the words for what may happen to it. */

export interface SlowCase {
  state: string;
  missing: boolean;
  /** The day a secondary paper is promised for; null while it is here. */
  promisedFor: string | null;
  /** Another secondary paper is stood for by a commitment. */
  committed: boolean;
  receivedOn: string | null;
  noticeDue: string | null;
  correctBy: string | null;
  allInOn: string | null;
  acceptedOn: string | null;
  promised: string | null;
  legal: string | null;
  pausedSince: string | null;
  extended: boolean;
  /** An original lies at the counter. */
  originals: boolean;
  acts: number;
}

export function freshCase(): SlowCase {
  return {
    state: 'draft',
    missing: false,
    promisedFor: null,
    committed: false,
    receivedOn: null,
    noticeDue: null,
    correctBy: null,
    allInOn: null,
    acceptedOn: null,
    promised: null,
    legal: null,
    pausedSince: null,
    extended: false,
    originals: false,
    acts: 0,
  };
}

export type SlowEvent =
  | 'receive'
  | 'accept'
  | 'correct'
  | 'correct-again'
  | 'all-in'
  | 'refuse'
  | 'not-needed'
  | 'wrong-organ'
  | 'refer'
  | 'withdraw'
  | 'start-special'
  | 'end-special'
  | 'extend'
  | 'fill-owed'
  | 'remind'
  | 'return'
  | 'end'
  | 'grant'
  | 'deny'
  | 'make-result'
  | 'deliver'
  | 'send'
  | 'hand-over'
  | 'archive';

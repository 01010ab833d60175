import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CallName, Input } from '#contract/calls.ts';
import type { VisitId } from '#contract/shapes/case.ts';
import type { QueueCode, QueueView, Ticket, TicketId, WindowNumber } from '#contract/shapes/ticket.ts';
import type { Desk } from '../desk.ts';
import { tell, type Setback } from './asking.ts';

/** The acts of the queue column, named as the keyboard map names them. */
export type QueueAct =
  | 'call-next'
  | 'call-chosen'
  | 'recall'
  | 'arrive'
  | 'pass'
  | 'requeue'
  | 'hold'
  | 'resume'
  | 'transfer'
  | 'finish'
  | 'cancel'
  | 'walk-in'
  | 'take'
  | 'take-up-left'
  | 'drop-left';

export interface TransferTo {
  readonly ticketId?: TicketId;
  readonly toQueue?: QueueCode;
  readonly toWindow?: WindowNumber;
  readonly reason: string;
  /** For the clerk who calls it. */
  readonly note?: string;
}

export interface QueueState {
  readonly view: QueueView | null;
  /** This screen's own clock when the view came, so that waiting times run on between looks. */
  readonly seenAtMs: number;
  /** The list could not be read again: it is as old as `view.readAtMs` says. */
  readonly stale: boolean;
  readonly busy: QueueAct | null;
  readonly setback: { readonly act: QueueAct; readonly setback: Setback } | null;
  /** The ticket this window finished last, since the screen was opened. */
  readonly finished: { readonly ticket: Ticket; readonly atMs: number } | null;
  readonly look: () => Promise<void>;
  readonly callNext: () => Promise<boolean>;
  readonly callChosen: (ticketId: TicketId, reason: string) => Promise<boolean>;
  readonly recall: () => Promise<boolean>;
  readonly arrive: () => Promise<boolean>;
  readonly pass: (reason: string) => Promise<boolean>;
  readonly requeue: (ticketId: TicketId) => Promise<boolean>;
  readonly hold: (reason: string) => Promise<boolean>;
  readonly resume: (ticketId: TicketId) => Promise<boolean>;
  readonly transfer: (to: TransferTo) => Promise<boolean>;
  readonly finish: () => Promise<boolean>;
  readonly cancel: (ticketId: TicketId, reason: string) => Promise<boolean>;
  readonly walkIn: (queue: QueueCode) => Promise<boolean>;
  readonly take: (input: Input<'queue.take'>) => Promise<boolean>;
  readonly takeUpLeft: (leftId: VisitId) => Promise<boolean>;
  readonly dropLeft: (leftId: VisitId, reason: string) => Promise<boolean>;
  readonly forgetSetback: () => void;
}

export type QueueStore = StoreApi<QueueState>;

/**
 * The queue as this window last saw it. After every act, and after an act whose outcome is unknown,
 * it looks again: the hall board holds the truth. News that come during an act are seen with that look: a ticket that
 * is shown before the act is over could be pressed, and nothing would happen.
 */
export function createQueueStore(desk: Desk, nowMs: () => number): QueueStore {
  return createStore<QueueState>()((set, get) => {
    let acting: Promise<unknown> = Promise.resolve();
    const look = async () => {
      const told = await tell(desk, 'queue.view', {});
      if (told.ok) set({ view: told.value, seenAtMs: nowMs(), stale: false });
      else set({ stale: true });
    };
    const act = async <N extends CallName>(name: QueueAct, call: N, input: Input<N>): Promise<boolean> => {
      if (get().busy) return false;
      set({ busy: name, setback: null });
      const done = acted(name, call, input);
      acting = done;
      return done;
    };
    const acted = async <N extends CallName>(name: QueueAct, call: N, input: Input<N>): Promise<boolean> => {
      try {
        const told = await tell(desk, call, input);
        if (!told.ok) set({ setback: { act: name, setback: told.setback } });
        await look();
        return told.ok;
      } finally {
        set({ busy: null });
      }
    };
    return {
      view: null,
      seenAtMs: 0,
      stale: false,
      busy: null,
      setback: null,
      finished: null,
      look: async () => {
        await (get().busy ? acting : look());
      },
      // Made here, so that asking again after an unknown outcome calls nobody twice.
      callNext: () => act('call-next', 'queue.call-next', { callId: crypto.randomUUID() }),
      callChosen: (ticketId, reason) => act('call-chosen', 'queue.call', { ticketId, reason }),
      recall: () => act('recall', 'queue.recall', {}),
      arrive: () => act('arrive', 'queue.arrive', {}),
      pass: (reason) => act('pass', 'queue.pass', { reason }),
      requeue: (ticketId) => act('requeue', 'queue.requeue', { ticketId }),
      hold: (reason) => act('hold', 'queue.hold', { reason }),
      resume: (ticketId) => act('resume', 'queue.resume', { ticketId }),
      transfer: (to) => act('transfer', 'queue.transfer', to),
      finish: async () => {
        const inHand = get().view?.inHand;
        const done = await act('finish', 'queue.finish', {});
        const atMs = get().view?.readAtMs;
        if (done && inHand && atMs !== undefined) set({ finished: { ticket: inHand, atMs } });
        return done;
      },
      cancel: (ticketId, reason) => act('cancel', 'queue.cancel', { ticketId, reason }),
      walkIn: (queue) => act('walk-in', 'queue.walk-in', { queue }),
      take: (input) => act('take', 'queue.take', { takeId: crypto.randomUUID(), ...input }),
      takeUpLeft: (leftId) => act('take-up-left', 'queue.take-up-left', { leftId }),
      dropLeft: (leftId, reason) => act('drop-left', 'queue.drop-left', { leftId, reason }),
      forgetSetback: () => set({ setback: null }),
    };
  });
}

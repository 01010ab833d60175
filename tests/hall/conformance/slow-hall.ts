import { type QueueCode, TicketId } from '#contract/shapes/ticket.ts';
import type { HallRules } from '#desk/hall/hall-rules.ts';
import { at, unknownTicket } from './hall-under-test.ts';

interface Person {
  readonly id: string;
  queue: QueueCode;
  state: 'waiting' | 'called' | 'serving' | 'held' | 'passed' | 'gone';
  window: number | null;
  standing: 'priority' | 'transferred' | 'ordinary' | 'returned';
  /** Whom they stood behind when they came back; themselves before that. */
  behind: Person | null;
  calls: number;
  cameBack: boolean;
  today: boolean;
}

export type Happening =
  | { readonly do: 'take'; readonly queue: QueueCode; readonly hurried: boolean }
  | { readonly do: 'walk-in'; readonly queue: QueueCode; readonly window: number }
  | { readonly do: 'call' | 'resume'; readonly window: number; readonly nth: number }
  | {
      readonly do: 'call-next' | 'recall' | 'arrive' | 'pass' | 'hold' | 'finish';
      readonly window: number;
    }
  | { readonly do: 'requeue' | 'cancel'; readonly nth: number }
  | {
      readonly do: 'transfer';
      readonly nth: number;
      readonly queue: QueueCode | null;
      readonly to: number | null;
    };

interface Outcome {
  readonly id: string | null;
  readonly refusal: string | null;
}

const FITS = {
  call: ['waiting'],
  resume: ['held'],
  requeue: ['passed'],
  cancel: ['waiting'],
  transfer: ['waiting', 'called', 'serving'],
} as const satisfies Record<Extract<Happening, { readonly nth: number }>['do'], readonly Person['state'][]>;

/**
 * A hall as a greeter would keep it on paper: one long line of people, in the order of their places.
 * Slow, without turns, statements or a table of moves, so that it cannot share a mistake with the board.
 */
export class SlowHall {
  callsInTurn = 0;
  readonly #rules: HallRules;
  readonly #people: Person[] = [];
  readonly #line: Person[] = [];
  /** Priority people a window called in a row. */
  readonly #run = new Map<number, number>();

  constructor(rules: HallRules) {
    this.#rules = rules;
  }

  /** The ticket an event is about: mostly one it can happen to. */
  idFor(event: Extract<Happening, { readonly nth: number }>): TicketId {
    const person = this.#at(event);
    return person ? TicketId.parse(person.id) : unknownTicket;
  }

  happens(event: Happening, given: string | null): Outcome {
    switch (event.do) {
      case 'take':
        return this.#yes(this.#comes(given, event.queue, event.hurried));
      case 'walk-in': {
        if (this.#inHand(event.window)) return no('ticket-in-hand');
        const person = this.#comes(given, event.queue, false);
        this.callsInTurn += 1;
        return this.#yes(Object.assign(person, { state: 'serving', window: event.window, calls: 1 }));
      }
      case 'call-next': {
        if (this.#inHand(event.window)) return no('ticket-in-hand');
        const next = this.#order(event.window)[0];
        if (!next) return no('nobody-waiting');
        this.callsInTurn += 1;
        return this.#called(next, event.window);
      }
      case 'call': {
        const person = this.#at(event);
        if (!person) return no('no-such-ticket');
        if (this.#inHand(event.window)) return no('ticket-in-hand');
        if (person.state !== 'waiting') return no('not-waiting');
        return this.#mayCall(event.window, person)
          ? this.#called(person, event.window)
          : no('not-served-here');
      }
      case 'recall':
      case 'arrive':
      case 'pass':
        return this.#whileCalled(event.do, event.window);
      case 'hold':
      case 'finish': {
        const person = this.#inHand(event.window);
        if (!person) return no('no-ticket-in-hand');
        if (person.state !== 'serving') return no('not-serving');
        person.state = event.do === 'hold' ? 'held' : 'gone';
        return this.#yes(person);
      }
      case 'resume': {
        const person = this.#at(event);
        if (!person) return no('no-such-ticket');
        if (person.state !== 'held') return no('not-held');
        if (person.window !== event.window) return no('held-elsewhere');
        if (this.#inHand(event.window)) return no('ticket-in-hand');
        person.state = 'serving';
        return this.#yes(person);
      }
      case 'requeue':
        return this.#comesBack(this.#at(event));
      case 'cancel': {
        const person = this.#at(event);
        if (!person) return no('no-such-ticket');
        if (person.state !== 'waiting') return no('not-waiting');
        person.state = 'gone';
        return this.#yes(person);
      }
      case 'transfer':
      default:
        return this.#isSent(this.#at(event), event.queue, event.to);
    }
  }

  /** How many the end of the day sends home. */
  midnight(): number {
    let sentHome = 0;
    for (const person of this.#people) {
      person.today = false;
      if (person.state === 'gone' || person.state === 'serving') continue;
      person.state = 'gone';
      sentHome += 1;
    }
    this.#run.clear();
    return sentHome;
  }

  lineOf(window: number): readonly string[] {
    return this.#order(window).map((person) => person.id);
  }

  inHandOf(window: number): string | null {
    return this.#inHand(window)?.id ?? null;
  }

  #comes(id: string | null, queue: QueueCode, hurried: boolean): Person {
    const person: Person = {
      id: id ?? 'refused',
      queue,
      state: 'waiting',
      window: null,
      standing: hurried ? 'priority' : 'ordinary',
      behind: null,
      calls: 0,
      cameBack: false,
      today: true,
    };
    this.#people.push(person);
    this.#line.push(person);
    return person;
  }

  #comesBack(person: Person | undefined): Outcome {
    if (!person) return no('no-such-ticket');
    if (!person.today) return no('not-today');
    if (person.state !== 'passed') return no('not-passed');
    if (person.cameBack) return no('already-returned-once');

    const queue = this.#line.filter(
      (other) =>
        other.state === 'waiting' &&
        other.queue === person.queue &&
        (other.standing === 'ordinary' || other.standing === 'returned'),
    );
    const behind = queue[Math.min(queue.length, 3) - 1];
    this.#line.splice(this.#line.indexOf(person), 1);
    person.behind = behind ? (behind.behind ?? behind) : null;
    // Whoever came back earlier to the same place stays before.
    const lastThere = behind
      ? this.#line.findLastIndex((other) => other === behind || (other.behind ?? other) === person.behind)
      : this.#line.length - 1;
    this.#line.splice(lastThere + 1, 0, person);
    Object.assign(person, { state: 'waiting', window: null, standing: 'returned', calls: 0, cameBack: true });
    return this.#yes(person);
  }

  #isSent(person: Person | undefined, queue: QueueCode | null, to: number | null): Outcome {
    if (!person) return no('no-such-ticket');
    if (!['waiting', 'called', 'serving'].includes(person.state)) return no('cannot-move-now');
    person.state = 'waiting';
    person.window = to;
    person.queue = queue ?? person.queue;
    person.calls = 0;
    if (person.standing !== 'priority') person.standing = 'transferred';
    return this.#yes(person);
  }

  #whileCalled(step: 'recall' | 'arrive' | 'pass', window: number): Outcome {
    const person = this.#inHand(window);
    if (!person) return no('no-ticket-in-hand');
    if (person.state !== 'called') return no('already-arrived');
    if (step === 'arrive') person.state = 'serving';
    if (step === 'recall') person.calls += 1;
    if (step === 'pass') {
      if (person.calls - 1 < this.#rules.recallsBeforePass) return no('call-again-first');
      person.state = 'passed';
    }
    return this.#yes(person);
  }

  #called(person: Person, window: number): Outcome {
    this.#run.set(window, person.standing === 'priority' ? (this.#run.get(window) ?? 0) + 1 : 0);
    Object.assign(person, { state: 'called', window, calls: 1 });
    return this.#yes(person);
  }

  /** Asks again and again who is next, as if each had been called. */
  #order(window: number): Person[] {
    let left = this.#line.filter((person) => person.state === 'waiting' && this.#mayCall(window, person));
    let run = this.#run.get(window) ?? 0;
    const order: Person[] = [];
    while (left.length > 0) {
      const first = left.find((person) => person.standing === 'priority');
      const other =
        left.find((person) => person.standing === 'transferred') ??
        left.find((person) => person.standing !== 'priority');
      const next = first && (run < this.#rules.priorityInARow || !other) ? first : other;
      if (!next) break;
      order.push(next);
      run = next.standing === 'priority' ? run + 1 : 0;
      left = left.filter((person) => person !== next);
    }
    return order;
  }

  #mayCall(window: number, person: Person): boolean {
    if (person.window !== null) return person.window === window;
    return (this.#rules.windows.get(at(window).window) ?? []).includes(person.queue);
  }

  #inHand(window: number): Person | undefined {
    return this.#people.find(
      (person) => person.window === window && (person.state === 'called' || person.state === 'serving'),
    );
  }

  #at({ do: what, nth }: Extract<Happening, { readonly nth: number }>): Person | undefined {
    const fitting = this.#people.filter((person) => FITS[what].some((state) => state === person.state));
    if (nth % 4 > 0 && fitting.length > 0) return fitting[nth % fitting.length];
    return this.#people[nth % (this.#people.length + 1)];
  }

  #yes(person: Person): Outcome {
    return { id: person.id, refusal: null };
  }
}

const no = (refusal: string): Outcome => ({ id: null, refusal });

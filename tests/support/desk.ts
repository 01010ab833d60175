import type { Answer, CallName, Input } from '#contract/calls.ts';
import type { EventName, EventValue } from '#contract/events.ts';
import type { Desk, DeskRefusal } from '#renderer/desk.ts';

type Answers = {
  readonly [N in CallName]?: Answer<N> | ((input: Input<N>) => Answer<N> | Promise<Answer<N>>);
};

export interface Asked {
  readonly name: CallName;
  readonly input: unknown;
}

/** A desk with set answers: it remembers what was asked and can say news. */
export interface SetDesk extends Desk {
  readonly asked: readonly Asked[];
  /** Changes what it answers from now on. */
  readonly answer: (answers: Answers) => void;
  readonly say: <N extends EventName>(name: N, value: EventValue<N>) => void;
  readonly die: () => void;
  readonly comeBack: () => void;
  readonly refuseToStart: (refusal: DeskRefusal) => void;
}

/** A desk that gives these answers and fails loudly on any other question. */
export function deskThatAnswers(answers: Answers): SetDesk {
  let known: Answers = answers;
  const asked: Asked[] = [];
  const heard = new Map<string, Set<(value: never) => void>>();
  const listen = (name: string, listener: (value: never) => void) => {
    const listeners = heard.get(name) ?? new Set();
    heard.set(name, listeners.add(listener));
    return () => void listeners.delete(listener);
  };
  const tell = (name: string, value: unknown) => {
    // The map forgets which news a listener wanted; `hear` and `say` agree by name.
    for (const listener of heard.get(name) ?? []) Reflect.apply(listener, undefined, [value]);
  };
  return {
    asked,
    ask: async <N extends CallName>(name: N, input: Input<N>): Promise<Answer<N>> => {
      asked.push({ name, input });
      const answer = known[name];
      if (answer === undefined) throw new Error(`nobody expected ${name}`);
      return typeof answer === 'function' ? answer(input) : answer;
    },
    hear: (name, listener) => listen(name, listener),
    onGone: (listener) => listen('desk.gone', listener),
    onBack: (listener) => listen('desk.back', listener),
    onRefused: (listener) => listen('desk.refused', listener),
    answer: (more) => {
      known = { ...known, ...more };
    },
    say: (name, value) => tell(name, value),
    die: () => tell('desk.gone', {}),
    comeBack: () => tell('desk.back', {}),
    refuseToStart: (refusal) => tell('desk.refused', refusal),
  };
}

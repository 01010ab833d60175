import type { DeskBridge } from '#contract/bridge.ts';
import type { Answer, CallName, Input } from '#contract/calls.ts';
import type { EventName, EventValue } from '#contract/events.ts';
import type * as ToldShapes from './told-shapes.ts';

declare global {
  interface Window {
    /** Put there by the preload script; absent in an ordinary browser. */
    readonly desk?: DeskBridge;
  }
}

/** Why the desk could not start at all: a word for the technician and one plain sentence. */
export interface DeskRefusal {
  readonly code: string;
  readonly message: string;
}

/** The desk process as the front desk sees it. */
export interface Desk {
  ask<N extends CallName>(name: N, input: Input<N>): Promise<Answer<N>>;
  hear<N extends EventName>(name: N, listener: (value: EventValue<N>) => void): () => void;
  onGone(listener: () => void): () => void;
  onBack(listener: () => void): () => void;
  onRefused(listener: (refusal: DeskRefusal) => void): () => void;
}

const FIRST_PICTURE_MS = 250;

/** Something went wrong inside the desk. The log knows the number; the sentence is for a person. */
export class DeskFault extends Error {
  readonly number: string;
  readonly sentence: string;

  constructor(number: string, sentence: string) {
    super(`${number}|${sentence}`);
    this.name = 'DeskFault';
    this.number = number;
    this.sentence = sentence;
  }
}

/** The desk process died before it answered: whether the act was done is not known. */
export class DeskGone extends Error {
  override readonly name = 'DeskGone';
}

/**
 * The desk over the preload bridge. News is checked here, because it arrives unasked.
 *
 * @throws DeskFault, DeskGone (from `ask`)
 */
export function deskOver(bridge: DeskBridge): Desk {
  const hearPlain = (name: string, listener: (value: unknown) => void) =>
    bridge.hear((heard, value) => {
      if (heard === name) listener(value);
    });
  return {
    ask: async (name, input) => {
      const asked = await bridge.ask(name, input);
      if (asked.kind === 'fault') throw new DeskFault(asked.fault.number, asked.fault.message);
      if (asked.kind === 'gone') throw new DeskGone(`the desk was gone before it answered ${name}`);
      const known = fieldsOf(asked.answer)['ok'] === true ? null : await readShapes();
      if (isAnswer(name, asked.answer, known)) return asked.answer;
      throw new Error(`the answer to ${name} has an unknown shape`);
    },
    hear: <N extends EventName>(name: N, listener: (value: EventValue<N>) => void) => {
      let isListening = true;
      const take = (known: Shapes, value: unknown): void => {
        const news = known.readNews(name, value);
        if (!news) reportError(new Error(`news ${name} has an unknown shape`));
        else if (isListening) listener(news);
      };
      const stop = hearPlain(name, (value) => {
        // What comes before they are here waits in its order.
        if (shapes) take(shapes, value);
        else void firstPicture.then(readShapes).then((known) => take(known, value));
      });
      return () => {
        isListening = false;
        stop();
      };
    },
    onGone: (listener) => hearPlain('desk.gone', listener),
    onBack: (listener) => hearPlain('desk.back', listener),
    onRefused: (listener) => hearPlain('desk.refused', (value) => listener(readRefusal(value))),
  };
}

function readRefusal(value: unknown): DeskRefusal {
  const { code, message } = fieldsOf(value);
  return typeof code === 'string' && typeof message === 'string'
    ? { code, message }
    : { code: 'unknown', message: '' };
}

/**
 * The desk checked the value against the contract before it sent it: only the envelope is looked at here.
 *
 * @param known what a "no" is checked against
 */
function isAnswer<N extends CallName>(name: N, answer: unknown, known: Shapes | null): answer is Answer<N> {
  const { ok, refusal } = fieldsOf(answer);
  if (ok === true) return true;
  return ok === false && typeof refusal === 'string' && known?.isRefusalOf(name, refusal) === true;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

type Shapes = typeof ToldShapes;

let shapes: Shapes | null = null;

/** The first news come while the window is drawn for the first time, and tell nothing that it did not ask. */
const firstPicture = new Promise<void>((drawn) => void setTimeout(drawn, FIRST_PICTURE_MS));

async function readShapes(): Promise<Shapes> {
  return (shapes ??= await import('./told-shapes.ts'));
}

import type { Kind } from '#contract/call.ts';
import type { CallName, Calls } from '#contract/calls.ts';
import { Question, type Told } from '#contract/wire.ts';
import { storeTroubleOf } from '#native/sqlite/trouble.ts';
import { type Answering, type Asker, type Desk, no } from './answering.ts';
import { withoutCatalogue } from './catalogue/first-catalogue.ts';
import { type Faults, Stopping, UnknownCall } from './faults.ts';

/** Every call of the contract with the code that answers it. A missing one does not compile. */
export type EveryAnswer = { readonly [N in CallName]: Answering<Calls[N]> };

type Understood = ReturnType<typeof Question.safeParse>;

/** Answers questions, one after another or many at once, until it is told to stop. */
export interface Questions {
  /** `raw` is what came over the line; `seat` is who asks. Always settles, never throws. */
  readonly ask: (raw: unknown, seat: string) => Promise<Told>;
  /** Begins nothing more and waits for what is under way, at most so long. */
  readonly finish: (withinMs: number) => Promise<void>;
}

/** @param suffered hears everything a handler threw: the watch over the disk looks for its own trouble there */
export function openQuestions(
  answers: Partial<EveryAnswer>,
  desk: Desk,
  faults: Faults,
  suffered: (thrown: unknown) => void,
): Questions {
  const byName = new Map(Object.entries(answers));
  const underWay = new Set<Promise<Told>>();
  /** Seat → its sign-in, lock or sign-out that is under way: what is asked after it waits to know who asks. */
  const changing = new Map<string, Promise<Told>>();
  let stopping = false;

  const answered = async (
    raw: unknown,
    question: Understood,
    seat: string,
    before: Promise<Told> | undefined,
    isLate: boolean,
  ): Promise<Told> => {
    if (!question.success) {
      const asked = new UnknownCall(
        'a question is {"no": a number from 1, "name": a call, "input": its input}',
      );
      return { no: numberOf(raw), fault: faults.make(asked, null) };
    }
    const { no: number, name, input } = question.data;
    await before;
    try {
      if (isLate) throw new Stopping('the desk is ending; ask again when it is back');
      const answering = byName.get(name);
      if (!answering) throw new UnknownCall('there is no such call; desk --contract prints them all');
      if (isShutForWriting(answering.entry.kind, name, desk)) return { no: number, answer: no('disk-full') };
      const answer = await answering.answer(name, input, askerAt(seat, name, desk), desk);
      return { no: number, answer: withoutCatalogue(name, answer, desk.parts) };
    } catch (thrown) {
      suffered(thrown);
      if (storeTroubleOf(thrown) === 'disk-full') return { no: number, answer: no('disk-full') };
      return { no: number, fault: faults.make(thrown, byName.has(name) ? name : null) };
    }
  };

  return {
    ask: (raw, seat) => {
      const question = Question.safeParse(raw);
      const told = answered(raw, question, seat, changing.get(seat), stopping);
      underWay.add(told);
      if (changesSeat(question)) changing.set(seat, told);
      void told.finally(() => {
        underWay.delete(told);
        if (changing.get(seat) === told) changing.delete(seat);
      });
      return told;
    },
    finish: async (withinMs) => {
      stopping = true;
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((done) => {
        timer = setTimeout(done, withinMs);
      });
      await Promise.race([Promise.allSettled(underWay), late]);
      clearTimeout(timer);
    },
  };
}

/**
 * Who asks. Somebody who must still change a first password counts as not signed in, except for the calls
 * that let him do it.
 */
function askerAt(seat: string, name: string, desk: Desk): Asker {
  const { staff, locked, mustChangePassword } = desk.parts.sessions.at(seat);
  const mayOnlyChange = mustChangePassword && !name.startsWith('access.');
  return { seat, staff: mayOnlyChange ? null : staff, locked };
}

/** On a full disk the reserve is for what is owed already: nothing new is written, signing out still works. */
function isShutForWriting(kind: Kind, name: string, desk: Desk): boolean {
  return kind === 'write' && !name.startsWith('access.') && desk.parts.disk.trouble() === 'disk-full';
}

function changesSeat(question: Understood): boolean {
  return (
    question.success && question.data.name.startsWith('access.') && question.data.name !== 'access.session'
  );
}

function numberOf(raw: unknown): number {
  const has = typeof raw === 'object' && raw !== null && 'no' in raw ? raw.no : 0;
  return typeof has === 'number' && Number.isSafeInteger(has) && has > 0 ? has : 0;
}

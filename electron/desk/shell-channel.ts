import { ToDesk, type ToShell } from '#contract/shell.ts';
import type { Told } from '#contract/wire.ts';

type Start = Extract<ToDesk, { readonly shell: 'start' }>;

/** The end of a child process's message channel, as Node gives it. */
export interface Channel {
  readonly send: (message: ToShell) => void;
  readonly hear: (message: (said: unknown) => void, closed: () => void) => void;
}

/** What the shell may want of a running desk. */
export interface DeskDoor {
  readonly ask: (raw: unknown, seat: string) => Promise<Told>;
  readonly seatGone: (seat: string) => void;
  readonly pressed: (job: string, pdf: Uint8Array | null, why: string) => void;
}

/** The line to the shell: it starts us, passes on what its windows ask, and stops us. */
export interface ShellChannel {
  readonly started: Promise<Start>;
  /** Resolves when the shell asks to stop, or is gone. */
  readonly over: Promise<void>;
  readonly say: (message: ToShell) => void;
  /** From now on questions go to `door`; what came before is answered now. */
  readonly serve: (door: DeskDoor) => void;
}

/** Speaks `contract/shell.ts`. A message that is not in it is told to `strange` and dropped. */
export function shellChannel(channel: Channel, strange: () => void): ShellChannel {
  const started = Promise.withResolvers<Start>();
  const over = Promise.withResolvers<void>();
  const early: ToDesk[] = [];
  let door: DeskDoor | null = null;

  const answer = async (open: DeskDoor, window: string, question: unknown): Promise<void> => {
    channel.send({ desk: 'told', window, told: await open.ask(question, window) });
  };
  const take = (said: ToDesk): void => {
    if (said.shell === 'start') started.resolve(said);
    else if (said.shell === 'stop') over.resolve();
    else if (!door) early.push(said);
    else if (said.shell === 'question') void answer(door, said.window, said.question);
    else if (said.shell === 'window-gone') door.seatGone(said.window);
    else door.pressed(said.job, said.pdf, said.why);
  };

  channel.hear(
    (raw) => {
      const said = ToDesk.safeParse(raw);
      if (said.success) take(said.data);
      else strange();
    },
    () => over.resolve(),
  );

  return {
    started: started.promise,
    over: over.promise,
    say: channel.send,
    serve: (opened) => {
      door = opened;
      for (const said of early.splice(0)) take(said);
    },
  };
}

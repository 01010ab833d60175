import path from 'node:path';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import type { Reply } from '#contract/call.ts';
import { Staff } from '#contract/shapes/person.ts';
import { Ticket } from '#contract/shapes/ticket.ts';
import type { Asker } from '#desk/answering.ts';
import type { Board } from '#desk/hall/board.ts';
import { openEmbeddedBoard } from '#desk/hall/embedded-board.ts';
import { hallRulesOf } from '#desk/hall/hall-rules.ts';
import { queueAnswers } from '#desk/handlers/queue.ts';
import type { Parts } from '#desk/parts.ts';
import { DEMO_SITE } from '#desk/settings/demo-site.ts';
import { asker, deskOver } from '../support/desk-parts.ts';
import { type IntakeDesk, intakeDesk } from '../support/intake-desk.ts';
import { movedClock } from '../support/moved-clock.ts';
import { tempHome } from '../support/temp-home.ts';
import { KEY_HEX } from './embedded-hall.ts';

type QueueCall = keyof typeof queueAnswers;

export interface QueueDesk {
  readonly intake: IntakeDesk;
  readonly board: Board;
  readonly clock: ReturnType<typeof movedClock>;
  readonly ask: (name: QueueCall, input?: unknown, who?: Asker) => Promise<Reply<unknown, string>>;
  /** The ticket of an answer that must be a yes. */
  readonly ticketFrom: (name: QueueCall, input?: unknown) => Promise<Ticket>;
  readonly refusalOf: (name: QueueCall, input?: unknown, who?: Asker) => Promise<string>;
  readonly takes: (queue?: string) => Promise<Ticket>;
}

export const manager = asker({ staff: Staff.parse({ number: '0001', name: '何静', roles: ['manager'] }) });

/** Window 3 of the demo hall: a real board and a real case file, each in its own encrypted file. */
export async function queueDesk({
  wrapped = (board) => board,
  site = {},
}: { wrapped?: (board: Board) => Board; site?: Partial<Parts['site']> } = {}): Promise<QueueDesk> {
  const clock = movedClock();
  const here = { ...DEMO_SITE, ...site };
  const board = wrapped(
    await openEmbeddedBoard({
      file: path.join(tempHome(), 'hall.db'),
      keyHex: KEY_HEX,
      rules: hallRulesOf(here),
      nowMs: clock.nowMs,
    }),
  );
  onTestFinished(() => board.close());
  const intake = intakeDesk({ board, site: here }, { clock });
  const desk = deskOver(intake.db, intake.parts, clock.nowMs);

  const ask: QueueDesk['ask'] = (name, input = {}, who = asker()) =>
    queueAnswers[name].answer(name, input, who, desk);
  const valueOf = async (name: QueueCall, input: unknown): Promise<unknown> => {
    const answer = await ask(name, input);
    if (!answer.ok) throw new Error(`${name}: ${answer.refusal}`);
    return answer.value;
  };
  return {
    intake,
    board,
    clock,
    ask,
    ticketFrom: async (name, input = {}) => Ticket.parse(await valueOf(name, input)),
    refusalOf: async (name, input, who) => {
      const answer = await ask(name, input, who);
      if (answer.ok) throw new Error(`${name} was answered with a yes`);
      return answer.refusal;
    },
    takes: async (queue = 'P') => Taken.parse(await valueOf('queue.take', { queue })).ticket,
  };
}

const Taken = z.object({ ticket: Ticket });

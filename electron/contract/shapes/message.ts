import { z } from 'zod';
import { Moment } from './day.ts';
import { MessageConsent } from './party.ts';
import { DebtKind } from './sync-state.ts';

/** Steps a citizen is told of (办件短信). The others change nothing the citizen waits for. */
export const ToldStep = DebtKind.exclude([
  'case.archived',
  'case.value-difference',
  'case.filing-merged',
  'case.commitment-checked',
  'case.flag-settled',
  'case.evaluated',
]);

export const MessageLanguage = MessageConsent.exclude(['']);

/** A message on one step of a case, as it stands at the platform that sends it. */
export const MessageLine = z.strictObject({
  about: ToldStep,
  /** Masked. */
  phone: z.string(),
  language: MessageLanguage,
  atMs: Moment,
  /** sent: the platform took the step and its message · owed: not yet · not-sent: the platform gave the step back */
  state: z.enum(['sent', 'owed', 'not-sent']),
});

export type ToldStep = z.output<typeof ToldStep>;
export type MessageLine = z.output<typeof MessageLine>;

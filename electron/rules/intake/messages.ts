import { ToldStep } from '#contract/shapes/message.ts';
import type { MessageConsent, PartyRole } from '#contract/shapes/party.ts';
import type { DebtKind } from '#contract/shapes/sync-state.ts';

/** Whoever may be written to, and whether they said so. */
export interface MessageReader {
  readonly phone: string;
  readonly messages: MessageConsent;
}

/** A message the platform is asked to send with a step. */
export interface OwedMessage {
  readonly about: ToldStep;
  readonly phone: string;
  readonly language: Exclude<MessageConsent, ''>;
}

/** Whose matter it is comes first; one message for a step, never one for each of them. */
const FIRST_OF = ['applicant', 'guardian', 'handler', 'legalRepresentative'] as const satisfies PartyRole[];

/**
 * The message (短信) owed with a step of a case, or null: the step tells the citizen nothing, or nobody with a phone
 * agreed to be written to. No consent is inferred: not from a number that was given, not from another person's.
 *
 * @source domain.md 12 F24; 个人信息保护法 arts. 13, 14
 */
export function messageOwed(
  step: DebtKind,
  people: Readonly<Partial<Record<PartyRole, MessageReader | null>>>,
): OwedMessage | null {
  const told = ToldStep.safeParse(step);
  if (!told.success) return null;
  for (const role of FIRST_OF) {
    const reader = people[role];
    if (reader && reader.messages !== '' && reader.phone !== '') {
      return { about: told.data, phone: reader.phone, language: reader.messages };
    }
  }
  return null;
}

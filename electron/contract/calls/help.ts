import { z } from 'zod';
import { call } from '../call.ts';
import { VisitId } from '../shapes/case.ts';
import { Help, HelpAct, HelpConsent, Helper, HelpLists, HelpMode } from '../shapes/help.ts';

/** 帮办代办: a helper brings and fills in, on the citizen's signed word, and decides nothing. @source domain.md 12 F42 */
export const helpCalls = {
  'help.look': call({
    kind: 'read',
    role: 'case-worker',
    input: z.strictObject({ visitId: VisitId }),
    output: z.strictObject({ help: Help.nullable() }),
    refusals: ['no-such-visit'],
  }),

  /** Writes down who helps in this visit and the consent that lets them. */
  'help.save': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({ visitId: VisitId, mode: HelpMode, helper: Helper, consent: HelpConsent }),
    output: z.strictObject({ help: Help.nullable() }),
    refusals: [
      'no-such-visit',
      'visit-finished',
      'consent-unseen',
      'consent-not-now',
      'consent-misses-item',
      'helper-decides',
      'helper-is-party',
      'another-helper',
    ],
  }),

  /** The same with a consent that the citizen signs on their screen, from today on; it stands once it is signed. */
  'help.ask-consent': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({
      visitId: VisitId,
      helper: Helper,
      until: HelpConsent.shape.until,
      items: HelpConsent.shape.items,
    }),
    output: z.strictObject({ help: Help.nullable() }),
    refusals: [
      'no-such-visit',
      'visit-finished',
      'identity-missing',
      'consent-unseen',
      'consent-not-now',
      'consent-misses-item',
      'helper-decides',
      'helper-is-party',
      'another-helper',
    ],
  }),

  /** Adds to the record what the helper did. What is not a helper's to do is refused. */
  'help.note': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({ visitId: VisitId, act: HelpAct }),
    output: z.strictObject({ help: Help.nullable() }),
    refusals: ['no-such-visit', 'no-helper', 'not-for-a-helper'],
  }),

  'help.lists': call({
    kind: 'read',
    role: 'case-worker',
    input: z.strictObject({}),
    output: HelpLists,
    refusals: [],
  }),

  /** Puts every received case of one helper that the consent covers and no list holds into one list, and issues its paper. */
  'help.make-list': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({ badge: Helper.shape.badge }),
    output: HelpLists,
    refusals: ['nothing-to-list', 'consent-misses-item'],
  }),

  /** The helper counted the slips, showed the badge and signed the list: with a pen, unless it was on the screen. */
  'help.sign-list': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({ listId: z.uuid(), badge: Helper.shape.badge }),
    output: HelpLists,
    refusals: ['no-such-list', 'list-signed-already', 'badge-of-another'],
  }),
} as const;

import { z } from 'zod';
import { call } from '../call.ts';
import { CardAsked, CardField, CardWord } from '../shapes/card-again.ts';
import { CaseId } from '../shapes/case.ts';
import { Meaning } from '../shapes/form.ts';
import { FormSource } from '../shapes/form-value.ts';
import { EntryList, FormValues, FormView, SourcesAsked } from '../shapes/form-view.ts';
import { PartyRole } from '../shapes/party.ts';

/** The form of one case, or of every open case of its visit as one. */
const Place = z.strictObject({ caseId: CaseId, scope: z.enum(['case', 'visit']).default('case') });

const CHANGE_REFUSALS = ['no-such-case', 'already-decided', 'no-such-field'] as const;

export const formCalls = {
  /** The fields of a form and what they hold. Personal values are masked. */
  'form.look': call({
    kind: 'read',
    role: 'case-worker',
    input: Place,
    output: FormView,
    refusals: ['no-such-case'],
  }),

  /** Keeps what was typed, field by field; an empty text takes it away. A value holds for the whole visit. */
  'form.save': call({
    kind: 'write',
    role: 'clerk',
    input: Place.extend({
      values: z
        .array(z.strictObject({ meaning: Meaning, value: z.string().max(4000) }))
        .min(1)
        .max(80),
    }),
    output: FormValues,
    refusals: [...CHANGE_REFUSALS, 'field-read-only'],
  }),

  /** Takes the last answer of the visit back, or the last act that filled several fields. */
  'form.undo': call({
    kind: 'write',
    role: 'clerk',
    input: Place,
    output: FormValues,
    refusals: ['no-such-case', 'already-decided', 'nothing-to-undo'],
  }),

  /** Says which of several sources counts, and why. Whoever keeps the fact and was found otherwise is told. */
  'form.pick': call({
    kind: 'write',
    role: 'clerk',
    input: Place.extend({
      meaning: Meaning,
      source: FormSource,
      reason: z.string().trim().min(2).max(200),
    }),
    output: FormValues,
    refusals: [...CHANGE_REFUSALS, 'no-difference', 'only-a-part'],
  }),

  /** A party of the visit is this person of the form: what the card or the clerk said of it is not typed again. */
  'form.take-person': call({
    kind: 'write',
    role: 'clerk',
    input: Place.extend({ person: z.string().max(40), role: PartyRole }),
    output: FormValues,
    refusals: ['no-such-case', 'already-decided', 'no-such-person'],
  }),

  /** Fills empty fields with what the same person gave in an earlier case. */
  'form.take-earlier': call({
    kind: 'write',
    role: 'clerk',
    input: Place.extend({ meanings: z.array(Meaning).min(1).max(80) }),
    output: FormValues,
    refusals: ['no-such-case', 'already-decided', 'no-earlier-value'],
  }),

  /** 动态更新: the citizen was asked, and what was said long ago is still so. It is of today then. */
  'form.still-so': call({
    kind: 'write',
    role: 'clerk',
    input: Place.extend({ meanings: z.array(Meaning).min(1).max(80) }),
    output: FormValues,
    refusals: ['no-such-case', 'already-decided', 'nothing-stale'],
  }),

  /**
   * 动态更新: asks the licence libraries and departments that filled this form again. What one of them says otherwise
   * now stands beside what it said before, each with its day, until a clerk picks one with a reason.
   */
  'form.ask-sources': call({
    kind: 'outside',
    role: 'clerk',
    input: Place,
    output: FormValues.extend({ asked: SourcesAsked }),
    refusals: ['no-such-case', 'already-decided', 'no-source-to-ask'],
  }),

  /**
   * 动态更新: asks for the citizen's card once more and waits for it. What its chip says otherwise now stands beside what
   * this person said before, each with its day, until a clerk picks one of the two with a reason; a card that says the
   * same makes it of today. A no changes nothing.
   */
  'form.ask-card': call({
    kind: 'outside',
    role: 'clerk',
    input: Place,
    output: CardAsked,
    refusals: [
      'no-such-case',
      'already-decided',
      'no-reader',
      'no-card-came',
      'reads-differ',
      'card-of-another',
      'card-not-wanted',
    ],
  }),

  /** The card that was asked for is not waited for any more: the next one is used as ever. */
  'form.stop-card': call({
    kind: 'outside',
    role: 'clerk',
    input: z.strictObject({}),
    output: z.strictObject({}),
    refusals: [],
  }),

  /** Says which word counts, of the card or of before, and why. With the last one the person becomes what was decided. */
  'form.pick-card': call({
    kind: 'write',
    role: 'clerk',
    input: Place.extend({
      role: PartyRole,
      field: CardField,
      word: CardWord,
      reason: z.string().trim().min(2).max(200),
    }),
    output: FormValues,
    refusals: ['no-such-case', 'already-decided', 'no-difference'],
  }),

  /** Shows one of the two words whole. A write, because looking is an audited act (invariant 21). */
  'form.reveal-card': call({
    kind: 'write',
    role: 'clerk',
    input: Place.extend({
      role: PartyRole,
      field: CardField,
      word: CardWord,
      purpose: z.enum(['compare-with-paper', 'tell-the-citizen']),
    }),
    output: z.strictObject({ value: z.string() }),
    refusals: ['no-such-case', 'empty'],
  }),

  /** Freezes what the form says as a paper (申请表) and puts it on the citizen's screen to be checked and signed. */
  'form.show-citizen': call({
    kind: 'write',
    role: 'clerk',
    input: Place,
    output: FormValues,
    refusals: ['no-such-case', 'already-decided', 'form-incomplete', 'nothing-to-show', 'signed-already'],
  }),

  /** Shows one value whole. A write, because looking is an audited act (invariant 21). */
  'form.reveal': call({
    kind: 'write',
    role: 'clerk',
    input: Place.extend({
      meaning: Meaning,
      /** Null: the one that counts. */
      source: FormSource.nullable(),
      purpose: z.enum(['compare-with-paper', 'correct-a-value', 'tell-the-citizen']),
    }),
    output: z.strictObject({ value: z.string() }),
    refusals: ['no-such-case', 'empty'],
  }),

  /** 二次录入: what is to be typed into the department's own system, in the order of its form. */
  'form.entries': call({
    kind: 'read',
    role: 'case-worker',
    input: z.strictObject({ caseId: CaseId }),
    output: EntryList,
    refusals: ['no-such-case', 'not-received-yet', 'no-such-system'],
  }),

  /** Puts one value onto the clipboard of this computer for a minute and marks it entered. */
  'form.copy-entry': call({
    kind: 'outside',
    role: 'clerk',
    input: z.strictObject({ caseId: CaseId, meaning: Meaning }),
    output: EntryList,
    refusals: ['no-such-case', 'not-received-yet', 'no-such-system', 'empty', 'no-clipboard-here'],
  }),
} as const;

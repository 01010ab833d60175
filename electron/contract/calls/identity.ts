import { z } from 'zod';
import { call } from '../call.ts';
import { NETWORK_REFUSALS } from '../shapes/network-identity.ts';
import { Authorisation, Guardianship, Objection, PartyField, PartyRole } from '../shapes/party.ts';
import { VisitId, VisitView } from '../shapes/case.ts';

export const identityCalls = {
  /** Puts a value typed by a clerk into a party. Saved alone, so that a crash loses nothing else. */
  'identity.set-field': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({
      visitId: VisitId,
      role: PartyRole,
      field: PartyField,
      value: z.string().max(300),
    }),
    output: VisitView,
    refusals: ['no-such-visit', 'visit-finished', 'from-the-chip', 'from-the-network'],
  }),

  /** Goes on in spite of an objection, with a written reason (invariant 15). */
  'identity.override': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({
      visitId: VisitId,
      role: PartyRole,
      field: Objection.shape.field,
      reason: z.string().trim().min(4).max(200),
    }),
    output: VisitView,
    refusals: ['no-such-visit', 'visit-finished', 'nothing-to-override'],
  }),

  'identity.clear-party': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({ visitId: VisitId, role: PartyRole }),
    output: VisitView,
    refusals: ['no-such-visit', 'visit-finished'],
  }),

  /** Uses a card that was read but not taken by itself: another person, or nobody was at the window. */
  'identity.use-card': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({ visitId: VisitId, role: PartyRole, readingId: z.string() }),
    output: VisitView,
    refusals: ['no-such-visit', 'visit-finished', 'reading-gone'],
  }),

  /**
   * 网证: asks the platform whose network certificate was shown at the scanner and puts them into a party. `outside`:
   * the code is good once and for a short time. Every no leaves the party as it is; the card is always the other way.
   *
   * @source domain.md 3.2, 12 F16
   */
  'identity.check-network': call({
    kind: 'outside',
    role: 'clerk',
    input: z.strictObject({ visitId: VisitId, role: PartyRole, scanId: z.uuid() }),
    output: VisitView,
    refusals: ['no-such-visit', 'visit-finished', 'chip-stands', 'only-a-person', ...NETWORK_REFUSALS],
  }),

  /** 授权委托 of the handler; null takes it away. */
  'identity.authorise': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({
      visitId: VisitId,
      authorisation: Authorisation.nullable(),
    }),
    output: VisitView,
    refusals: ['no-such-visit', 'visit-finished', 'no-handler', 'ends-before-it-starts'],
  }),

  /** 监护: what the guardian is to the applicant and what proves it; null takes it away. */
  'identity.prove-guardian': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({ visitId: VisitId, guardianship: Guardianship.nullable() }),
    output: VisitView,
    refusals: ['no-such-visit', 'visit-finished', 'no-guardian', 'proof-of-another-relation'],
  }),

  /** Shows one whole value. A write, because looking is an audited act (invariant 21). */
  'identity.reveal': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({
      visitId: VisitId,
      role: PartyRole,
      field: z.enum(['name', 'certificateNumber', 'phone', 'address']),
      purpose: z.enum(['compare-with-paper', 'correct-a-value', 'tell-the-citizen']),
    }),
    output: z.strictObject({ value: z.string() }),
    refusals: ['no-such-visit', 'empty'],
  }),

  /**
   * A dialog lies over the window, or no longer does: a card that comes meanwhile is kept for ten seconds and used after
   * it closes. `outside`: it changes what this seat is waiting for, in memory alone, and so leaves no audit entry.
   *
   * @source SCREENS.md 5.2, a dialog is open
   */
  'identity.cover': call({
    kind: 'outside',
    role: 'anyone',
    input: z.strictObject({ covered: z.boolean() }),
    output: z.strictObject({}),
    refusals: [],
  }),

  /** F8: reads the card on the reader again. */
  'identity.read-again': call({
    kind: 'outside',
    role: 'clerk',
    input: z.strictObject({}),
    output: z.strictObject({ asked: z.boolean() }),
    refusals: ['no-reader'],
  }),
} as const;

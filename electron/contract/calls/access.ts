import { z } from 'zod';
import { call } from '../call.ts';
import { ClerkNumber, Staff } from '../shapes/person.ts';
import { Vouched } from '../shapes/progress.ts';

const Nothing = z.strictObject({});

export const Session = z.strictObject({
  staff: Staff.nullable(),
  locked: z.boolean(),
  mustChangePassword: z.boolean(),
  /** Whoever sits here wants large type (SCREENS.md 7). */
  largeType: z.boolean(),
});

export const accessCalls = {
  /** Who sits here, and whether the screen is locked. */
  'access.session': call({
    kind: 'read',
    role: 'anyone',
    input: Nothing,
    output: Session,
    refusals: [],
  }),

  /** Five wrong passwords close the account for 30 minutes (GB/T 22239 8.1.4). */
  'access.sign-in': call({
    kind: 'outside',
    role: 'anyone',
    input: z.strictObject({ number: z.string().max(20), password: z.string().max(200) }),
    output: Session,
    refusals: ['wrong-number-or-password', 'account-closed-for-now'],
  }),

  'access.sign-out': call({
    kind: 'write',
    role: 'anyone',
    input: Nothing,
    output: Session,
    refusals: [],
  }),

  /** The screen is covered; nothing is thrown away. */
  'access.lock': call({
    kind: 'write',
    role: 'anyone',
    input: z.strictObject({ because: z.enum(['asked', 'idle', 'system']) }),
    output: Session,
    refusals: [],
  }),

  /** Only the person who is signed in can unlock. */
  'access.unlock': call({
    kind: 'outside',
    role: 'anyone',
    input: z.strictObject({ password: z.string().max(200) }),
    output: Session,
    refusals: ['nobody-signed-in', 'wrong-number-or-password', 'account-closed-for-now'],
  }),

  /** A manager types number and password at the clerk's window: leave for one act, for five minutes. */
  'access.vouch': call({
    kind: 'outside',
    role: 'clerk',
    input: z.strictObject({ number: z.string().max(20), password: z.string().max(200) }),
    output: Vouched,
    refusals: ['wrong-number-or-password', 'account-closed-for-now', 'not-a-supervisor', 'same-person-twice'],
  }),

  'access.change-password': call({
    kind: 'outside',
    role: 'signed-in',
    input: z.strictObject({ old: z.string().max(200), new: z.string().min(8).max(200) }),
    output: Session,
    refusals: ['wrong-number-or-password', 'password-too-simple'],
  }),

  /** Large type, for whoever sits here: kept, so that it is there at the next start and at the next sign-in. */
  'access.turn-large-type': call({
    kind: 'write',
    role: 'signed-in',
    input: z.strictObject({ large: z.boolean() }),
    output: Session,
    refusals: [],
  }),

  /** Numbers on the sign-in screen of a practice hall; empty in a real one. */
  'access.practice-people': call({
    kind: 'read',
    role: 'anyone',
    input: Nothing,
    output: z.array(
      z.strictObject({
        number: ClerkNumber,
        name: z.string(),
        roles: Staff.shape.roles,
        password: z.string(),
      }),
    ),
    refusals: [],
  }),
} as const;
export type Session = z.output<typeof Session>;

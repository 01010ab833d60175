import { z } from 'zod';
import type { Audience, Call, CommonRefusal, Reply } from '#contract/call.ts';
import type { CallName, Calls } from '#contract/calls.ts';
import type { Day } from '#contract/shapes/day.ts';
import type { Role, Staff } from '#contract/shapes/person.ts';
import { type Reader, together, type Writer } from '#native/sqlite/database.ts';
import type { Parts } from './parts.ts';
import { isSentOn } from './store/visits.ts';

/** Who is asking: the person signed in at one seat (a window's screen, or a stdio line). */
export interface Asker {
  readonly seat: string;
  readonly staff: Staff | null;
  readonly locked: boolean;
}

/** What every handler gets. Time comes in here once, so one answer has one moment. */
interface Bench {
  readonly asker: Asker;
  readonly nowMs: number;
  readonly today: Day;
  readonly parts: Parts;
}

export interface ReadBench extends Bench {
  readonly db: Reader;
}

export interface WriteBench extends Bench {
  readonly db: Writer;
  /** Names what the audit entry is about (an id, never a name or a number of a person) and why. */
  readonly about: (subject: string, purpose?: string) => void;
  /** This was only a piece of an act: the audit gets its entry with the last one. None where the desk acts itself. */
  readonly pieceOnly?: () => void;
  /** Runs when the transaction has reached the disk: news, waking the outbox. Never runs after a refusal. */
  readonly afterwards: (act: () => void) => void;
}

export interface OutsideBench extends Bench {
  readonly db: Reader;
  /** A short transaction of its own, for what must be kept beside the outside act. */
  readonly record: <T>(change: (db: Writer) => T) => T;
  readonly about: (subject: string, purpose?: string) => void;
}

const ISSUES_NAMED = 5;
const LONGEST_NAME = 80;
/** Our own words where the library's could be misread at a counter. */
const SAID: Partial<Record<z.core.$ZodIssue['code'], string>> = {
  invalid_format: 'not in the form this field must have',
  invalid_union: 'none of the forms this field may have',
};

/** What the answering needs from the desk that runs it. */
export interface Desk {
  readonly db: Writer;
  readonly parts: Parts;
  readonly nowMs: () => number;
  readonly todayAt: (ms: number) => Day;
  readonly audit: (db: Writer, entry: AuditNote) => void;
  /** Journals an outside act before it starts; the function it returns closes the entry. */
  readonly journal: (call: string, asker: Asker, atMs: number) => (outcome: string) => void;
  /** Hears of what went wrong after a change was already on the disk. */
  readonly noticed?: (thrown: unknown) => void;
}

/** The question does not have the shape the contract asks for. `message` names each wrong field, never a value. */
export class WrongInput extends Error {
  override name = 'WrongInput';
}

export interface AuditNote {
  readonly call: string;
  readonly by: string;
  readonly seat: string;
  readonly subject: string | null;
  readonly purpose: string | null;
  /** `ok`, or the refusal's word. */
  readonly outcome: string;
  readonly atMs: number;
}

/** A contract entry together with the code that answers it. */
export interface Answering<C> {
  readonly entry: C;
  readonly answer: (name: string, raw: unknown, asker: Asker, desk: Desk) => Promise<Reply<unknown, string>>;
}

/** Every call of one feature, answered. A missing or mismatched one does not compile. */
export type Answers<Feature extends string> = {
  readonly [N in Extract<CallName, `${Feature}.${string}`>]: Answering<Calls[N]>;
};

export function onRead<I extends z.ZodType, O extends z.ZodType, R extends string>(
  entry: Call<'read', I, O, R>,
  handle: (input: z.output<I>, bench: ReadBench) => Reply<z.output<O>, NoInfer<R>>,
): Answering<Call<'read', I, O, R>> {
  const check = checkOf(entry.output);
  return {
    entry,
    answer: async (name, raw, asker, desk) => {
      const nowMs = desk.nowMs();
      const barred = mayNot(entry.role, asker);
      if (barred) return denied(desk, notebook(name, asker, nowMs).close(barred), barred);
      const bench = { db: desk.db, asker, nowMs, today: desk.todayAt(nowMs), parts: desk.parts };
      return checked(check, handle(understood(entry, raw), bench));
    },
  };
}

/** A yes commits the change, its audit entry and its debts together. A refusal changes nothing at all. */
export function onWrite<I extends z.ZodType, O extends z.ZodType, R extends string>(
  entry: Call<'write', I, O, R>,
  handle: (input: z.output<I>, bench: WriteBench) => Reply<z.output<O>, NoInfer<R>>,
): Answering<Call<'write', I, O, R>> {
  const check = checkOf(entry.output);
  return {
    entry,
    answer: async (name, raw, asker, desk) => {
      const nowMs = desk.nowMs();
      const note = notebook(name, asker, nowMs);
      const barred = mayNot(entry.role, asker);
      if (barred) return denied(desk, note.close(barred), barred);
      const input = understood(entry, raw);
      const later: (() => void)[] = [];
      let isAct = true;
      const bench: WriteBench = {
        db: desk.db,
        asker,
        nowMs,
        today: desk.todayAt(nowMs),
        parts: desk.parts,
        about: note.about,
        pieceOnly: () => void (isAct = false),
        afterwards: (act) => later.push(act),
      };
      const reply = allOrNothing(desk.db, (): Reply<z.output<O>, R | CommonRefusal> => {
        if (liesElsewhere(desk.db, input)) return no('sent-on');
        const given = checked(check, handle(input, bench));
        if (given.ok && isAct) desk.audit(desk.db, note.close('ok'));
        return given;
      });
      if (reply.ok) for (const act of later) attempt(act, desk);
      return reply;
    },
  };
}

/**
 * The intent is on disk before the act and its outcome after it: a crash between the two can be seen. `unjournalled` is
 * what nobody asks about later: it looks, wakes a reader, or changes what lies in memory alone.
 */
export function onOutside<I extends z.ZodType, O extends z.ZodType, R extends string>(
  entry: Call<'outside', I, O, R>,
  handle: (input: z.output<I>, bench: OutsideBench) => Promise<Reply<z.output<O>, NoInfer<R>>>,
  kept: 'journalled' | 'unjournalled' = 'journalled',
): Answering<Call<'outside', I, O, R>> {
  const check = checkOf(entry.output);
  return {
    entry,
    answer: async (name, raw, asker, desk) => {
      const nowMs = desk.nowMs();
      const note = notebook(name, asker, nowMs);
      const barred = mayNot(entry.role, asker);
      if (barred) return denied(desk, note.close(barred), barred);
      const input = understood(entry, raw);
      const bench: OutsideBench = {
        db: desk.db,
        asker,
        nowMs,
        today: desk.todayAt(nowMs),
        parts: desk.parts,
        about: note.about,
        record: (change) => desk.db.transaction(() => change(desk.db))(),
      };
      if (kept === 'unjournalled') return checked(check, await handle(input, bench));
      if (liesElsewhere(desk.db, input)) return denied(desk, note.close('sent-on'), 'sent-on');

      const close = desk.journal(name, asker, nowMs);
      const keep = (outcome: string): void =>
        desk.db.transaction(() => {
          close(outcome);
          desk.audit(desk.db, note.close(outcome));
        })();
      try {
        const reply = checked(check, await handle(input, bench));
        keep(reply.ok ? 'ok' : reply.refusal);
        return reply;
      } catch (thrown) {
        attempt(() => keep('fault'), desk);
        throw thrown;
      }
    },
  };
}

export const yes = <const T>(value: T) => ({ ok: true, value }) as const;
export const no = <const R extends string>(refusal: R) => ({ ok: false, refusal }) as const;

function mayNot(role: Audience, asker: Asker): CommonRefusal | null {
  if (role === 'anyone') return null;
  if (!asker.staff) return 'not-signed-in';
  if (asker.locked) return 'locked';
  return role === 'signed-in' || rolesOf(role).some((one) => asker.staff?.roles.includes(one))
    ? null
    : 'not-allowed';
}

/** What a transferred ticket carries is nobody's to change until it is called again. */
function liesElsewhere(db: Reader, input: unknown): boolean {
  return typeof input === 'object' && input !== null && isSentOn(db, input);
}

function rolesOf(audience: Exclude<Audience, 'signed-in' | 'anyone'>): readonly Role[] {
  if (audience === 'case-worker') return ['clerk', 'manager'];
  return audience === 'keeper' ? ['technician', 'manager'] : [audience];
}

/** Every denied call leaves an audit entry, a look as well as a change. */
function denied<R extends string>(desk: Desk, entry: AuditNote, refusal: R) {
  desk.db.transaction(() => desk.audit(desk.db, entry))();
  return no(refusal);
}

/** What went wrong here is told to the log and changes nothing about the answer. */
function attempt(act: () => void, desk: Desk): void {
  try {
    act();
  } catch (thrown) {
    desk.noticed?.(thrown);
  }
}

function understood<I extends z.ZodType>(entry: { readonly input: I }, raw: unknown): z.output<I> {
  const read = entry.input.safeParse(raw);
  if (read.success) return read.data;
  throw new WrongInput(read.error.issues.slice(0, ISSUES_NAMED).map(namedIssue).join('; '));
}

function namedIssue(issue: z.core.$ZodIssue): string {
  const field = ['input', ...issue.path.map(String)].join('.').slice(0, LONGEST_NAME);
  if (issue.code !== 'unrecognized_keys') return `${field}: ${SAID[issue.code] ?? issue.message}`;
  return issue.keys
    .map((key) => `${field}.${key.slice(0, LONGEST_NAME)}: this call has no such field`)
    .join('; ');
}

/** So many answers of one call are worth the milliseconds it takes to compile the check of them. */
const OFTEN = 20;

/** The check of what a call answers. Compiled it takes a fifth of the time and says the same. */
function checkOf<O extends z.ZodType>(output: O): (value: z.output<O>) => z.output<O> {
  let answers = 0;
  let compiled: O | null = null;
  return (value) => {
    answers += 1;
    if (answers === OFTEN) compiled = z.compile(output);
    return compiled?.validate(value) ? value : output.parse(value);
  };
}

/** What leaves the desk is what the contract says, or it is a fault and nothing was changed. */
function checked<I, O, R extends string>(check: (value: I) => O, reply: Reply<I, R>): Reply<O, R> {
  return reply.ok ? { ok: true, value: check(reply.value) } : reply;
}

function allOrNothing<O, R extends string>(db: Writer, change: () => Reply<O, R>): Reply<O, R> {
  let reply: Reply<O, R> | null = null;
  try {
    return together(db, () => {
      reply = change();
      if (!reply.ok) throw new RolledBack();
      return reply;
    });
  } catch (thrown) {
    if (thrown instanceof RolledBack && reply) return reply;
    throw thrown;
  }
}

class RolledBack extends Error {
  override name = 'RolledBack';
}

function notebook(call: string, asker: Asker, atMs: number) {
  let subject: string | null = null;
  let purpose: string | null = null;
  return {
    about: (what: string, why?: string): void => {
      subject = what;
      purpose = why ?? null;
    },
    close: (outcome: string): AuditNote => ({
      call,
      by: asker.staff?.number ?? 'nobody',
      seat: asker.seat,
      subject,
      purpose,
      outcome,
      atMs,
    }),
  };
}

import type { CaseId } from '#contract/shapes/case.ts';
import { PartyRole } from '#contract/shapes/party.ts';
import type { Writer } from '#native/sqlite/database.ts';
import { agreesAsShown, showsPart } from '#rules/form/part-shown.ts';
import { normalisedNumber } from '#rules/identity/citizen-number.ts';
import { LONGEST_WAIT_MS } from '#rules/intake/query-terms.ts';
import { judgeSharedData } from '#rules/intake/query-answers.ts';
import { queryTrouble } from '#rules/intake/query-trouble.ts';
import type { Desk } from '../answering.ts';
import type { Log } from '../log.ts';
import { newId } from '../new-id.ts';
import type { SharedAnswer } from '../platform/province.ts';
import { startRounds } from '../rounds.ts';
import { raiseAlarm } from '../store/case-alarms.ts';
import { raiseFlag } from '../store/case-flags.ts';
import { caseById, type CaseRecord } from '../store/cases.ts';
import { keepRecheck, rechecksDue, rechecksNotSaid } from '../store/identity-rechecks.ts';
import type { Party } from '../store/parties.ts';
import { connectionOf } from '../store/shared-queries.ts';

const EVERY_MS = 15_000;
/** What nobody answered is asked again no sooner. */
const AGAIN_AFTER_MS = 10 * 60_000;
const CASES_AT_ONCE = 5;
/** The query of the population register that says whether a person is known by this name and number. */
const QUERY = 'population.basic';
/** All that is asked for: the number is asked with. */
const NAME = 'holder.name';
const DESK = { seat: 'desk', staff: null, locked: false } as const;

/**
 * Asks about people again whose card was read without a line (`card_chip_offline`), once the line is back: whether the
 * register knows this name and number. A no is a flag of the case and lies with the manager; what was accepted stays
 * accepted until somebody decides otherwise. Where the register is not connected nobody is asked, and the case says so
 * instead of waiting for ever. Every question is kept, answered or not.
 *
 * @returns stops it, and waits for the question that is under way
 * @source domain.md 3.2: the case is marked and may be verified again at sync
 */
export function startRecheckingIdentity(
  desk: Desk,
  log: Log,
  every: (ms: number, act: () => void) => () => void,
): () => Promise<void> {
  const round = (isStopped: () => boolean) => recheckOffline(desk, isStopped);
  return startRounds({ everyMs: EVERY_MS, round, failed: 'identity-not-asked' }, log, every);
}

/** One round. */
export async function recheckOffline(desk: Desk, isStopped: () => boolean = () => false): Promise<void> {
  if (desk.parts.sync.line() !== 'ok') return;
  const connection = connectionOf(desk.db, QUERY);
  if (connection === 'not-connected') sayNotConnected(desk);
  if (connection !== 'connected') return;
  const due = rechecksDue(desk.db, {
    againBeforeMs: desk.nowMs() - AGAIN_AFTER_MS,
    limit: CASES_AT_ONCE,
  });
  for (const caseId of due) {
    if (isStopped() || desk.parts.sync.line() !== 'ok') return;
    await recheck(desk, caseId);
  }
}

/** Nobody is asked about these people: once said, the case says it until the register is connected. */
function sayNotConnected(desk: Desk): void {
  for (const caseId of rechecksNotSaid(desk.db, CASES_AT_ONCE)) {
    const record = caseById(desk.db, caseId);
    if (!record) continue;
    const found = readOffline(record);
    const said = found
      ? ({ answer: 'away', trouble: 'not-connected' } as const)
      : ({ answer: 'nobody-to-ask', trouble: null } as const);
    const about = { id: newId(), role: found?.role ?? null, askedAtMs: desk.nowMs(), answeredBy: null };
    desk.db.transaction(() => keep(desk.db, record, { ...about, ...said }))();
    desk.parts.announce('case.changed', { caseId });
  }
}

async function recheck(desk: Desk, caseId: CaseId): Promise<void> {
  const record = caseById(desk.db, caseId);
  if (!record) return;
  const askedAtMs = desk.nowMs();
  const found = readOffline(record);
  const id = newId();
  if (!found) {
    const nobody = { answer: 'nobody-to-ask', trouble: null, answeredBy: null } as const;
    desk.db.transaction(() => keep(desk.db, record, { id, role: null, askedAtMs, ...nobody }))();
    return;
  }
  const close = desk.journal('identity.recheck', DESK, askedAtMs);
  const heard = await ask(desk, record, found.party, { id, askedAtMs });
  const answer = worthOf(heard, found.party);
  const answeredBy = heard.answer === 'answered' ? heard.by : null;
  const trouble = heard.answer === 'answered' ? null : queryTrouble(heard);
  desk.db.transaction(() => {
    close('ok');
    keep(desk.db, record, { id, role: found.role, askedAtMs, answer, trouble, answeredBy });
    if (answer === 'other-person') tellManager(desk, record, found, answeredBy ?? '');
    const note = { call: 'identity.recheck', by: 'desk', seat: 'desk', subject: caseId };
    desk.audit(desk.db, { ...note, purpose: found.role, outcome: answer, atMs: askedAtMs });
  })();
  desk.parts.announce('case.changed', { caseId });
}

/** Writes a recheck down, in the transaction of what follows from it. */
function keep(
  db: Writer,
  record: CaseRecord,
  said: Omit<Parameters<typeof keepRecheck>[1], 'caseId' | 'what' | 'purpose'>,
): void {
  keepRecheck(db, { caseId: record.id, what: QUERY, purpose: purposeOf(record), ...said });
}

function purposeOf({ item }: CaseRecord): string {
  return `办理“${item.nameZh}”，复核断网时所读证件`;
}

interface Offline {
  readonly role: PartyRole;
  readonly party: Party;
}

/** Whoever stood there with a card whose chip was read and nothing else; null where nobody did. */
function readOffline({ parties }: CaseRecord): Offline | null {
  for (const role of STANDS_FIRST) {
    const party = parties?.[role];
    if (party?.source === 'card-chip') return { role, party };
  }
  return null;
}

const STANDS_FIRST = PartyRole.extract(['handler', 'guardian', 'legalRepresentative', 'applicant']).options;

async function ask(
  desk: Desk,
  record: CaseRecord,
  { details }: Party,
  { id, askedAtMs }: { readonly id: string; readonly askedAtMs: number },
): Promise<SharedAnswer> {
  const { name, certificateKind, certificateNumber } = details;
  const question = {
    id,
    caseId: record.id,
    receiptNumber: record.receiptNumber,
    itemCode: record.item.code,
    materialId: 'identity',
    purpose: purposeOf(record),
    basis: 'law' as const,
    holder: { name, certificateKind, certificateNumber },
    clerk: 'desk',
    askedAtMs,
    query: QUERY,
    fields: [NAME],
  };
  return desk.parts.sources.sharedData(question, LONGEST_WAIT_MS);
}

function worthOf(heard: SharedAnswer, { details }: Party): 'same-person' | 'other-person' | 'away' {
  if (heard.answer !== 'answered') return 'away';
  const known = heard.values.find(({ code }) => code === NAME)?.value;
  const isCalledSo = known === undefined || isSameName(known, details.name);
  const isKnown = judgeSharedData(heard, details.certificateNumber) === 'found';
  return isKnown && isCalledSo ? 'same-person' : 'other-person';
}

function tellManager(
  desk: Desk,
  { id: caseId, item }: CaseRecord,
  { role, party }: Offline,
  by: string,
): void {
  const atMs = desk.nowMs();
  const personKey = desk.parts.personKey(normalisedNumber(party.details.certificateNumber));
  raiseFlag(desk.db, {
    caseId,
    kind: 'identity-unconfirmed',
    personKey,
    itemCode: item.code,
    on: desk.todayAt(atMs),
    atMs,
    dueOn: null,
    say: by,
  });
  raiseAlarm(desk.db, { caseId, kind: 'identity-unconfirmed', about: role, atMs });
}

/** A register may show a part of the name only; what it shows has to agree. */
function isSameName(known: string, read: string): boolean {
  const [shown, name] = [known.normalize('NFKC'), read.normalize('NFKC')];
  return showsPart({ source: 'shared-data', value: shown })
    ? agreesAsShown('text', shown, name)
    : shown === name;
}

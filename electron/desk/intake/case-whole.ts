import type { OutcomeStanding } from '#contract/shapes/case.ts';
import type { Crossing } from '#contract/shapes/crossing.ts';
import type { Day } from '#contract/shapes/day.ts';
import type { Help } from '#contract/shapes/help.ts';
import type { Authorisation, Guardianship } from '#contract/shapes/party.ts';
import type { Reader } from '#native/sqlite/database.ts';
import { isFormWhole } from '#rules/form/form-standing.ts';
import { takesPapers } from '#rules/intake/case-moves.ts';
import {
  acceptanceDay,
  type DecisionDues,
  decisionDuesIfKnown,
  isDeemedAccepted,
  noticeDueOnIfKnown,
} from '#rules/intake/clocks.ts';
import { consentWord } from '#rules/intake/helping.ts';
import { type PaperStanding, paperStanding } from '#rules/intake/missing-materials.ts';
import { type CaseFacts, outcomeStandings } from '#rules/intake/outcome-standings.ts';
import { rerouteOf, situationsOpen } from '#rules/intake/situations.ts';
import { isToleranceDay } from '#rules/intake/tolerance.ts';
import { crossingOfCase } from '../crossing/crossing-of-case.ts';
import type { ObjectedParty, ObjectedPeople } from '../identity/objected-party.ts';
import { isFormSigned } from '../form/form-paper.ts';
import { gatherForm, type WholeForm } from '../form/gather-form.ts';
import { helpNow } from '../help/help-now.ts';
import type { Parts } from '../parts.ts';
import type { CaseRecord } from '../store/cases.ts';
import { numbersLeft } from '../store/numbers.ts';
import { officialNumberOf } from '../store/official-numbers.ts';
import { onlineNumberOf } from '../store/online-numbers.ts';
import { bundleOfCase, type OpenBundle } from '../store/open-bundles.ts';
import { committedPapers } from './committed-papers.ts';
import { countsFrom, isOnItsWay } from './counts-from.ts';
import { type CasePeople, peopleNow, type PeopleStanding, peopleStanding } from './people-of-case.ts';
import { type CasePapers, papersOf } from './papers-of-case.ts';

/** Where to look: the file, the parts of the desk, one moment. */
export interface Looking {
  readonly db: Reader;
  readonly parts: Parts;
  readonly today: Day;
  readonly nowMs: number;
}

/** Everything there is to know of a case at one moment, gathered before anything is decided. */
export interface WholeCase {
  readonly record: CaseRecord;
  readonly applicant: ObjectedParty | null;
  readonly handler: ObjectedParty | null;
  /** Everybody, these two among them. */
  readonly people: ObjectedPeople;
  readonly authorisation: Authorisation | null;
  readonly guardianship: Guardianship | null;
  /** Who helps on the citizen's word (帮办代办). */
  readonly help: Help | null;
  readonly asked: CasePapers['asked'];
  readonly materials: CasePapers['materials'];
  readonly sourceSaidWrong: boolean;
  readonly papers: PaperStanding;
  readonly form: WholeForm;
  readonly facts: CaseFacts;
  readonly outcomes: readonly OutcomeStanding[];
  readonly rerouteTo: string | null;
  /** The day it would count as accepted from, if it were accepted now. */
  readonly acceptedOn: Day;
  /** Null when the calendar does not reach, or nothing is left to accept. */
  readonly dues: DecisionDues | null;
  readonly noticeDueOn: Day | null;
  readonly crossing: Crossing;
  readonly onlineNumber: string | null;
  readonly officialNumber: string | null;
  /** The bundle it is a step of. */
  readonly bundle: OpenBundle | null;
}

/** Gathers a case: its people as they are now, or as they were when it got its first outcome. */
export function gatherCase(looking: Looking, record: CaseRecord): WholeCase {
  return weighed(looking, record, gathered(looking, record));
}

/** What the file says of a case, on a day. */
export function gathered(looking: Looking, record: CaseRecord): Gathered {
  const { db } = looking;
  const people = record.parties ?? peopleNow(looking, record);
  return {
    people,
    standing: peopleStanding(looking, record, people),
    help: helpNow(looking, record.visitId, people.applicant),
    papers: papersOf(looking, record, people),
    form: gatherForm(looking, [record], people),
    crossing: crossingOfCase(looking, record),
    onlineNumber: onlineNumberOf(db, record.id),
    officialNumber: officialNumberOf(db, record.id),
    bundle: bundleOfCase(db, record.id),
    numbersLeft: numbersLeft(db),
  };
}

/** What there is to weigh in a case. */
export interface Gathered {
  readonly people: CasePeople;
  readonly standing: PeopleStanding;
  readonly help: Help | null;
  readonly papers: CasePapers;
  readonly form: WholeForm;
  readonly crossing: Crossing;
  readonly onlineNumber: string | null;
  readonly officialNumber: string | null;
  readonly bundle: OpenBundle | null;
  readonly numbersLeft: number;
}

/** How a case stands at this moment. */
export function weighed(looking: Looking, record: CaseRecord, of: Gathered): WholeCase {
  const { parts, today, nowMs } = looking;
  const { item, answers, state } = record;
  const { calendar } = parts;
  const { people, standing, help, form, crossing } = of;
  const { asked, materials, sourceSaidWrong } = of.papers;
  const isOpen = takesPapers(state);

  // 补齐再收件: the case counts as received, and as accepted, from the day all corrections were in.
  const onItsWay = isOnItsWay(record);
  const receivedOn = countsFrom(record) ?? today;
  const noticeDueOn = onItsWay ? null : (record.noticeDueOn ?? noticeDueOnIfKnown(receivedOn, calendar));
  const deemed =
    (state === 'received' || state === 'received-again') &&
    noticeDueOn !== null &&
    isDeemedAccepted(item, receivedOn, today, calendar);
  const acceptedOn =
    state === 'received-again'
      ? receivedOn
      : noticeDueOn === null
        ? today
        : acceptanceDay(item, receivedOn, today, calendar);
  const dues = isOpen ? decisionDuesIfKnown(item, acceptedOn, calendar) : null;

  const provided = new Map(
    materials.flatMap(({ id, route, file, ...came }) =>
      route ? [[id, { ...came, route, hasFile: file !== null }] as const] : [],
    ),
  );
  const papers = paperStanding(asked, provided, (dueOn) =>
    isOpen ? mayPromise(looking, dueOn, dues?.promisedDueOn ?? null) : true,
  );

  const rerouteTo = rerouteOf(item, answers);
  const facts: CaseFacts = {
    state,
    authority: item.counterOutcomeAuthority,
    crossing,
    offlineAccept: item.offlineAccept,
    people: standing.people,
    proof: standing.proof,
    roles: standing.roles,
    authorised: standing.authorised,
    helped: help && consentWord(help.consent, [item.code], record.receivedOn ?? today),
    mayPromise: standing.mayPromise,
    openSituations: situationsOpen(item, answers).length,
    wrongItem: rerouteTo !== null,
    formWhole: isFormWhole(form.standing),
    formSigned: !item.signedForm || isFormSigned(looking.db, record.id, form),
    missing: papers.missing.length,
    later: papers.later.length,
    committed: committedPapers(materials).length,
    deemedAccepted: deemed,
    online: parts.sync.line() === 'ok',
    // A hall that reports to nobody has only its own catalogue: there is nobody who could confirm it.
    catalogueAgeMs: parts.sync.line() === 'not-configured' ? 0 : Math.max(0, nowMs - parts.items.freshAtMs()),
    calendarReaches: (onItsWay || noticeDueOn !== null) && (!isOpen || dues !== null),
    numbersLeft: of.numbersLeft,
  };
  return {
    record,
    applicant: people.applicant,
    handler: people.handler,
    people,
    authorisation: people.authorisation,
    guardianship: people.guardianship,
    help,
    asked,
    materials,
    sourceSaidWrong,
    papers,
    form,
    facts,
    outcomes: outcomeStandings(facts),
    rerouteTo,
    acceptedOn,
    dues,
    noticeDueOn,
    crossing,
    onlineNumber: of.onlineNumber,
    officialNumber: of.officialNumber,
    bundle: of.bundle,
  };
}

/** Whether a paper may be promised for a day, seen from today. A day beyond the calendar may not. */
export function mayPromise({ parts, today }: Looking, dueOn: Day, promisedDueOn: Day | null): boolean {
  try {
    return isToleranceDay(dueOn, today, promisedDueOn, parts.calendar);
  } catch (thrown) {
    if (thrown instanceof RangeError) return false;
    throw thrown;
  }
}

import type { CaseMaterial } from '#contract/shapes/case.ts';
import type { Day } from '#contract/shapes/day.ts';
import type { ItemMaterial } from '#contract/shapes/item.ts';
import type { MaterialQuery } from '#contract/shapes/material.ts';
import type { Reader } from '#native/sqlite/database.ts';
import { normalisedNumber } from '#rules/identity/citizen-number.ts';
import { cardProves } from '#rules/intake/card-proves.ts';
import { takesPapers } from '#rules/intake/case-moves.ts';
import { ageOfCopy, mayStandAgain } from '#rules/intake/earlier-copies.ts';
import { gradeOf } from '#rules/intake/grades.ts';
import { type AskedMaterial, type DutyOn, materialsAsked } from '#rules/intake/materials-asked.ts';
import { recheckDue } from '#rules/intake/recheck.ts';
import { mayOpenEarlier } from '../identity/may-open-earlier.ts';
import { holderOf, type ObjectedParty } from '../identity/objected-party.ts';
import type { Parts } from '../parts.ts';
import type { CaseRecord } from '../store/cases.ts';
import { copiesOfPerson, type VerifiedCopy } from '../store/earlier-copies.ts';
import { storedFileOf } from '../store/files.ts';
import { queriesOf } from '../store/material-queries.ts';
import { consentsOf } from '../store/query-consents.ts';
import { sharedQuery } from '../store/shared-queries.ts';
import { materialsOf, type ProvidedMaterial } from '../store/materials.ts';
import { owedWhenDecided, type SparedPaper } from '../store/papers-saved.ts';
import { dayInHall } from './time-of-day.ts';

interface People {
  readonly applicant: ObjectedParty | null;
  readonly handler: ObjectedParty | null;
  readonly legalRepresentative: ObjectedParty | null;
}

/** The papers of a case, and what was said of the sources they came from. */
export interface CasePapers {
  /** Which papers the item and the answers ask for, and why. */
  readonly asked: readonly AskedMaterial[];
  readonly materials: readonly CaseMaterial[];
  /** Whether a clerk said of any answer of a source that it is wrong. */
  readonly sourceSaidWrong: boolean;
}

/** Where to look, and by which day a copy is still good. */
interface Looking {
  readonly db: Reader;
  readonly parts: Parts;
  readonly today: Day;
}

/**
 * The papers of a case: which are asked and why, how each came, and how each could come instead. A paper that is an
 * identity card the chip proved has come by `card` without anybody keying it; what a clerk recorded stands before
 * that.
 */
export function papersOf({ db, parts, today }: Looking, record: CaseRecord, people: People): CasePapers {
  const { id, item, answers } = record;
  // What was asked of a citizen while papers were taken stays as it was, whatever the list says later.
  const settled = takesPapers(record.state) ? null : owedWhenDecided(db, id);
  const duty = settled ? (material: ItemMaterial) => settled.get(material.id) ?? null : owedInstead(parts);
  const asked = materialsAsked(item, answers, people.handler !== null, duty);
  const recorded = materialsOf(db, id);
  const queries = queriesOf(db, id);
  const consents = consentsOf(db, id);
  const copies = copiesGood({ db, parts, today }, record, people);
  const connected = parts.sync.line() !== 'not-configured';
  const materials = asked.map((paper): CaseMaterial => {
    const provided = recorded.get(paper.material.id);
    const came = provided ? asRecorded(db, id, provided) : asProvedByCard(paper, people);
    const query = newestFor(came.route, queries.get(paper.material.id) ?? []);
    return {
      ...asAsked(paper),
      ...came,
      tolerable: paper.material.tolerable && item.tolerance,
      commitmentReplaceable: paper.material.commitmentReplaceable && item.commitment,
      grade: gradeOf(paper.material, came),
      lookup: {
        licence: paper.material.electronicLicence,
        query: paper.query,
        connected,
        source: paper.query === null ? null : sourceOf(db, paper.query),
      },
      consent: consents.get(paper.material.id) ?? null,
      query,
      recheck: recheckDue({ route: came.route, query: query && askedOn(query, parts) }, record.state, today),
      earlier: mayStandAgain(paper.material) ? (copies.get(paper.material.nameZh)?.offered ?? null) : null,
    };
  });
  const sourceSaidWrong = [...queries.values()].flat().some(({ saidWrong }) => saidWrong !== null);
  return { asked, materials, sourceSaidWrong };
}

/** Of a paper that came from a source the newest word of that source; else the newest of any. */
function newestFor(
  route: CaseMaterial['route'],
  newestFirst: readonly MaterialQuery[],
): MaterialQuery | null {
  const [newest = null] = newestFirst;
  return newestFirst.find(({ kind }) => kind === route) ?? newest;
}

/** A query with the hall's day it was asked on. */
export function askedOn<Q extends Pick<MaterialQuery, 'askedAtMs'>>(
  query: Q,
  { site }: Parts,
): Q & { askedOn: Day } {
  return { ...query, askedOn: dayInHall(query.askedAtMs, site.timeZone) };
}

function sourceOf(db: Reader, code: string): CaseMaterial['lookup']['source'] {
  const listed = sharedQuery(db, code);
  if (!listed) return null;
  const { nameZh, system, organ, connected, fields } = listed;
  return { nameZh, system, organ, connected, fields: fields.map((field) => field.nameZh) };
}

/** The papers a duty spared the citizen of a case that was decided just now: asked for but for it, and not here. */
export function owedNow(asked: readonly AskedMaterial[], materials: readonly CaseMaterial[]): SparedPaper[] {
  const open = new Set(materials.filter((paper) => paper.asked && paper.route === null).map(({ id }) => id));
  return asked.flatMap(({ material, owedBy }) =>
    owedBy && open.has(material.id) ? [{ materialId: material.id, by: 'duty', owedBy }] : [],
  );
}

/** The duty list in force at this hall, as the rule of papers asks it. */
export function owedInstead({ items }: Pick<Parts, 'items'>): DutyOn {
  return (material) => {
    const duty = items.dutyOn(material);
    return duty && { department: duty.department, data: duty.data, method: duty.method };
  };
}

type Came = Pick<
  CaseMaterial,
  | 'route'
  | 'originalsTaken'
  | 'copiesTaken'
  | 'checkedAgainstOriginal'
  | 'verified'
  | 'file'
  | 'dueOn'
  | 'providedAtMs'
  | 'reused'
>;

const notYet: Came = {
  route: null,
  originalsTaken: 0,
  copiesTaken: 0,
  checkedAgainstOriginal: false,
  verified: null,
  file: null,
  dueOn: null,
  providedAtMs: null,
  reused: null,
};

type Why = Pick<
  CaseMaterial,
  | 'id'
  | 'nameZh'
  | 'nameEn'
  | 'asked'
  | 'reason'
  | 'situationId'
  | 'mandatory'
  | 'originals'
  | 'copies'
  | 'custody'
  | 'note'
  | 'byLaw'
  | 'basis'
  | 'owedBy'
>;

function asAsked({ material, asked, reason, situationId, mandatory, basis, owedBy }: AskedMaterial): Why {
  const { id, nameZh, nameEn, originals, copies, custody, note, byLaw } = material;
  return {
    id,
    nameZh,
    nameEn,
    asked,
    reason,
    situationId,
    mandatory,
    originals,
    copies,
    custody,
    note,
    byLaw,
    basis,
    owedBy,
  };
}

function asRecorded(db: Reader, caseId: CaseRecord['id'], came: ProvidedMaterial): Came {
  const { checkedAtMs, checkedBy, checkedWindow, watermark, reusedReceipt } = came;
  return {
    route: came.route,
    originalsTaken: came.originalsTaken,
    copiesTaken: came.copiesTaken,
    checkedAgainstOriginal: came.checkedAgainstOriginal,
    verified:
      checkedAtMs === null || checkedBy === null
        ? null
        : { atMs: checkedAtMs, clerk: checkedBy, window: checkedWindow },
    file: came.fileHash === null ? null : storedFileOf(db, caseId, came.fileHash),
    dueOn: came.dueOn,
    providedAtMs: came.providedAtMs,
    reused: watermark === null || reusedReceipt === null ? null : { watermark, receiptNumber: reusedReceipt },
  };
}

function asProvedByCard({ material, asked }: AskedMaterial, people: People): Came {
  const { applicant, handler, legalRepresentative } = people;
  const proved =
    asked &&
    cardProves(material, {
      applicant: applicant && holderOf(applicant),
      handler: handler && holderOf(handler),
      legalRepresentative: legalRepresentative && holderOf(legalRepresentative),
    });
  if (!proved) return notYet;
  const readAtMs = [applicant, handler, legalRepresentative].flatMap(
    (party) => party?.confirmedAtMs ?? party?.details.network?.checkedAtMs ?? [],
  );
  return { ...notYet, route: 'card', checkedAgainstOriginal: true, providedAtMs: Math.max(...readAtMs) };
}

/**
 * What the same person gave before, a clerk compared, and is still good, by the name of the paper. Only while papers
 * are taken, and only for a person whose card, or a network certificate that is strong enough, proved who it is: a
 * number that is typed opens nobody's papers.
 */
export function copiesGood(
  { db, parts, today }: Looking,
  { id, state }: CaseRecord,
  { applicant }: Pick<People, 'applicant'>,
): ReadonlyMap<string, GoodCopy> {
  const number = applicant?.details.certificateNumber ?? '';
  if (number === '' || !applicant || !mayOpenEarlier(applicant) || !takesPapers(state)) return new Map();
  const copies = copiesOfPerson(db, parts.personKey(normalisedNumber(number)), id);
  return new Map(
    [...copies].flatMap(([name, copy]) => {
      const offered = offeredCopy(copy, parts, today);
      return offered ? [[name, { copy, offered }] as const] : [];
    }),
  );
}

interface GoodCopy {
  readonly copy: VerifiedCopy;
  /** The same as a clerk sees it. */
  readonly offered: NonNullable<CaseMaterial['earlier']>;
}

function offeredCopy(copy: VerifiedCopy, { site }: Parts, today: Day): GoodCopy['offered'] | null {
  const verifiedOn = dayInHall(copy.checkedAtMs, site.timeZone);
  const ageDays = ageOfCopy(verifiedOn, today);
  if (ageDays === null) return null;
  const { caseId, receiptNumber, itemNameZh, itemNameEn } = copy;
  return { caseId, receiptNumber, itemNameZh, itemNameEn, verifiedOn, ageDays, grade: 'B' };
}

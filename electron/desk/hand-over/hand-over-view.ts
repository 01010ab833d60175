import type { CaseId } from '#contract/shapes/case.ts';
import type { Day } from '#contract/shapes/day.ts';
import type { HandOverList, HandOverView, PaperHere } from '#contract/shapes/hand-over.ts';
import { materialOfItem } from '#rules/intake/item-materials.ts';
import { goesBack } from '#rules/intake/original-custody.ts';
import type { ReadBench } from '../answering.ts';
import { dayInHall } from '../intake/time-of-day.ts';
import { caseById, type CaseRecord } from '../store/cases.ts';
import { type HandOverRecord, linesOfHandOver, recentHandOvers } from '../store/hand-overs.ts';
import { noticeById } from '../store/notices.ts';
import { originalsHere } from '../store/original-moves.ts';

/** How far back signed lists are shown. */
const SHOWN_MS = 30 * 24 * 3_600_000;
const LISTED = 100;

type Looking = Pick<ReadBench, 'db' | 'parts' | 'nowMs' | 'today'>;

/** What lies at this counter and where the rest went; names no person. */
export function handOverView(looking: Looking): HandOverView {
  const { db, nowMs } = looking;
  const caseOf = casesOf(looking);
  const here = papersHere(looking, caseOf);
  const departments = new Map(
    here.map(({ caseId }) => {
      const { key, nameZh, nameEn } = caseOf(caseId).item.department;
      return [key, { key, nameZh, nameEn }] as const;
    }),
  );
  return {
    departments: [...departments.values()],
    here,
    lists: recentHandOvers(db, nowMs - SHOWN_MS, LISTED).map((list) => listOf(looking, list, caseOf)),
  };
}

/** How many papers lie here, and how many of them since an earlier day: at the end of a day both are none. */
export function originalsCounted(
  db: Looking['db'],
  timeZone: string,
  today: Day,
): { readonly here: number; readonly overnight: number } {
  const here = originalsHere(db);
  const earlier = here.filter(({ sinceMs }) => dayInHall(sinceMs, timeZone) < today);
  return { here: here.length, overnight: earlier.length };
}

function papersHere({ db, parts, today }: Looking, caseOf: CaseOf): PaperHere[] {
  return originalsHere(db).map(({ caseId, materialId, paperName, originals, copies, sinceMs }) => {
    const { item, state } = caseOf(caseId);
    const since = dayInHall(sinceMs, parts.site.timeZone);
    return {
      ...named(caseOf(caseId), materialId, paperName),
      originals,
      copies,
      department: item.department.key,
      state,
      since,
      overnight: since < today,
      goesBack: goesBack(materialOfItem(item, materialId)?.custody ?? ''),
    };
  });
}

function listOf({ db }: Looking, list: HandOverRecord, caseOf: CaseOf): HandOverList {
  const lines = linesOfHandOver(db, list.id);
  const [first] = lines;
  const notice = noticeById(db, list.noticeId);
  if (!first || !notice) throw new RangeError('a hand-over list has papers and is one');
  const { key, nameZh, nameEn } = caseOf(first.caseId).item.department;
  const { id, madeAtMs, madeOn, givenBy, takenBy, takenWith, takenAtMs } = list;
  return {
    id,
    department: { key, nameZh, nameEn },
    madeAtMs,
    madeOn,
    givenBy,
    taken:
      takenBy === null || takenWith === null || takenAtMs === null
        ? null
        : { by: takenBy, badge: takenWith, atMs: takenAtMs },
    papers: lines.map(({ caseId, materialId, paperName, originals, copies, cameBack }) => ({
      ...named(caseOf(caseId), materialId, paperName),
      originals,
      copies,
      cameBack,
    })),
    notice: notice.summary,
  };
}

function named(record: CaseRecord, materialId: string, paperName: string) {
  const { id: caseId, item, receiptNumber } = record;
  if (receiptNumber === null) throw new RangeError('an original lies here with a receipt');
  return {
    caseId,
    materialId,
    receiptNumber,
    itemNameZh: item.nameZh,
    itemNameEn: item.nameEn,
    nameZh: paperName,
    nameEn: materialOfItem(item, materialId)?.nameEn ?? paperName,
  };
}

type CaseOf = (id: CaseId) => CaseRecord;

/** Each case is read once for one answer. */
function casesOf({ db }: Pick<Looking, 'db'>): CaseOf {
  const known = new Map<CaseId, CaseRecord>();
  return (id) => {
    const record = known.get(id) ?? caseById(db, id);
    if (!record) throw new RangeError('an original belongs to a case');
    known.set(id, record);
    return record;
  };
}

import type { CaseId } from '#contract/shapes/case.ts';
import type { HelpedCase, HelpLists } from '#contract/shapes/help.ts';
import { maskedPartyName } from '#rules/identity/mask.ts';
import { citizenDay } from '#rules/intake/citizen-day.ts';
import { consentCovers } from '#rules/intake/helping.ts';
import { isTakenAlong } from '#rules/notices/help-values.ts';
import type { HelpedLine } from '#rules/notices/notice-facts.ts';
import { isSigned } from '#rules/notices/signing.ts';
import type { ReadBench, WriteBench } from '../answering.ts';
import { gatherCase } from '../intake/case-whole.ts';
import { newId } from '../new-id.ts';
import { issueNotice } from '../papers/issue-notice.ts';
import { settle } from '../papers/signing-desk.ts';
import { caseById, type CaseRecord } from '../store/cases.ts';
import {
  addHelpList,
  casesOfHelpList,
  casesToList,
  recentHelpLists,
  signHelpList,
} from '../store/help-lists.ts';
import { helpOfVisit, noteHelp } from '../store/helps.ts';
import { noticeContent, noticeOfHelpList, noticesOfCase } from '../store/notices.ts';
import { partiesOf } from '../store/parties.ts';

/** How far back lists that were signed for are shown. */
const SHOWN_MS = 30 * 24 * 3_600_000;

type Looking = Pick<ReadBench, 'db' | 'nowMs'>;

/** What waits for a list, and the lists; names of applicants are masked. */
export function helpLists({ db, nowMs }: Looking): HelpLists {
  const waiting = Map.groupBy(casesToList(db), ({ badge }) => badge);
  return {
    waiting: [...waiting.values()].flatMap((rows) => {
      const [first] = rows;
      if (!first) return [];
      const { badge, name, point } = first;
      return [{ helper: { badge, name, point }, cases: rows.map(({ caseId }) => lineOf(db, caseId)) }];
    }),
    lists: recentHelpLists(db, nowMs - SHOWN_MS).map((list) => {
      const { id, badge, name, point, madeAtMs, madeBy, takenAtMs, takenClerk } = list;
      return {
        id,
        helper: { badge, name, point },
        madeAtMs,
        madeBy,
        cases: casesOfHelpList(db, id).map((caseId) => lineOf(db, caseId)),
        paper: noticeOfHelpList(db, id),
        taken: takenAtMs === null || takenClerk === null ? null : { atMs: takenAtMs, clerk: takenClerk },
      };
    }),
  };
}

/** One list of everything this helper has in hand; each case keeps its own number and slip. */
export function makeHelpList(
  bench: WriteBench,
  badge: string,
): 'nothing-to-list' | 'consent-misses-item' | null {
  const { db, nowMs: atMs } = bench;
  const waiting = casesToList(db).filter((row) => row.badge === badge);
  if (waiting.length === 0) return 'nothing-to-list';
  // A case that was only told what is missing, or refused, may lie outside the consent: its slip is the citizen's to fetch.
  const rows = waiting.filter(({ caseId }) => {
    const { visitId, item } = existing(db, caseId);
    const consent = helpOfVisit(db, visitId)?.consent;
    return consent?.originalSeen && consentCovers(consent, item.code);
  });
  const [first] = rows;
  if (!first) return 'consent-misses-item';
  const clerk = bench.asker.staff?.number ?? 'nobody';
  const { name, point } = first;
  const id = newId();
  addHelpList(
    db,
    { id, badge, name, point, atMs, clerk },
    rows.map(({ caseId }) => caseId),
  );
  issueNotice(bench, {
    kind: 'help-list',
    helpListId: id,
    facts: { helper: { badge, name, point }, lines: rows.map(({ caseId }) => takenOf(bench, caseId)) },
  });
  bench.about(id, `help list of ${rows.length} cases`);
  return null;
}

/** What a helper takes to one citizen: the papers that are theirs, and the originals that were given back. */
function takenOf(bench: WriteBench, caseId: CaseId): HelpedLine {
  const { db } = bench;
  const record = existing(db, caseId);
  const { applicant, materials } = gatherCase(bench, record);
  return {
    receiptNumber: record.receiptNumber ?? '',
    itemNameZh: record.item.nameZh,
    applicant: applicant && applicant.details,
    slips: noticesOfCase(db, caseId)
      .filter(({ kind }) => isTakenAlong(kind))
      .map(({ id, documentNumber }) => ({ title: noticeContent(db, id)?.title ?? '', documentNumber })),
    originals: materials
      .filter(({ custody, originalsTaken }) => custody === 'read_only_not_kept' && originalsTaken > 0)
      .map(({ nameZh, originalsTaken }) => ({ nameZh, count: originalsTaken })),
  };
}

/** The helper took the slips: it is on the record of each visit, too, and on the paper unless it was signed on the screen. */
export function signForList(
  bench: WriteBench,
  listId: string,
  badge: string,
): 'no-such-list' | 'list-signed-already' | 'badge-of-another' | null {
  const { db, nowMs: atMs } = bench;
  const list = recentHelpLists(db, 0).find(({ id }) => id === listId);
  if (!list) return 'no-such-list';
  if (list.takenAtMs !== null) return 'list-signed-already';
  if (list.badge !== badge) return 'badge-of-another';
  const clerk = bench.asker.staff?.number ?? 'nobody';
  signHelpList(db, { id: listId, atMs, clerk });
  const paper = noticeOfHelpList(db, listId);
  if (paper && !isSigned(paper.signing)) {
    settle(bench, paper.id, { outcome: 'on-paper', png: null, sha256: null, reason: null, clerk });
  }
  const visits = new Set(casesOfHelpList(db, listId).map((caseId) => existing(db, caseId).visitId));
  for (const visitId of visits) noteHelp(db, { visitId, act: 'take-slip', atMs, clerk });
  bench.about(listId, 'help list signed for');
  return null;
}

function lineOf(db: Looking['db'], caseId: CaseId): HelpedCase {
  const record = existing(db, caseId);
  const { item, receiptNumber, state } = record;
  if (receiptNumber === null) throw new RangeError('a case in a list has a receipt');
  const applicant = (record.parties ?? partiesOf(db, record.visitId)).applicant?.details;
  return {
    caseId,
    receiptNumber,
    itemNameZh: item.nameZh,
    itemNameEn: item.nameEn,
    applicantName: applicant ? maskedPartyName(applicant.kind, applicant.name) : '',
    state,
    day: citizenDay(record),
  };
}

function existing(db: Looking['db'], caseId: CaseId): CaseRecord {
  const record = caseById(db, caseId);
  if (!record) throw new RangeError('a case in a list is in the file');
  return record;
}

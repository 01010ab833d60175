import type { Guidance } from '#contract/shapes/guidance.ts';
import type { TicketGuidance } from '#contract/shapes/guided.ts';
import type { CaseId } from '#contract/shapes/case.ts';
import type { ServiceItem } from '#contract/shapes/item.ts';
import type { Reader, Writer } from '#native/sqlite/database.ts';
import { crossingOf } from '#rules/intake/crossing.ts';
import { materialsAsked } from '#rules/intake/materials-asked.ts';
import {
  rerouteOf,
  situationsAsked,
  situationsOpen,
  type SituationAnswers,
} from '#rules/intake/situations.ts';
import { regionOfSite } from '../crossing/crossing-of-case.ts';
import { owedInstead } from '../intake/papers-of-case.ts';
import type { Parts } from '../parts.ts';
import { saveAnswers } from '../store/cases.ts';
import { guidanceById, takeGuidance } from '../store/guidances.ts';
import { linkOnline } from '../store/online-numbers.ts';
import type { Visit } from '../store/visits.ts';

/** The same questions and the same papers as in a case, for somebody who has no case yet. */
export function guidanceFor(
  parts: Pick<Parts, 'site' | 'items'>,
  item: ServiceItem,
  answers: SituationAnswers,
  agent: boolean,
): Guidance {
  const { site } = parts;
  const region = regionOfSite(site);
  return {
    item: { ...item, situations: situationsAsked(item) },
    papers: materialsAsked(item, answers, agent, owedInstead(parts)).map(
      ({ query: _query, ...paper }) => paper,
    ),
    open: situationsOpen(item, answers),
    rerouteTo: rerouteOf(item, answers),
    ...crossingOf({ item, level: site.level, region, decisionRegion: null }),
  };
}

/** Answers that the item knows, questions and options both; a newer version may have dropped some. */
export function answersKnown(item: ServiceItem, answers: SituationAnswers): SituationAnswers {
  return Object.fromEntries(
    situationsAsked(item).flatMap(({ id, options }) => {
      const optionId = answers[id];
      return options.some((option) => option.id === optionId) && optionId ? [[id, optionId]] : [];
    }),
  );
}

/** What came with the ticket of a visit; null where nobody was asked before. */
export function guidanceOfVisit(db: Reader, { guidanceId }: Visit): TicketGuidance | null {
  const kept = guidanceId === null ? null : guidanceById(db, guidanceId);
  if (!kept) return null;
  const { answers, caseId, openBundle, ...told } = kept;
  return { ...told, answered: Object.keys(answers).length, used: (caseId ?? openBundle) !== null };
}

/** A case of the item that was asked about begins with the answers given then, and with the number of the web. */
export function fillFromGuidance(
  db: Writer,
  visit: Visit,
  opened: { readonly caseId: CaseId; readonly item: ServiceItem; readonly atMs: number; readonly by: string },
): void {
  const { caseId, item, atMs, by } = opened;
  const kept = visit.guidanceId === null ? null : guidanceById(db, visit.guidanceId);
  if (!kept || kept.caseId !== null || kept.itemCode !== item.code) return;
  saveAnswers(db, caseId, answersKnown(item, kept.answers));
  if (kept.onlineNumber !== null) linkOnline(db, { caseId, onlineNumber: kept.onlineNumber, atMs, by });
  takeGuidance(db, kept.id, caseId);
}

import type { CaseId } from '#contract/shapes/case.ts';
import { PartyKind } from '#contract/shapes/party.ts';
import type { QueryLog, QueryOutcome } from '#contract/shapes/query-log.ts';
import { maskedPartyName } from '#rules/identity/mask.ts';
import { materialOfItem } from '#rules/intake/item-materials.ts';
import type { Looking } from '../intake/case-whole.ts';
import { caseById, type CaseRecord } from '../store/cases.ts';
import { queriesCounted, queriesSince } from '../store/query-log.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Every query of this window in the last days: who asked which source about whom, for what and on which ground, and
 * whether it was answered. What was answered stays with its case.
 *
 * @source domain.md 12.1 F08
 */
export function queryLog(
  { db, nowMs }: Pick<Looking, 'db'> & { readonly nowMs: number },
  wish: {
    readonly text: string;
    readonly days: number;
    readonly outcome: QueryOutcome | null;
    readonly limit: number;
  },
): QueryLog {
  const { outcome, limit } = wish;
  const of = { fromMs: nowMs - wish.days * DAY_MS, words: wish.text.normalize('NFKC').trim() };
  /** Most queries are about the papers of a few items. */
  const items = new Map<string, CaseRecord['item'] | null>();
  const paperOf = (version: string, caseId: CaseId, materialId: string) => {
    const item = items.get(version) ?? caseById(db, caseId)?.item ?? null;
    items.set(version, item);
    return item && materialOfItem(item, materialId);
  };
  const lines = queriesSince(db, { ...of, outcome, limit }).map(
    ({ itemCode, itemVersion, materialId, applicantName, applicantKind, ...line }) => {
      const paper = paperOf(`${itemCode} ${itemVersion}`, line.caseId, materialId);
      const kind = PartyKind.catch('person').parse(applicantKind);
      return {
        ...line,
        about: applicantName === null ? null : maskedPartyName(kind, applicantName),
        paperNameZh: paper?.nameZh ?? materialId,
        paperNameEn: paper?.nameEn ?? materialId,
      };
    },
  );
  return { lines, counts: queriesCounted(db, of) };
}

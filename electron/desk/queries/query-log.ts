import type { CaseId } from '#contract/shapes/case.ts';
import { PartyKind } from '#contract/shapes/party.ts';
import type { QueryLog, QueryOutcome } from '#contract/shapes/query-log.ts';
import { maskedPartyName } from '#rules/identity/mask.ts';
import { materialOfItem } from '#rules/intake/item-materials.ts';
import { NETWORK_PURPOSE } from '../identity/network-check.ts';
import type { Looking } from '../intake/case-whole.ts';
import { caseById, type CaseRecord } from '../store/cases.ts';
import { queriesCounted, queriesSince } from '../store/query-log.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Every query of this window in the last days, instead of a paper or about an identity: who asked which source about
 * whom, for what and on which ground, and whether it was answered. What was answered stays with its case.
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
  const of = {
    fromMs: nowMs - wish.days * DAY_MS,
    words: wish.text.normalize('NFKC').trim(),
    typed: wish.text.trim(),
    networkPurpose: NETWORK_PURPOSE,
  };
  /** Most queries are about the papers of a few items. */
  const items = new Map<string, CaseRecord['item'] | null>();
  const paperOf = (version: string, caseId: CaseId, materialId: string) => {
    const item = items.get(version) ?? caseById(db, caseId)?.item ?? null;
    items.set(version, item);
    return (item && materialOfItem(item, materialId)) ?? { nameZh: materialId, nameEn: materialId };
  };
  const lines = queriesSince(db, { ...of, outcome, limit }).map(
    ({ itemCode, itemVersion, materialId, aboutName, aboutKind, ...line }) => {
      const paper =
        line.caseId !== null && materialId !== null
          ? paperOf(`${itemCode} ${itemVersion}`, line.caseId, materialId)
          : null;
      const kind = PartyKind.catch('person').parse(aboutKind);
      return {
        ...line,
        about: aboutName === null ? null : maskedPartyName(kind, aboutName),
        paperNameZh: paper?.nameZh ?? null,
        paperNameEn: paper?.nameEn ?? null,
      };
    },
  );
  return { lines, counts: queriesCounted(db, of) };
}

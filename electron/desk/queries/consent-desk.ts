import type { Output } from '#contract/calls.ts';
import type { QueryKind } from '#contract/shapes/material.ts';
import type { Reader } from '#native/sqlite/database.ts';
import { askedFor, purposeOf } from '#rules/intake/query-terms.ts';
import type { WriteBench } from '../answering.ts';
import { gatherCase } from '../intake/case-whole.ts';
import { newId } from '../new-id.ts';
import { caseById, type CaseRecord } from '../store/cases.ts';
import { answerConsent, askConsent, type AskedConsent, openConsent } from '../store/query-consents.ts';
import { visitInHand } from '../store/visits.ts';

/** Nobody is waited for longer than this; the question leaves the screen by itself. */
const ON_SCREEN_MS = 10 * 60_000;

/**
 * Asks the citizen, on the screen turned to them, whether a source may be asked; null when it stands there.
 *
 * @source domain.md 4.4: the holder consents on the second screen, the clerk states the purpose
 */
export function askOnScreen(
  bench: WriteBench,
  record: CaseRecord,
  { materialId, kind }: { readonly materialId: string; readonly kind: QueryKind },
): 'no-such-material' | 'nothing-to-ask' | 'citizen-not-here' | null {
  const { db, nowMs } = bench;
  const paper = gatherCase(bench, record).materials.find(({ id }) => id === materialId);
  if (!paper?.asked) return 'no-such-material';
  const what = askedFor(kind, paper.lookup);
  if (what === null) return 'nothing-to-ask';
  if (visitInHand(db)?.id !== record.visitId) return 'citizen-not-here';
  askConsent(db, {
    id: newId(),
    caseId: record.id,
    materialId,
    kind,
    what: kind === 'licence' ? what : (paper.lookup.source?.nameZh ?? what),
    purpose: purposeOf(record.item.nameZh, paper.nameZh),
    visitId: record.visitId,
    askedAtMs: nowMs,
    askedBy: bench.asker.staff?.number ?? 'nobody',
  });
  tell(bench, record.id);
  return null;
}

/** What the citizen's screen shows of it. */
export function consentShown(db: Reader, nowMs: number): Output<'citizen.view'>['consent'] {
  const asked = consentOnScreen(db, nowMs);
  if (!asked) return null;
  const record = caseById(db, asked.caseId);
  const { id: consentId, kind, what, purpose } = asked;
  return {
    consentId,
    kind,
    what,
    purpose,
    itemNameZh: record?.item.nameZh ?? '',
    itemNameEn: record?.item.nameEn ?? '',
  };
}

/** What the citizen said. */
export function answerOnScreen(
  bench: WriteBench,
  consentId: string,
  agrees: boolean,
): 'no-longer-asked' | null {
  const asked = consentOnScreen(bench.db, bench.nowMs);
  if (asked?.id !== consentId) return 'no-longer-asked';
  answerConsent(bench.db, consentId, agrees ? 'agreed' : 'declined', bench.nowMs);
  tell(bench, asked.caseId);
  return null;
}

function consentOnScreen(db: Reader, nowMs: number): AskedConsent | null {
  const asked = openConsent(db);
  const isHere = asked !== null && visitInHand(db)?.id === asked.visitId;
  return isHere && nowMs - asked.askedAtMs < ON_SCREEN_MS ? asked : null;
}

function tell({ parts, afterwards }: WriteBench, caseId: CaseRecord['id']): void {
  afterwards(() => {
    parts.announce('citizen.changed', {});
    parts.announce('case.changed', { caseId });
  });
}

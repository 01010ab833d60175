import { copyMark } from '#rules/intake/copy-mark.ts';
import type { WriteBench } from '../answering.ts';
import { newId } from '../new-id.ts';
import type { CaseRecord } from '../store/cases.ts';
import { provideMaterial } from '../store/materials.ts';
import { copyPage, pagesOf } from '../store/pages.ts';
import { gatherCase } from './case-whole.ts';
import { copiesGood } from './papers-of-case.ts';
import { dayInHall } from './time-of-day.ts';

type Barred = 'no-such-material' | 'no-earlier-copy' | 'paper-has-pages';

/**
 * Gives a paper the verified copy of an earlier case of the applicant; null when it is done, else why not.
 *
 * The pages come along, turned and cropped as they were. They never mix with pages of this case: a copy that a clerk
 * compared must stay what the clerk compared.
 *
 * @source domain.md 4.3 grade B, 12.3 F18
 */
export function reuseCopy(bench: WriteBench, record: CaseRecord, materialId: string): Barred | null {
  const { db, parts, nowMs } = bench;
  const whole = gatherCase(bench, record);
  const paper = whole.materials.find(({ id }) => id === materialId);
  if (!paper?.asked) return 'no-such-material';
  const copy = copiesGood(bench, record, whole).get(paper.nameZh)?.copy;
  if (!copy || !paper.earlier) return 'no-earlier-copy';
  if (pagesOf(db, record.id).some((page) => page.materialId === materialId)) return 'paper-has-pages';

  const by = bench.asker.staff?.number ?? 'nobody';
  for (const page of pagesOf(db, copy.caseId)) {
    if (page.materialId !== copy.materialId) continue;
    copyPage(db, page, {
      id: newId(),
      fromCase: copy.caseId,
      caseId: record.id,
      materialId,
      atMs: nowMs,
      by,
    });
  }
  const { checkedAtMs, checkedBy, checkedWindow, fileHash, receiptNumber } = copy;
  provideMaterial(
    db,
    record.id,
    {
      materialId,
      paperName: paper.nameZh,
      route: 'reuse',
      originalsTaken: 0,
      copiesTaken: 0,
      checkedAgainstOriginal: true,
      checkedAtMs,
      checkedBy,
      checkedWindow,
      fileHash,
      dueOn: null,
      queryId: null,
      reusedReceipt: receiptNumber,
      watermark: copyMark({
        clerk: checkedBy,
        window: checkedWindow,
        on: dayInHall(checkedAtMs, parts.site.timeZone),
        receiptNumber,
        itemNameZh: record.item.nameZh,
      }),
      providedAtMs: nowMs,
    },
    by,
  );
  return null;
}

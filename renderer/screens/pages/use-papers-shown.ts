import { useStore } from 'zustand';
import type { BundleView } from '#contract/shapes/bundle-view.ts';
import type { CaseId, CaseView } from '#contract/shapes/case.ts';
import { takesPapers } from '#rules/intake/case-moves.ts';
import type { Stores } from '../../stores/stores.ts';

/** A paper whose pages are shown. */
interface PaperShown {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Its pages may be changed. */
  readonly isOpen: boolean;
}

/** The papers of the case whose pages are followed, in their order: of the case on the sheet, or of the pool. */
export function usePapersShown(stores: Stores): readonly PaperShown[] {
  const caseId = useStore(stores.pages, (s) => s.caseId);
  const file = useStore(stores.caseFile, (s) => s.file);
  const bundle = useStore(stores.bundle, (s) => s.view);
  if (caseId === null) return [];
  if (file?.id === caseId) return ofCase(file);
  return bundle ? ofPool(bundle, caseId) : [];
}

function ofCase({ materials, state }: CaseView): PaperShown[] {
  return materials.map(({ id, nameZh, nameEn, reused }) => ({
    id,
    nameZh,
    nameEn,
    isOpen: takesPapers(state) && reused === null,
  }));
}

function ofPool({ papers, steps }: BundleView, caseId: CaseId): PaperShown[] {
  const step = steps.find((one) => one.case?.id === caseId);
  if (!step?.case) return [];
  const { state } = step.case;
  return papers.flatMap(({ nameZh, nameEn, cells }) => {
    const cell = cells.find(({ itemCode }) => itemCode === step.itemCode);
    const isOpen = takesPapers(state) && cell?.route !== 'reuse';
    return cell ? [{ id: cell.materialId, nameZh, nameEn, isOpen }] : [];
  });
}

import { useEffect, useRef } from 'react';
import type { BundleStepView, BundleView, PoolCell, PoolPaper } from '#contract/shapes/bundle-view.ts';
import { takesPapers } from '#rules/intake/case-moves.ts';
import type { Stores } from '../../stores/stores.ts';
import { PagePicker } from '../pages/page-picker.tsx';
import { PageStrip } from '../pages/page-strip.tsx';
import { useFileDrop } from '../pages/use-file-drop.ts';

interface PoolPagesProps {
  readonly stores: Stores;
  readonly view: BundleView;
  readonly paper: PoolPaper;
}

/** The pages of a paper of the pool. They lie in one of its cases, and the desk gives them to every other it serves. */
export function PoolPages({ stores, view, paper }: PoolPagesProps) {
  const place = useRef<HTMLDivElement>(null);
  const home = pagesAt(view, paper);
  const caseId = home?.step.case.id ?? null;
  const frozen = home === null || !takesPapers(home.step.case.state);
  useEffect(() => {
    if (caseId !== null) void stores.pages.getState().follow(caseId);
  }, [stores, caseId]);
  useEffect(
    // Back to the pages of the case that lies under the bundle.
    () => () => void stores.pages.getState().follow(stores.caseFile.getState().file?.id ?? null),
    [stores],
  );
  const add = (picked: readonly File[]) => {
    if (home && !frozen) void stores.pages.getState().addFiles(home.cell.materialId, picked);
  };
  useFileDrop(place, add);
  return (
    <div className="pool-pages" ref={place}>
      {home && (
        <>
          <PagePicker paperId={paper.id} onFiles={add} />
          <PageStrip
            stores={stores}
            material={{ id: home.cell.materialId, isCopy: home.cell.route === 'reuse' }}
            rowId={paper.id}
            frozen={frozen}
            onPick={() => place.current?.querySelector<HTMLElement>('[data-picker]')?.click()}
          />
        </>
      )}
    </div>
  );
}

interface Home {
  readonly cell: PoolCell;
  readonly step: BundleStepView & { readonly case: NonNullable<BundleStepView['case']> };
}

/** The case in which the pages of a paper lie, or would come to lie: one that still takes papers before one that does not. */
export function pagesAt(view: BundleView, { cells }: PoolPaper): Home | null {
  const homes = cells.flatMap((cell): Home[] => {
    const step = view.steps.find(({ itemCode }) => itemCode === cell.itemCode);
    return step?.case && cell.state !== 'not-needed' && cell.state !== 'comes' && cell.route !== 'card'
      ? [{ cell, step: { ...step, case: step.case } }]
      : [];
  });
  const open = homes.filter(({ step }) => takesPapers(step.case.state));
  const withPages = ({ cell }: Home) =>
    cell.route === 'scan' || cell.route === 'file' || cell.route === 'reuse';
  return open.find(withPages) ?? open[0] ?? homes.find(withPages) ?? homes[0] ?? null;
}

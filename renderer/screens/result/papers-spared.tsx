import type { CaseView } from '#contract/shapes/case.ts';
import { SavedBy } from '#contract/shapes/material.ts';
import { useWords } from '../../words/words.ts';

/** Beside the days: what this citizen did not have to bring, and what spared it. */
export function PapersSpared({ file }: { readonly file: CaseView }) {
  const { saved: said } = useWords();
  const { papersSaved } = file;
  if (papersSaved.length === 0) return null;
  const ways = SavedBy.options
    .map((by) => [by, papersSaved.filter((paper) => paper.by === by).length] as const)
    .filter(([, papers]) => papers > 0)
    .map(([by, papers]) => said.way(said.ways[by], papers));
  return (
    <div className="spared">
      <dt>{said.ofCase(papersSaved.length)}</dt>
      <dd>{ways.join(' · ')}</dd>
    </div>
  );
}

import type { CaseView } from '#contract/shapes/case.ts';
import { Icon } from '../../components/icon.tsx';
import { RouteSeal } from '../../components/route-seal.tsx';
import { inLanguage, useWords } from '../../words/words.ts';
import { howItCame, PAPER_SIGNS, paperState } from '../case/paper-state.ts';

/** The papers of a case as they came, to look at. */
export function FrozenPapers({ file }: { readonly file: CaseView }) {
  const words = useWords();
  const { papers } = words.sheet.intake;
  const asked = file.materials.filter((material) => material.asked);
  if (asked.length === 0) return <p className="note">{papers.none}</p>;
  return (
    <ul className="frozen-papers">
      {asked.map((material) => {
        const [sign, tone] = PAPER_SIGNS[paperState(file, material)];
        const how = howItCame(words, file, material);
        return (
          <li key={material.id}>
            <Icon name={sign} tone={tone} size="s" />
            <span className="el">{inLanguage(words, material.nameZh, material.nameEn)}</span>
            <RouteSeal sign={material.route ? papers.seals[material.route] : null} />
            <span className="note el">{[how.title, how.note].filter(Boolean).join(' · ')}</span>
          </li>
        );
      })}
    </ul>
  );
}

import { useId, useState } from 'react';
import type { CaseView } from '#contract/shapes/case.ts';
import { inLanguage, useWords } from '../../words/words.ts';
import { whyByLaw } from './paper-state.ts';

/** The foot of the paper list: what need not be brought, and why. */
export function DroppedPapers({ file }: { readonly file: CaseView }) {
  const words = useWords();
  const { papers, listMark } = words.sheet.intake;
  const [shown, setShown] = useState(false);
  const listId = useId();
  const dropped = file.materials.filter((material) => !material.asked);
  if (dropped.length === 0) return <span className="note dim">{papers.keys}</span>;
  const names = dropped.map((material) => inLanguage(words, material.nameZh, material.nameEn));
  return (
    <div className="dropped">
      <span className="note el">{papers.dropped(dropped.length, names.join(listMark))}</span>
      <button
        type="button"
        className="link"
        aria-expanded={shown}
        aria-controls={listId}
        onClick={() => setShown(!shown)}
      >
        {shown ? papers.whyClose : papers.why}
      </button>
      <ul id={listId} hidden={!shown}>
        {dropped.map((material) => (
          <li key={material.id}>
            {material.owedBy ? (
              <s>{inLanguage(words, material.nameZh, material.nameEn)}</s>
            ) : (
              <b>{inLanguage(words, material.nameZh, material.nameEn)}</b>
            )}
            <span className="note">{whyByLaw(words, file, material)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

import type { KeyboardEvent } from 'react';
import type { CaseMaterial, CaseView } from '#contract/shapes/case.ts';
import { Icon } from '../../components/icon.tsx';
import { RouteSeal } from '../../components/route-seal.tsx';
import { inLanguage, useWords } from '../../words/words.ts';
import { howItCame, PAPER_SIGNS, paperState, type PaperState, whyByLaw, whyWords } from './paper-state.ts';

interface PaperRowProps {
  readonly no: number;
  readonly file: CaseView;
  readonly material: CaseMaterial;
  readonly isNow: boolean;
  readonly onFocus: () => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

const SEAL_TONES = { done: 'p', missing: 'a', later: 'i', none: undefined } as const satisfies Record<
  PaperState,
  string | undefined
>;

/** One paper: state, name and why, whether it stops the case, and how it came. */
export function PaperRow({ no, file, material, isNow, onFocus, onKey }: PaperRowProps) {
  const words = useWords();
  const { papers } = words.sheet.intake;
  const state = paperState(file, material);
  const [sign, tone] = PAPER_SIGNS[state];
  const how = howItCame(words, file, material);
  const sealTone = SEAL_TONES[state];
  return (
    <button
      type="button"
      className={isNow ? 'paper-row now' : 'paper-row'}
      data-row={material.id}
      data-state={state}
      tabIndex={isNow ? 0 : -1}
      aria-current={isNow || undefined}
      data-why={whyByLaw(words, file, material)}
      onFocus={onFocus}
      onClick={onFocus}
      onKeyDown={onKey}
    >
      <span className="k n">{no}</span>
      <Icon name={sign} tone={tone} />
      <span className="nm">
        <b className="el">{inLanguage(words, material.nameZh, material.nameEn)}</b>
        <span className="el">{whyWords(words, file, material)}</span>
      </span>
      <span className="d" data-dot={state}>
        <span className="sr">{papers.row(papers.thisCase, papers.state[state])}</span>
      </span>
      <span className="rt">
        <RouteSeal
          sign={material.route ? papers.seals[material.route] : null}
          {...(sealTone ? { tone: sealTone } : {})}
        />
        <span className={state === 'missing' ? 'how amber' : 'how'}>
          <b className="el">{how.title}</b>
          <em className="el">{how.note}</em>
        </span>
        {material.grade && (
          <span className="grade" title={papers.grades[material.grade]}>
            {papers.gradeMarks[material.grade]}
            <span className="sr">{papers.grades[material.grade]}</span>
          </span>
        )}
      </span>
    </button>
  );
}

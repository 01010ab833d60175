import './sources.css';
import type { CaseView } from '#contract/shapes/case.ts';
import { Icon } from '../../components/icon.tsx';
import { useWords } from '../../words/words.ts';
import { caseFlagWords } from './case-flag-words.ts';
import { flagWords } from './flag-words.ts';

/**
 * 监管提示: what this case and others of its applicant leave open, and what any source that was asked said of them; once
 * each, whichever paper is in hand.
 */
export function SupervisionLine({ file }: { readonly file: CaseView }) {
  const words = useWords();
  const flags = file.materials.flatMap(({ query }) => query?.flags ?? []);
  const said = [
    ...file.flags.map((flag) => caseFlagWords(flag, file.id, words)),
    ...new Set(flags.map((flag) => flagWords(flag, words))),
  ];
  if (said.length === 0) return null;
  return (
    <p className="supervision">
      <Icon name="warn" size="s" tone="amber" />
      <span className="el" title={said.join(words.sheet.intake.listMark)}>
        {said.join(words.sheet.intake.listMark)}
      </span>
    </p>
  );
}

import { takesPapers } from '#rules/intake/case-moves.ts';
import type { CaseView } from '#contract/shapes/case.ts';
import { Icon, type IconName, type Tone } from '../../components/icon.tsx';
import { useWords, type Words } from '../../words/words.ts';

/** The foot of a case's column: what can be done with it as it stands. */
export function ColumnFoot({ file }: { readonly file: CaseView }) {
  const words = useWords();
  const [sign, tone, said] = footOf(words, file);
  return (
    <span className={`column-foot ${tone}`}>
      <Icon name={sign} size="s" />
      {said}
    </span>
  );
}

function footOf(words: Words, file: CaseView): readonly [IconName, Tone, string] {
  const said = words.sheet.intake.papers.columnFoot;
  const open = (outcome: string) => file.outcomes.some((one) => one.outcome === outcome && one.open);
  if (open('accept')) return ['ok', 'pine', said.accept];
  if (open('accept-tolerant')) return ['ok', 'pine', said.tolerant];
  if (!takesPapers(file.state)) return ['lock', 'dim', said.decided];
  if (file.missing.length > 0) return ['warn', 'amber', said.missing(file.missing.length)];
  if (file.outcomes.some((one) => one.because === 'situation-open')) return ['wait', 'indigo', said.waits];
  if (file.item.counterOutcomeAuthority === 'department_seat_only') return ['arrow', 'qing', said.handOver];
  return ['wait', 'indigo', said.stopped];
}

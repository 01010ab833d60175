import '../sources/sources.css';
import type { CaseView } from '#contract/shapes/case.ts';
import { Icon } from '../../components/icon.tsx';
import type { Stores } from '../../stores/stores.ts';
import { useWords } from '../../words/words.ts';
import { useExpert } from './use-expert.ts';

/** At the case: the newest answer of the expert, or that one is awaited. Nothing where nobody was asked. */
export function ExpertLines({ stores, file }: { readonly stores: Stores; readonly file: CaseView }) {
  const words = useWords();
  const { expert: said } = words;
  const { questions } = useExpert(stores.desk, file.id);
  const answered = questions?.find(({ answer }) => answer !== null)?.answer;
  const [newest] = questions ?? [];
  if (!newest) return null;
  const text = answered ? said.line(answered.text, answered.by) : said.lineWaits(newest.text);
  return (
    <p className="expert-line">
      <Icon name={answered ? 'ok' : 'todo'} size="s" tone={answered ? 'pine' : 'dim'} />
      <span className="el" title={text}>
        {text}
      </span>
    </p>
  );
}

import { ActButton } from '../../components/act-button.tsx';
import { setbackWords } from '../../words/saying.ts';
import { useWords } from '../../words/words.ts';
import type { GuidanceList } from './use-guidance-list.ts';

interface ListButtonProps {
  readonly list: GuidanceList;
  readonly onMake: () => unknown;
}

/** Makes the list of papers as a paper of the hall; beside it whether its PDF is there. */
export function ListButton({ list, onMake }: ListButtonProps) {
  const words = useWords();
  const { made, setback, busy } = list;
  const now = setback
    ? setbackWords(words, setback)
    : made && `${made.documentNumber} ${words.sheet.result.pdf[made.pdf]}`;
  return (
    <div className="guidance-list" data-pdf={made?.pdf}>
      <ActButton act="guidance-list" busy={busy} onAct={onMake}>
        {words.guidance.makeList}
      </ActButton>
      {now && (
        <output className="note el" title={now}>
          {now}
        </output>
      )}
    </div>
  );
}

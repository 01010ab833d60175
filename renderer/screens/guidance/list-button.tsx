import { ActButton } from '../../components/act-button.tsx';
import { setbackWords } from '../../words/saying.ts';
import { useWords, type Words } from '../../words/words.ts';
import type { GuidanceList } from './use-guidance-list.ts';

interface ListButtonProps {
  readonly list: GuidanceList;
  readonly onMake: () => unknown;
}

/** Makes the list of papers as a paper of the hall; beside it whether its PDF is there. */
export function ListButton({ list, onMake }: ListButtonProps) {
  const words = useWords();
  const now = listSays(words, list);
  return (
    <div className="guidance-list" data-pdf={list.made?.pdf}>
      <ActButton act="guidance-list" busy={list.busy} onAct={onMake}>
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

/** The number of the paper and whether its PDF is there, or why there is none; null before one was asked for. */
export function listSays(words: Words, { made, setback }: GuidanceList): string | null {
  if (setback) return setbackWords(words, setback);
  return made && `${made.documentNumber} ${words.sheet.result.pdf[made.pdf]}`;
}

import { Icon } from '../../components/icon.tsx';
import { useWords } from '../../words/words.ts';

/** The place of a card that is not there yet. */
export function EmptyCard({ reading }: { readonly reading: boolean }) {
  const { identity } = useWords().sheet;
  return (
    <div className="id-card vacant">
      <Icon name={reading ? 'wait' : 'card'} size="l" tone={reading ? 'indigo' : 'dim'} />
      <b>{reading ? identity.cardState.reading : identity.putCard}</b>
      <span className="note">{identity.card.empty}</span>
    </div>
  );
}

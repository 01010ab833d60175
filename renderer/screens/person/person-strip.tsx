import type { MaskedParty } from '#contract/shapes/party.ts';
import { Icon, type IconName, type Tone } from '../../components/icon.tsx';
import { useWords } from '../../words/words.ts';

const MARKS = {
  confirmed: ['ok', 'pine'],
  network: ['ok', 'pine'],
  unconfirmed: ['wait', 'indigo'],
  differs: ['stop', 'zhu'],
  'by-hand': ['warn', 'amber'],
} as const satisfies Record<MaskedParty['verification'], readonly [IconName, Tone]>;

/** The person folded: that somebody is there, how they were proved, and how many values are in doubt. */
export function PersonStrip({ party }: { readonly party: MaskedParty | null }) {
  const { identity } = useWords().sheet;
  const isFilled = party !== null && party.filled.length > 0;
  if (!isFilled) return <Icon name="card" tone="dim" />;
  const [name, tone] = MARKS[party.verification];
  const doubts = party.objections.length;
  return (
    <>
      <Icon name="user" size="l" />
      <b className="el">{party.name}</b>
      <Icon name={name} tone={tone} />
      <span className="sr">{identity.verification[party.verification]}</span>
      {doubts > 0 && (
        <span className="count act">
          {doubts}
          <span className="sr">{identity.sources.count(party.filled.length, doubts)}</span>
        </span>
      )}
    </>
  );
}

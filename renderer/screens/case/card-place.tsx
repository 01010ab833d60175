import type { CardNews } from '#contract/events.ts';
import type { MaskedParty } from '#contract/shapes/party.ts';
import { Icon, type IconName, type Tone } from '../../components/icon.tsx';
import { Key } from '../../components/key.tsx';
import { networkWords } from '../../words/network-said.ts';
import { useWords, type Words } from '../../words/words.ts';

interface CardPlaceProps {
  readonly party: MaskedParty | null;
  readonly card: CardNews | null;
  /** The platform is being asked about a network certificate. */
  readonly isChecking: boolean;
  readonly onReadAgain: () => void;
}

type Look = 'empty' | 'busy' | 'once' | 'proved' | 'trouble';

const SIGNS = {
  empty: ['card', 'dim'],
  busy: ['wait', 'indigo'],
  once: ['wait', 'indigo'],
  proved: ['ok', 'pine'],
  trouble: ['warn', 'amber'],
} as const satisfies Record<Look, readonly [IconName, Tone]>;

/** After these the party itself says how its reading stands. */
const SETTLED = new Set<CardNews['phase']>(['read', 'confirmed', 'lifted']);

/** Where the card is: drawn large, with one sentence of what it does and what to do. */
export function CardPlace({ party, card, isChecking, onReadAgain }: CardPlaceProps) {
  const words = useWords();
  const { identity } = words.sheet;
  const look = isChecking ? 'busy' : lookOf(party, card);
  const [sign, tone] = SIGNS[look];
  return (
    <div className="card-place" data-look={look}>
      <div className="drawn" aria-hidden="true">
        <i className="face" />
        <i className="l1" />
        <i className="l2" />
        <i className="l3" />
      </div>
      <output className="said">
        <b>
          <Icon name={sign} tone={tone} size="l" />
          {isChecking ? words.network.checking : sentenceOf(words, party, card)}
        </b>
        <span className="note">
          {card?.tookMs !== null && card?.tookMs !== undefined
            ? identity.tookMs(card.tookMs)
            : noteOf(words, party, look)}
        </span>
      </output>
      <button type="button" className="btn" onClick={onReadAgain}>
        <Key act="read-again" />
        {identity.readAgain}
      </button>
    </div>
  );
}

/** The news about the card counts first; without any, what the party says of its own reading. */
function lookOf(party: MaskedParty | null, card: CardNews | null): Look {
  if (card?.phase === 'reading' || card?.phase === 'kept') return 'busy';
  if (card && !SETTLED.has(card.phase)) return 'trouble';
  if (party?.source === 'network-identity') return 'proved';
  if (party?.source !== 'card-chip') return 'empty';
  if (party.verification === 'confirmed') return 'proved';
  return party.verification === 'differs' ? 'trouble' : 'once';
}

function sentenceOf(
  { sheet: { identity }, network }: Words,
  party: MaskedParty | null,
  card: CardNews | null,
): string {
  if (card && !SETTLED.has(card.phase)) return identity.cardState[card.phase];
  if (party?.source === 'network-identity') return network.proved;
  if (party?.source !== 'card-chip') return identity.putCard;
  if (party.verification === 'confirmed') return identity.cardState.confirmed;
  return party.verification === 'differs' ? identity.cardState.differs : identity.cardState.read;
}

function noteOf(words: Words, party: MaskedParty | null, look: Look): string {
  if (look === 'proved' && party?.network) return networkWords(words, party.network);
  return look === 'empty' ? words.network.orCode : '';
}

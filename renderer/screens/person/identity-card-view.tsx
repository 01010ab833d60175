import type { MaskedParty } from '#contract/shapes/party.ts';
import { ethnicityNameEn, ethnicityNameZh, isKnownEthnicity } from '#rules/identity/ethnicity.ts';
import { sexNameEn, sexNameZh } from '#rules/identity/sex.ts';
import { HoldToReveal } from '../../components/hold-to-reveal.tsx';
import { Icon } from '../../components/icon.tsx';
import { Key } from '../../components/key.tsx';
import type { RevealField } from '../../stores/visit-store.ts';
import { useWords, type Words } from '../../words/words.ts';

interface IdentityCardViewProps {
  readonly party: MaskedParty;
  readonly onReveal: (field: RevealField) => Promise<string | null>;
  readonly onReadAgain: () => void;
}

/** The person as a card: masked, with the mark of how it was proved. */
export function IdentityCardView({ party, onReveal, onReadAgain }: IdentityCardViewProps) {
  const words = useWords();
  const { identity } = words.sheet;
  const mark = markOf(words, party);
  return (
    <div className="id-card">
      <div className="g">
        <div>
          <div className="name">
            <HoldToReveal
              label={identity.card.holdName}
              masked={party.name || '—'}
              onReveal={() => onReveal('name')}
            />
          </div>
          <dl>
            {factsOf(words, party).map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd className="el" title={value}>
                  {value}
                </dd>
              </div>
            ))}
          </dl>
        </div>
        <div className="photo">
          <span className="sr">{identity.card.photo}</span>
          <svg viewBox="0 0 78 98" aria-hidden="true">
            <circle cx="39" cy="40" r="17" fill="currentColor" opacity=".55" />
            <path d="M8 98c2-26 14-35 31-35s29 9 31 35z" fill="currentColor" opacity=".55" />
          </svg>
        </div>
      </div>
      <div className={`mark ${mark.tone}`}>
        {mark.lines[0]}
        <br />
        {mark.lines[1]}
      </div>
      <div className="number">
        <Icon name="card" />
        <HoldToReveal
          label={identity.card.hold}
          masked={party.certificateNumber || '—'}
          onReveal={() => onReveal('certificateNumber')}
        />
      </div>
      <div className="note foot">
        <button type="button" className="btn quiet" onClick={onReadAgain}>
          <Key act="read-again" />
          {identity.readAgain}
        </button>
        <span>{identity.card.hold}</span>
      </div>
    </div>
  );
}

type Mark = { readonly tone: 'pine' | 'indigo' | 'amber' | 'zhu'; readonly lines: readonly string[] };

/** An expired card says so before anything else. */
function markOf(words: Words, party: MaskedParty): Mark {
  const { identity } = words.sheet;
  if (party.objections.some((one) => one.problem === 'card-expired'))
    return { tone: 'zhu', lines: identity.expired };
  const tones = {
    confirmed: 'pine',
    network: 'pine',
    unconfirmed: 'indigo',
    differs: 'zhu',
    'by-hand': 'amber',
  } as const;
  return { tone: tones[party.verification], lines: identity.mark[party.verification] };
}

/** A code outside GB/T 3304 (cards in use carry a few) is said to be one. */
function peopleOf(words: Words, code: string): string {
  const { identity } = words.sheet;
  if (!isKnownEthnicity(code)) return identity.peopleCode(code);
  return words.language === 'en' ? ethnicityNameEn(code) : identity.people(ethnicityNameZh(code));
}

function factsOf(words: Words, party: MaskedParty): (readonly [string, string])[] {
  const { identity } = words.sheet;
  const english = words.language === 'en';
  const sex = party.sexCode === null ? '' : english ? sexNameEn(party.sexCode) : sexNameZh(party.sexCode);
  const people = party.ethnicityCode === null ? '' : peopleOf(words, party.ethnicityCode);
  const valid = party.longTerm
    ? identity.card.longTerm
    : party.validTo && identity.card.validTo(dashed(party.validTo));
  const facts = [
    [identity.card.sex, [sex, people].filter(Boolean).join(' · ')],
    [identity.card.address, party.address ?? ''],
    [identity.card.valid, valid ?? ''],
    [words.network.name, party.network ? words.network.levels[party.network.level] : ''],
    [
      identity.fields.certificateKind,
      party.source === 'by-hand' ? identity.certificates[party.certificateKind] : '',
    ],
  ] as const;
  return facts.filter(([, value]) => value !== '');
}

/** `2039-05-17` of the chip's `20390517`. */
function dashed(day: string): string {
  return day.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
}

import { useState } from 'react';
import { Day } from '#contract/shapes/day.ts';
import { type Authorisation, AuthorisedPower } from '#contract/shapes/party.ts';
import { Icon } from '../../components/icon.tsx';
import type { GivenAuthorisation } from '../../stores/visit-store.ts';
import { dayWords } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';

interface AuthorisationFormProps {
  readonly authorisation: Authorisation | null;
  /** Who gives it, with the role. */
  readonly authorisedBy: string | null;
  readonly today: Day | null;
  /** The item of the case in hand, when there is one. */
  readonly itemCode: string | null;
  readonly onSave: (authorisation: GivenAuthorisation) => void;
}

/** 授权委托: for which items, from when to when, and that its original was seen. */
export function AuthorisationForm(props: AuthorisationFormProps) {
  const { authorisation, authorisedBy, today, itemCode, onSave } = props;
  const words = useWords();
  const form = words.sheet.identity.authorisation;
  const [from, setFrom] = useState<string>(authorisation?.from ?? today ?? '');
  const [to, setTo] = useState<string>(authorisation?.to ?? '');
  const [forAll, setForAll] = useState((authorisation?.items.length ?? 0) === 0);
  const [seen, setSeen] = useState(authorisation?.originalSeen ?? false);
  const [powers, setPowers] = useState<readonly AuthorisedPower[]>(authorisation?.powers ?? []);

  const given = givenFrom({ from, to, items: forAll || itemCode === null ? [] : [itemCode], seen, powers });
  return (
    <form
      className="authorisation"
      onSubmit={(event) => {
        event.preventDefault();
        if (given) onSave(given);
      }}
    >
      <div className="h">
        {form.title}
        <span className="note">{authorisedBy ?? form.note}</span>
      </div>
      {authorisation && (
        <p className="standing">
          <Icon
            name={authorisation.originalSeen ? 'ok' : 'warn'}
            size="s"
            tone={authorisation.originalSeen ? 'pine' : 'amber'}
          />
          {form.standing(dayWords(authorisation.from, words), dayWords(authorisation.to, words))}
          {' · '}
          {authorisation.items.length === 0 ? form.forAll : form.forThis}
          {' · '}
          {authorisation.originalSeen ? form.seenYes : form.seenNo}
          {authorisation.powers.map((power) => ` · ${words.people.powers[power]}`)}
          <button type="button" className="btn quiet" onClick={() => onSave(null)}>
            {form.remove}
          </button>
        </p>
      )}
      {!authorisation?.originalSeen && (
        <div className="row">
          <label>
            <span className="note">{form.from}</span>
            <input
              className="input"
              type="date"
              value={from}
              onChange={(event) => setFrom(event.target.value)}
            />
          </label>
          <label>
            <span className="note">{form.to}</span>
            <input
              className="input"
              type="date"
              value={to}
              min={from}
              onChange={(event) => setTo(event.target.value)}
            />
          </label>
          <label className="tick">
            <input
              type="checkbox"
              checked={forAll || itemCode === null}
              disabled={itemCode === null}
              onChange={(event) => setForAll(event.target.checked)}
            />
            {form.forAll}
          </label>
          {AuthorisedPower.options.map((power) => (
            <label key={power} className="tick">
              <input
                type="checkbox"
                checked={powers.includes(power)}
                onChange={(event) =>
                  setPowers(event.target.checked ? [...powers, power] : powers.filter((one) => one !== power))
                }
              />
              {words.people.powers[power]}
            </label>
          ))}
          <label className="tick">
            <input type="checkbox" checked={seen} onChange={(event) => setSeen(event.target.checked)} />
            {form.seen}
          </label>
          <button type="submit" className="btn" disabled={given === null}>
            {form.save}
          </button>
        </div>
      )}
    </form>
  );
}

interface Typed {
  readonly from: string;
  readonly to: string;
  readonly items: string[];
  readonly seen: boolean;
  readonly powers: readonly AuthorisedPower[];
}

function givenFrom({ from, to, items, seen, powers }: Typed): GivenAuthorisation {
  const first = Day.safeParse(from);
  const last = Day.safeParse(to);
  if (!first.success || !last.success) return null;
  return { items, from: first.data, to: last.data, originalSeen: seen, powers: [...powers] };
}

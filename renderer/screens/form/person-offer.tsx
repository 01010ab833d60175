import { useStore } from 'zustand';
import type { Meaning } from '#contract/shapes/form.ts';
import type { PartyRole } from '#contract/shapes/party.ts';
import { ActButton } from '../../components/act-button.tsx';
import type { Stores } from '../../stores/stores.ts';
import { useWords, type Words } from '../../words/words.ts';

interface PersonOfferProps {
  readonly stores: Stores;
  readonly meanings: readonly Meaning[];
}

/** The person of this section sits at the window: the card fills the fields, and nothing is typed twice. */
export function PersonOffer({ stores, meanings }: PersonOfferProps) {
  const words = useWords();
  const people = useStore(stores.form, (s) => s.people);
  const takePerson = useStore(stores.form, (s) => s.takePerson);
  const firstEmpty = useStore(stores.form, ({ slots }) =>
    people.find((person) => !slots[`${person}.name`]?.held.value),
  );
  const visit = useStore(stores.visit, (s) => s.visit);
  const person = people.find((one) => meanings.includes(`${one}.name`));
  if (!person) return null;
  const roles = (['applicant', 'handler'] as const).filter((role) => visit?.[role]);
  return (
    <span className="offers">
      {roles.map((role, at) => {
        const said = offerWords(words, person, role);
        const take = () => void takePerson(person, role);
        // One key for the person whose name is still empty; the others by their buttons.
        return at === 0 && person === firstEmpty ? (
          <ActButton key={role} act="form-person" look="quiet" onAct={take}>
            {said}
          </ActButton>
        ) : (
          <button key={role} type="button" className="btn quiet" onClick={take}>
            {said}
          </button>
        );
      })}
    </span>
  );
}

function offerWords(words: Words, person: string, role: PartyRole): string {
  const known: Readonly<Record<string, string>> = words.form.people;
  const name = known[person] ?? words.form.person;
  return role === 'applicant' ? words.form.isApplicant(name) : words.form.isHandler(name);
}

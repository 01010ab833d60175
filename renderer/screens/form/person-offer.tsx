import { useState } from 'react';
import { useStore } from 'zustand';
import type { Meaning } from '#contract/shapes/form.ts';
import { PartyRole } from '#contract/shapes/party.ts';
import { ActButton } from '../../components/act-button.tsx';
import type { Stores } from '../../stores/stores.ts';
import { useWords } from '../../words/words.ts';
import { PersonDialog } from './person-dialog.tsx';

interface PersonOfferProps {
  readonly stores: Stores;
  readonly meanings: readonly Meaning[];
}

/**
 * The person of this section is somebody of the visit: what the card says fills the fields, and nothing is typed
 * twice. One party is taken at once; among several the clerk says which.
 */
export function PersonOffer({ stores, meanings }: PersonOfferProps) {
  const words = useWords();
  const people = useStore(stores.form, (s) => s.people);
  const takePerson = useStore(stores.form, (s) => s.takePerson);
  const firstEmpty = useStore(stores.form, ({ slots }) =>
    people.find((person) => !slots[`${person}.name`]?.held.value),
  );
  const visit = useStore(stores.visit, (s) => s.visit);
  const [choosing, setChoosing] = useState(false);
  const person = people.find((one) => meanings.includes(`${one}.name`));
  if (person === undefined || !visit) return null;
  const parties = PartyRole.options.flatMap((role) => {
    const party = OWN_ROLE[person] === role ? null : visit[role];
    return party ? [{ role, party }] : [];
  });
  const [only] = parties;
  if (!only) return null;
  const { form, sheet } = words;
  const known: Readonly<Record<string, string>> = form.people;
  const name = known[person] ?? form.person;
  const take = (role: PartyRole) => void takePerson(person, role);
  const isOne = parties.length === 1;
  const said = isOne ? form.isParty(name, sheet.identity.roles[only.role]) : form.whoIs(name);
  const act = () => (isOne ? take(only.role) : setChoosing(true));
  return (
    <span className="offers">
      {/* One key for the person whose name is still empty; the others by their buttons. */}
      {person === firstEmpty ? (
        <ActButton act="form-person" look="quiet" onAct={act}>
          {said}
        </ActButton>
      ) : (
        <button type="button" className="btn quiet" onClick={act}>
          {said}
        </button>
      )}
      {choosing && (
        <PersonDialog
          title={form.whoIs(name)}
          parties={parties}
          onClose={() => setChoosing(false)}
          onChoose={take}
        />
      )}
    </span>
  );
}

/** These are on the form by themselves: their party is the person, and no other word is needed. */
const OWN_ROLE: Readonly<Record<string, PartyRole>> = {
  'legal-representative': 'legalRepresentative',
  guardian: 'guardian',
};

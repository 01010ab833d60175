import { useState } from 'react';
import { Guardianship, type RoleReason } from '#contract/shapes/party.ts';
import { NEAR_ADULT_AT } from '#rules/identity/age.ts';
import { PROOFS, relationsFor } from '#rules/intake/guardianship.ts';
import { Icon } from '../../components/icon.tsx';
import { useWords } from '../../words/words.ts';

interface GuardianshipFormProps {
  readonly guardianship: Guardianship | null;
  /** Why there is a guardian: a child has no spouse and no children. */
  readonly because: RoleReason | null;
  readonly onSave: (guardianship: Guardianship | null) => void;
}

/** 监护: what the guardian is to the applicant, and the paper that proves it. */
export function GuardianshipForm({ guardianship, because, onSave }: GuardianshipFormProps) {
  const words = useWords();
  const said = words.people.guardianship;
  const relations = relationsFor(because === 'ward' ? null : NEAR_ADULT_AT - 1);
  const [relation, setRelation] = useState(guardianship?.relation ?? 'parent');
  const [chosen, setProof] = useState(guardianship?.proof ?? 'household-register');
  const [seen, setSeen] = useState(guardianship?.originalSeen ?? false);
  const proofs = PROOFS[relation];
  const proof = proofs.includes(chosen) ? chosen : proofs[0];
  return (
    <form
      className="authorisation"
      onSubmit={(event) => {
        event.preventDefault();
        if (proof) onSave({ relation, proof, originalSeen: seen });
      }}
    >
      <div className="h">
        {said.title}
        <span className="note">{said.note}</span>
      </div>
      {guardianship && (
        <p className="standing">
          <Icon
            name={guardianship.originalSeen ? 'ok' : 'warn'}
            size="s"
            tone={guardianship.originalSeen ? 'pine' : 'amber'}
          />
          {said.relations[guardianship.relation]}
          {' · '}
          {said.proofs[guardianship.proof]}
          {' · '}
          {guardianship.originalSeen ? said.seenYes : said.seenNo}
          <button type="button" className="btn quiet" onClick={() => onSave(null)}>
            {said.remove}
          </button>
        </p>
      )}
      {!guardianship?.originalSeen && (
        <div className="row">
          <label>
            <span className="note">{said.relation}</span>
            <select
              className="input"
              value={relation}
              onChange={(event) =>
                setRelation(Guardianship.shape.relation.catch('parent').parse(event.target.value))
              }
            >
              {relations.map((one) => (
                <option key={one} value={one}>
                  {said.relations[one]}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span className="note">{said.proof}</span>
            <select
              className="input"
              value={proof}
              onChange={(event) =>
                setProof(Guardianship.shape.proof.catch('household-register').parse(event.target.value))
              }
            >
              {proofs.map((one) => (
                <option key={one} value={one}>
                  {said.proofs[one]}
                </option>
              ))}
            </select>
          </label>
          <label className="tick">
            <input type="checkbox" checked={seen} onChange={(event) => setSeen(event.target.checked)} />
            {said.seen}
          </label>
          <button type="submit" className="btn">
            {said.save}
          </button>
        </div>
      )}
    </form>
  );
}

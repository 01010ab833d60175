import type { KeyboardEvent } from 'react';
import type { VisitView } from '#contract/shapes/case.ts';
import { PartyRole } from '#contract/shapes/party.ts';
import { useWords } from '../../words/words.ts';

interface RoleTabsProps {
  readonly role: PartyRole;
  readonly visit: VisitView;
  readonly onTurn: (role: PartyRole) => void;
}

/** Applicant and handler; the arrows turn from one to the other. */
export function RoleTabs({ role, visit, onTurn }: RoleTabsProps) {
  const words = useWords();
  const { identity } = words.sheet;
  const turn = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    onTurn(role === 'applicant' ? 'handler' : 'applicant');
  };
  return (
    <div className="role-tabs" role="tablist">
      {PartyRole.options.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          aria-selected={one === role}
          tabIndex={one === role ? 0 : -1}
          className={one === role ? 'on' : undefined}
          onKeyDown={turn}
          onClick={() => onTurn(one)}
        >
          <b className="el">{nameOf(visit, one) ?? identity.nobody}</b>
          <span className="el">
            {identity.roles[one]} · {noteOf(visit, one) ?? identity.rolesNote[one]}
          </span>
        </button>
      ))}
    </div>
  );

  function noteOf(seen: VisitView, one: PartyRole): string | null {
    const party = seen[one];
    return party && party.filled.length > 0 ? identity.tab[party.verification] : null;
  }
}

function nameOf(visit: VisitView, role: PartyRole): string | null {
  const party = visit[role];
  return party && party.name !== '' ? party.name : null;
}

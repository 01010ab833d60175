import type { KeyboardEvent } from 'react';
import type { VisitView } from '#contract/shapes/case.ts';
import type { PartyRole } from '#contract/shapes/party.ts';
import { useWords } from '../../words/words.ts';
import { needOf, roleName, roleReason, rolesShown } from './role-words.ts';

interface RoleTabsProps {
  readonly role: PartyRole;
  readonly visit: VisitView;
  readonly onTurn: (role: PartyRole) => void;
}

/** The people of the visit; the arrows turn from one to the next. */
export function RoleTabs({ role, visit, onTurn }: RoleTabsProps) {
  const words = useWords();
  const { identity } = words.sheet;
  const shown = rolesShown(visit, role);
  const turn = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = shown.at((shown.indexOf(role) + step) % shown.length);
    if (next) onTurn(next);
  };
  return (
    <div className="role-tabs" role="tablist">
      {shown.map((one) => {
        const need = needOf(visit, one);
        const party = visit[one];
        const note =
          party && party.filled.length > 0
            ? identity.tab[party.verification]
            : identity.rolesNote[need?.need ?? 'open'];
        return (
          <button
            key={one}
            type="button"
            role="tab"
            aria-selected={one === role}
            tabIndex={one === role ? 0 : -1}
            className={one === role ? 'on' : undefined}
            data-need={party ? undefined : need?.need}
            data-why={need ? roleReason(words, need) : undefined}
            onKeyDown={turn}
            onClick={() => onTurn(one)}
          >
            <b className="el">{party && party.name !== '' ? party.name : identity.nobody}</b>
            <span className="el">
              {roleName(words, visit, one)} · {note}
            </span>
          </button>
        );
      })}
    </div>
  );
}

import { useStore } from 'zustand';
import { Key } from '../../components/key.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { useWords } from '../../words/words.ts';
import { AuthorisationForm } from './authorisation-form.tsx';
import { CardPlace } from './card-place.tsx';
import { useToday } from './hall-time.ts';
import { PartyForm } from './party-form.tsx';
import { RoleTabs } from './role-tabs.tsx';

/** 身份: the applicant, and a handler with an authorisation when somebody acts for them. */
export function IdentityStep({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const { identity } = words.sheet;
  const state = useStore(stores.visit);
  const file = useStore(stores.caseFile, (s) => s.file);
  const goTo = useStore(stores.caseFile, (s) => s.goTo);
  const today = useToday(stores.status);
  const { visit, role, drafts, card, setback } = state;
  if (!visit) return null;
  const party = visit[role];
  const hasCase = file !== null;

  return (
    <div className="identity-step" role="tabpanel" id="party-panel" aria-label={identity.roles[role]}>
      <RoleTabs role={role} visit={visit} onTurn={state.turnTo} />
      {setback && <SetbackLine>{setbackWords(words, setback)}</SetbackLine>}
      <CardPlace party={party} card={card} onReadAgain={() => void state.readAgain()} />
      <div className="h">
        {party?.source === 'card-chip' ? identity.chipTitle : identity.byHandTitle}
        <span className="note">{identity.byHandNote}</span>
      </div>
      <PartyForm
        key={role}
        role={role}
        party={party}
        drafts={drafts}
        onType={(field, text) => state.type(role, field, text)}
        onLeave={() => void state.settle()}
        onOverride={(field, reason) => void state.override(role, field, reason)}
        onFetch={(field) => void state.fetchBack(role, field)}
      />
      {role === 'handler' && (
        <AuthorisationForm
          key={visit.authorisation?.to ?? 'none'}
          authorisation={visit.authorisation}
          today={today}
          itemCode={file?.item.code ?? null}
          onSave={(authorisation) => void state.authorise(authorisation)}
        />
      )}
      <div className="step-foot">
        {party && party.filled.length > 0 && (
          <button type="button" className="btn quiet" onClick={() => void state.clearParty(role)}>
            {identity.clear}
          </button>
        )}
        <button
          type="button"
          className="btn primary"
          data-focus-first
          onClick={() => goTo(hasCase ? 'materials' : 'item')}
        >
          {hasCase ? identity.nextCase : identity.next}
          <Key cap="Enter" />
        </button>
      </div>
    </div>
  );
}

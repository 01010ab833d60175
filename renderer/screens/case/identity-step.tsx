import { useStore } from 'zustand';
import { ActButton } from '../../components/act-button.tsx';
import { Key } from '../../components/key.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import type { VisitView } from '#contract/shapes/case.ts';
import type { MaskedParty, RoleNeed } from '#contract/shapes/party.ts';
import { principalOf } from '#rules/intake/authorisation.ts';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { useWords, type Words } from '../../words/words.ts';
import { AddParty } from './add-party.tsx';
import { AuthorisationForm } from './authorisation-form.tsx';
import { CardPlace } from './card-place.tsx';
import { GuardianshipForm } from './guardianship-form.tsx';
import { HelpLine } from '../help/help-line.tsx';
import { HelperKey } from '../help/helper-key.tsx';
import { useToday } from './hall-time.ts';
import { PartyForm } from './party-form.tsx';
import { RoleTabs } from './role-tabs.tsx';
import { needOf, roleName, roleReason } from './role-words.ts';

/** 身份: who applies, who was sent with what authorisation, and whoever else the case needs. */
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
  const need = needOf(visit, role);

  return (
    <div className="identity-step" role="tabpanel" id="party-panel" aria-label={roleName(words, visit, role)}>
      <RoleTabs role={role} visit={visit} onTurn={state.turnTo} />
      {need && isSaid(need) && <p className="note role-why">{roleReason(words, need)}</p>}
      {setback && <SetbackLine>{setbackWords(words, setback)}</SetbackLine>}
      <CardPlace
        party={party}
        card={card}
        isChecking={state.checking}
        onReadAgain={() => void state.readAgain()}
      />
      <div className="h">
        {titleOf(words, party)}
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
          authorisedBy={authorisedBy(words, visit)}
          today={today}
          itemCode={file?.item.code ?? null}
          onSave={(authorisation) => void state.authorise(authorisation)}
        />
      )}
      {role === 'guardian' && party && (
        <GuardianshipForm
          key={visit.guardianship?.proof ?? 'none'}
          guardianship={visit.guardianship}
          because={need?.because ?? null}
          onSave={(guardianship) => void state.proveGuardian(guardianship)}
        />
      )}
      <HelpLine stores={stores} visitId={visit.id} />
      <div className="step-foot">
        {today && (
          <HelperKey stores={stores} visitId={visit.id} today={today} itemCode={file?.item.code ?? null} />
        )}
        <AddParty visit={visit} role={role} onAdd={state.turnTo} />
        {party && party.filled.length > 0 && (
          <ActButton act="take-away" look="quiet" onAct={async () => state.clearParty(role)}>
            {identity.clear}
          </ActButton>
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

function titleOf({ sheet: { identity }, network }: Words, party: MaskedParty | null): string {
  if (party?.source === 'card-chip') return identity.chipTitle;
  return party?.source === 'network-identity' ? network.title : identity.byHandTitle;
}

/** Who gave the authorisation: the applicant, unless somebody else had to. */
function authorisedBy(words: Words, visit: VisitView): string | null {
  const role = principalOf(visit);
  const party = role && visit[role];
  return role && party ? words.people.authorisedBy(party.name, roleName(words, visit, role)) : null;
}

/** That somebody applies, and that somebody may be sent, goes without saying. */
function isSaid({ role, need }: RoleNeed): boolean {
  return role !== 'applicant' && !(role === 'handler' && need === 'open');
}

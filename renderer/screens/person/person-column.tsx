import './person.css';
import { useStore } from 'zustand';
import type { CaseId } from '#contract/shapes/case.ts';
import { FoldingColumn } from '../../components/folding-column.tsx';
import { openPersonPage } from '../../stores/open-person-page.ts';
import type { Stores } from '../../stores/stores.ts';
import { useWords } from '../../words/words.ts';
import { useClockwork } from '../case/hall-time.ts';
import { RoleTabs } from '../case/role-tabs.tsx';
import { EmptyCard } from './empty-card.tsx';
import { IdentityCardView } from './identity-card-view.tsx';
import { PersonStrip } from './person-strip.tsx';
import { ValueSources } from './value-sources.tsx';
import { VisitCases } from './visit-cases.tsx';

/** The person on the right: who it is, how it was proved, where each value is from, what they came for. */
export function PersonColumn({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const clock = useClockwork(stores.status);
  const { visit, role, card, turnTo, reveal, readAgain } = useStore(stores.visit);
  const { file, step, turnTo: turnToCase } = useStore(stores.caseFile);
  const { askCard, frozen, phase } = useStore(stores.form);
  // In an open form the key asks for the card of the form: its button here does the same.
  const isForForm = step === 'form' && phase === 'here' && !frozen;
  const label = words.sheet.identity.region;
  const party = visit?.[role] ?? null;
  const strip = <PersonStrip party={party} />;
  if (!visit) {
    return (
      <FoldingColumn className="who" label={label} strip={strip}>
        {null}
      </FoldingColumn>
    );
  }
  const open = (caseId: CaseId) => {
    const { show, hide } = stores.bundle.getState();
    const { state, bundleId = null } = visit.cases.find(({ id }) => id === caseId) ?? {};
    // A step that waits has nothing to do on its own sheet: it stands in the picture of its bundle.
    if (state === 'blocked' && bundleId !== null) return void show(bundleId);
    hide();
    return void turnToCase(caseId);
  };
  const isFilled = party !== null && party.filled.length > 0;
  return (
    <FoldingColumn className="who" label={label} strip={strip}>
      <RoleTabs role={role} visit={visit} onTurn={turnTo} />
      {isFilled ? (
        <>
          <IdentityCardView
            key={role}
            party={party}
            onReveal={(field) => reveal(role, field, 'compare-with-paper')}
            onReadAgain={() => void (isForForm ? askCard() : readAgain())}
          />
          <ValueSources party={party} clock={clock} />
        </>
      ) : (
        <EmptyCard reading={card?.phase === 'reading'} />
      )}
      <VisitCases
        visit={visit}
        openId={file?.id ?? null}
        onOpen={open}
        onEverything={() => openPersonPage(stores)}
      />
    </FoldingColumn>
  );
}

import { useState } from 'react';
import type { VisitView } from '#contract/shapes/case.ts';
import type { PartyRole } from '#contract/shapes/party.ts';
import { ActButton } from '../../components/act-button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { PickList } from '../../components/pick-list.tsx';
import { useWords } from '../../words/words.ts';
import { roleName, roleReason, rolesToAdd } from './role-words.ts';

interface AddPartyProps {
  readonly visit: VisitView;
  readonly role: PartyRole;
  readonly onAdd: (role: PartyRole) => void;
}

/** One more party of the case, each with the article that lets it be one. */
export function AddParty({ visit, role, onAdd }: AddPartyProps) {
  const words = useWords();
  const { people } = words;
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const rows = rolesToAdd(visit, role);
  return (
    <>
      <ActButton
        act="add-party"
        look="quiet"
        standing={rows.length === 0 ? 'no-more-roles' : 'open'}
        onAct={() => setOpen(true)}
      >
        {people.add}
      </ActButton>
      {open && (
        <Dialog title={people.addTitle} hint={people.addNote} onClose={() => setOpen(false)}>
          <PickList
            label={people.addTitle}
            className="roles-to-add"
            rows={rows}
            rowKey={(need) => need.role}
            rowWhy={(need) => roleReason(words, need)}
            renderRow={(need, index) => (
              <>
                <kbd className="kbd">{index + 1}</kbd>
                <b>{roleName(words, visit, need.role)}</b>
                <span className="note">{roleReason(words, need)}</span>
              </>
            )}
            at={at}
            onMove={setAt}
            onChoose={(need) => {
              setOpen(false);
              onAdd(need.role);
            }}
            digits
            first
          />
        </Dialog>
      )}
    </>
  );
}

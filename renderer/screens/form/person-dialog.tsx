import { useState } from 'react';
import type { MaskedParty, PartyRole } from '#contract/shapes/party.ts';
import { Dialog } from '../../components/dialog.tsx';
import { PickList } from '../../components/pick-list.tsx';
import { useWords } from '../../words/words.ts';

interface PartyHere {
  readonly role: PartyRole;
  readonly party: MaskedParty;
}

interface PersonDialogProps {
  readonly title: string;
  readonly parties: readonly PartyHere[];
  readonly onClose: () => void;
  readonly onChoose: (role: PartyRole) => void;
}

/** Which party of the visit a person of the form is. Names and numbers stay masked: the role tells them apart. */
export function PersonDialog({ title, parties, onClose, onChoose }: PersonDialogProps) {
  const words = useWords();
  const [at, setAt] = useState(0);
  return (
    <Dialog title={title} note={words.form.whoIsNote} onClose={onClose}>
      <PickList
        label={title}
        className="form-parties"
        rows={parties}
        rowKey={({ role }) => role}
        at={at}
        first
        digits
        onMove={setAt}
        onChoose={({ role }) => {
          onChoose(role);
          onClose();
        }}
        renderRow={({ role, party }, index) => (
          <>
            <kbd className="kbd">{index + 1}</kbd>
            <span>{words.sheet.identity.roles[role]}</span>
            <b className="el">{party.name}</b>
            <span className="note n el">{party.certificateNumber}</span>
          </>
        )}
      />
    </Dialog>
  );
}

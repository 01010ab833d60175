import { useState } from 'react';
import { useStore } from 'zustand';
import type { VisitId } from '#contract/shapes/case.ts';
import type { TicketId } from '#contract/shapes/ticket.ts';
import { Dialog } from '../../components/dialog.tsx';
import { DialogFoot } from '../../components/dialog-foot.tsx';
import { ReasonField, reasonOf } from '../../components/reason-field.tsx';
import type { Stores } from '../../stores/stores.ts';
import { useWords } from '../../words/words.ts';
import { useDialogAct } from './use-dialog-act.ts';

interface DialogProps {
  readonly stores: Stores;
}

/** F4: the called citizen does not come. */
export function PassDialog({ stores }: DialogProps) {
  const { dialogs: words } = useWords().frame;
  const number = useStore(stores.queue, (s) => s.view?.inHand?.number ?? '');
  return (
    <ReasonDialog
      stores={stores}
      title={words.pass(number)}
      note={words.passNote}
      reasons={words.passReasons}
      act={(reason) => stores.queue.getState().pass(reason)}
    />
  );
}

/** F6: the citizen goes away for a moment; everything filled in stays. */
export function HoldDialog({ stores }: DialogProps) {
  const { dialogs: words } = useWords().frame;
  const number = useStore(stores.queue, (s) => s.view?.inHand?.number ?? '');
  return (
    <ReasonDialog
      stores={stores}
      title={words.hold(number)}
      note={words.holdNote}
      reasons={words.holdReasons}
      act={(reason) => stores.queue.getState().hold(reason)}
    />
  );
}

/** Delete on a waiting ticket. */
export function CancelDialog({ stores, ticketId }: DialogProps & { readonly ticketId: TicketId }) {
  const { dialogs: words } = useWords().frame;
  const number = useStore(
    stores.queue,
    (s) => s.view?.waiting.find(({ ticket }) => ticket.id === ticketId)?.ticket.number ?? '',
  );
  return (
    <ReasonDialog
      stores={stores}
      title={words.cancel(number)}
      note={words.cancelNote}
      reasons={words.cancelReasons}
      act={(reason) => stores.queue.getState().cancel(ticketId, reason)}
    />
  );
}

/** Delete on what a visit left: nobody comes back for it. */
export function DropLeftDialog({
  stores,
  leftId,
  number,
}: DialogProps & { readonly leftId: VisitId; readonly number: string }) {
  const { left: words } = useWords().frame;
  return (
    <ReasonDialog
      stores={stores}
      title={words.drop(number)}
      note={words.dropNote}
      reasons={words.dropReasons}
      act={(reason) => stores.queue.getState().dropLeft(leftId, reason)}
    />
  );
}

interface ReasonDialogProps extends DialogProps {
  readonly title: string;
  readonly note: string;
  readonly reasons: readonly string[];
  readonly act: (reason: string) => Promise<boolean>;
}

function ReasonDialog({ stores, title, note, reasons, act }: ReasonDialogProps) {
  const { dialogs: words } = useWords().frame;
  const { close, run, isBusy, sentence } = useDialogAct(stores);
  const [choice, setChoice] = useState({ at: 0, own: '' });
  const reason = reasonOf(reasons, choice);
  const confirm = () => {
    if (reason !== null && !isBusy) run(() => act(reason));
  };
  return (
    <Dialog
      title={title}
      note={note}
      hint={words.keysHint}
      onClose={close}
      foot={<DialogFoot onConfirm={confirm} isOff={reason === null} isBusy={isBusy} sentence={sentence} />}
    >
      <ReasonField reasons={reasons} choice={choice} onChange={setChoice} onChoose={confirm} first />
    </Dialog>
  );
}

import { useStore } from 'zustand';
import type { TicketId } from '#contract/shapes/ticket.ts';
import { Dialog } from '../../components/dialog.tsx';
import { DialogFoot } from '../../components/dialog-foot.tsx';
import type { Stores } from '../../stores/stores.ts';
import { useWords } from '../../words/words.ts';
import { CallChosenDialog } from './call-chosen-dialog.tsx';
import { useDialogAct } from './use-dialog-act.ts';

interface CallOfferedDialogProps {
  readonly stores: Stores;
  readonly ticketId: TicketId;
  /** The masked name on the card that lies on the reader; none when the ticket itself was scanned. */
  readonly card?: string | undefined;
}

/** The very person who is next laid their card down, and has arrived once called, or showed their ticket. */
export function CallOfferedDialog({ stores, ticketId, card }: CallOfferedDialogProps) {
  const { dialogs } = useWords().frame;
  const next = useStore(stores.queue, (s) => s.view?.waiting[0]?.ticket);
  const { close, run, isBusy, sentence } = useDialogAct(stores, card);
  const number = useStore(
    stores.queue,
    ({ view }) => [view?.inHand, next].find((ticket) => ticket?.id === ticketId)?.number,
  );
  // Somebody came before them meanwhile: now it needs a reason.
  if (number === undefined) return <CallChosenDialog stores={stores} ticketId={ticketId} card={card} />;
  const confirm = () => {
    if (!isBusy) run(() => stores.queue.getState().callNext());
  };
  return (
    <Dialog
      title={dialogs.callOffered(number)}
      note={card === undefined ? dialogs.callOfferedScanned : dialogs.callOfferedNote(card)}
      onClose={close}
      foot={<DialogFoot onConfirm={confirm} isOff={false} isBusy={isBusy} sentence={sentence} first />}
    >
      <b className="n offered">{number}</b>
    </Dialog>
  );
}

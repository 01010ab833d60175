import { useState } from 'react';
import { useStore } from 'zustand';
import type { QueueCode, TicketId } from '#contract/shapes/ticket.ts';
import { Dialog } from '../../components/dialog.tsx';
import { DialogFoot } from '../../components/dialog-foot.tsx';
import { PickList } from '../../components/pick-list.tsx';
import { ReasonField, reasonOf } from '../../components/reason-field.tsx';
import type { Stores } from '../../stores/stores.ts';
import { inLanguage, ticketItem, useWords } from '../../words/words.ts';
import { useDialogAct } from './use-dialog-act.ts';

interface CallChosenDialogProps {
  readonly stores: Stores;
  readonly ticketId: TicketId | null;
  /** The masked name on the card of whoever holds the ticket, when a card brought this up. */
  readonly card?: string | undefined;
}

/** Ctrl+G: a ticket out of turn. It needs a written reason, which is kept. */
export function CallChosenDialog({ stores, ticketId, card }: CallChosenDialogProps) {
  const words = useWords();
  const { dialogs } = words.frame;
  const waiting = useStore(stores.queue, (s) => s.view?.waiting) ?? [];
  const [chosen, setChosen] = useState(ticketId ?? waiting[0]?.ticket.id ?? null);
  const [choice, setChoice] = useState({ at: 0, own: '' });
  const queues = useStore(stores.session, (s) => s.site?.queues) ?? [];
  const queueName = (code: QueueCode) => {
    const queue = queues.find((one) => one.code === code);
    return queue ? inLanguage(words, queue.nameZh, queue.nameEn) : code;
  };
  const { close, run, isBusy, sentence } = useDialogAct(stores, card);
  const at = waiting.findIndex(({ ticket }) => ticket.id === chosen);
  const reason = reasonOf(dialogs.callReasons, choice);
  const isOff = reason === null || at === -1;
  const confirm = () => {
    const row = waiting[at];
    if (row && reason !== null && !isBusy)
      run(() => stores.queue.getState().callChosen(row.ticket.id, reason));
  };
  return (
    <Dialog
      title={dialogs.callChosen}
      note={card === undefined ? dialogs.callChosenNote : dialogs.callChosenOfCard(card)}
      hint={dialogs.pickHint}
      wide
      onClose={close}
      foot={<DialogFoot onConfirm={confirm} isOff={isOff} isBusy={isBusy} sentence={sentence} />}
    >
      <div className="two">
        <div>
          <h3 className="note">{dialogs.chosen}</h3>
          <PickList
            label={dialogs.chosen}
            className="tickets"
            rows={waiting}
            rowKey={(row) => row.ticket.id}
            at={Math.max(0, at)}
            onMove={(index) => setChosen(waiting[index]?.ticket.id ?? null)}
            onChoose={confirm}
            first={ticketId === null}
            renderRow={(row) => (
              <>
                <b className="n">{row.ticket.number}</b>
                <span>{ticketItem(words, row.ticket) ?? queueName(row.ticket.queue)}</span>
              </>
            )}
          />
        </div>
        <div>
          <h3 className="note">{dialogs.reason}</h3>
          <ReasonField
            reasons={dialogs.callReasons}
            choice={choice}
            onChange={setChoice}
            onChoose={confirm}
            first={ticketId !== null}
          />
        </div>
      </div>
    </Dialog>
  );
}

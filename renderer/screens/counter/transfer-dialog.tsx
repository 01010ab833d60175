import { useState } from 'react';
import { useStore } from 'zustand';
import { type TicketId, WindowNumber } from '#contract/shapes/ticket.ts';
import { Dialog } from '../../components/dialog.tsx';
import { DialogFoot } from '../../components/dialog-foot.tsx';
import { PickList } from '../../components/pick-list.tsx';
import { ReasonField, reasonOf } from '../../components/reason-field.tsx';
import type { Stores } from '../../stores/stores.ts';
import { inLanguage, useWords } from '../../words/words.ts';
import { undecidedOf } from './undecided-of.ts';
import { useDialogAct } from './use-dialog-act.ts';

interface TransferDialogProps {
  readonly stores: Stores;
  /** A waiting ticket; null moves the ticket in hand. */
  readonly ticketId: TicketId | null;
}

/** F7: to another queue or window, keeping the time the ticket was taken. */
export function TransferDialog({ stores, ticketId }: TransferDialogProps) {
  const words = useWords();
  const { dialogs } = words.frame;
  const site = useStore(stores.session, (s) => s.site);
  const ticket = useStore(stores.queue, ({ view }) =>
    ticketId === null ? view?.inHand : view?.waiting.find((row) => row.ticket.id === ticketId)?.ticket,
  );
  // Only a citizen who sat down has left something to take along.
  const goesAlong = ticket?.state === 'serving';
  const queues = site?.queues ?? [];
  const [queueAt, setQueueAt] = useState(0);
  const [windowText, setWindowText] = useState('');
  const [choice, setChoice] = useState({ at: 0, own: '' });
  const { close, run, isBusy, sentence } = useDialogAct(stores);
  const toWindow = WindowNumber.safeParse(Number(windowText)).data;
  const toQueue = queues[queueAt]?.code;
  const reason = reasonOf(dialogs.transferReasons, choice);
  const drafts = useStore(stores.visit, ({ visit }) => (goesAlong && visit ? undecidedOf(visit) : 0));
  const [note, setNote] = useState('');
  const isOff = reason === null || (windowText !== '' && !toWindow) || (!toWindow && !toQueue);
  const confirm = () => {
    if (isOff || isBusy) return;
    const said = note.trim();
    const place = toWindow ? { toWindow } : toQueue ? { toQueue } : {};
    run(() =>
      stores.queue.getState().transfer({
        ...(ticketId ? { ticketId } : {}),
        ...place,
        reason,
        ...(goesAlong && said.length > 1 ? { note: said } : {}),
      }),
    );
  };
  return (
    <Dialog
      title={dialogs.transfer(ticket?.number ?? '')}
      note={drafts > 0 ? dialogs.transferCarries(drafts) : dialogs.transferNote}
      hint={dialogs.pickHint}
      wide
      onClose={close}
      foot={<DialogFoot onConfirm={confirm} isOff={isOff} isBusy={isBusy} sentence={sentence} />}
    >
      <div className="two">
        <div>
          <h3 className="note">{dialogs.toQueue}</h3>
          <PickList
            label={dialogs.toQueue}
            rows={queues}
            rowKey={(queue) => queue.code}
            at={queueAt}
            onMove={setQueueAt}
            onChoose={confirm}
            digits
            first
            rowClass={() => (windowText === '' ? '' : 'unused')}
            renderRow={(queue, index) => (
              <>
                <kbd className="kbd">{index + 1}</kbd>
                <b>{queue.code}</b>
                <span className="el">{inLanguage(words, queue.nameZh, queue.nameEn)}</span>
              </>
            )}
          />
          <label className="field">
            <span>{dialogs.toWindow}</span>
            <input
              className="input"
              inputMode="numeric"
              value={windowText}
              maxLength={3}
              onChange={(event) => setWindowText(event.target.value.replaceAll(/\D/g, ''))}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && !event.nativeEvent.isComposing) confirm();
              }}
            />
          </label>
        </div>
        <div>
          <h3 className="note">{dialogs.reason}</h3>
          <ReasonField
            reasons={dialogs.transferReasons}
            choice={choice}
            onChange={setChoice}
            onChoose={confirm}
          />
          {goesAlong && (
            <label className="field">
              <span>{dialogs.transferSay}</span>
              <input
                className="input"
                value={note}
                maxLength={300}
                data-note
                onChange={(event) => setNote(event.target.value)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && !event.nativeEvent.isComposing) confirm();
                }}
              />
            </label>
          )}
        </div>
      </div>
    </Dialog>
  );
}

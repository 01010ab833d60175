import { useState } from 'react';
import { useStore } from 'zustand';
import { Dialog } from '../../components/dialog.tsx';
import { DialogFoot } from '../../components/dialog-foot.tsx';
import { PickList } from '../../components/pick-list.tsx';
import type { Stores } from '../../stores/stores.ts';
import { inLanguage, useWords } from '../../words/words.ts';
import { useDialogAct } from './use-dialog-act.ts';

interface WalkInDialogProps {
  readonly stores: Stores;
  /** The masked name on the card of whoever stands there, when a card brought this up. */
  readonly card?: string | undefined;
}

/** Ctrl+N: a citizen stands at the window without a ticket. */
export function WalkInDialog({ stores, card }: WalkInDialogProps) {
  const words = useWords();
  const { dialogs } = words.frame;
  const site = useStore(stores.session, (s) => s.site);
  const queues = site?.queues.filter((queue) => site.served.includes(queue.code)) ?? [];
  const [at, setAt] = useState(0);
  const { close, run, isBusy, sentence } = useDialogAct(stores, card);
  const confirm = () => {
    const queue = queues[at];
    if (queue && !isBusy) run(() => stores.queue.getState().walkIn(queue.code));
  };
  return (
    <Dialog
      title={card === undefined ? dialogs.walkIn : dialogs.walkInOfCard(card)}
      note={dialogs.walkInNote}
      hint={dialogs.keysHint}
      onClose={close}
      foot={
        <DialogFoot onConfirm={confirm} isOff={queues.length === 0} isBusy={isBusy} sentence={sentence} />
      }
    >
      <PickList
        label={dialogs.walkIn}
        rows={queues}
        rowKey={(queue) => queue.code}
        at={at}
        onMove={setAt}
        onChoose={(queue) => {
          if (!isBusy) run(() => stores.queue.getState().walkIn(queue.code));
        }}
        digits
        first
        renderRow={(queue, index) => (
          <>
            <kbd className="kbd">{index + 1}</kbd>
            <b>{queue.code}</b>
            <span className="el">{inLanguage(words, queue.nameZh, queue.nameEn)}</span>
          </>
        )}
      />
    </Dialog>
  );
}

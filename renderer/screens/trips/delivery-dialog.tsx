import { useState } from 'react';
import { useStore } from 'zustand';
import { DeliveryWay } from '#contract/shapes/trip.ts';
import { Dialog } from '../../components/dialog.tsx';
import { DialogField, DialogForm, focusDialogForm } from '../../components/dialog-form.tsx';
import { PickList } from '../../components/pick-list.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import { type Setback, tell } from '../../stores/asking.ts';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { useWords } from '../../words/words.ts';

/** Ctrl+U: how the result of the case in hand gets to the citizen. */
export function DeliveryDialog({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const { delivery: said } = words.trips;
  const file = useStore(stores.caseFile, (s) => s.file);
  const ways = DeliveryWay.options.filter((way) => file?.item.delivery.includes(way));
  const [at, setAt] = useState(0);
  const [address, setAddress] = useState('');
  const [phone, setPhone] = useState('');
  const [setback, setSetback] = useState<Setback | null>(null);
  const { close } = stores.screen.getState();
  if (!file) return null;
  const way = ways[at] ?? 'counter';

  const choose = async (chosen: DeliveryWay) => {
    const delivery =
      chosen === 'express' ? { way: chosen, address: address.trim(), phone: phone.trim() } : { way: chosen };
    const told = await tell(stores.desk, 'trips.choose-delivery', { caseId: file.id, delivery });
    if (told.ok) close();
    else setSetback(told.setback);
  };
  const canSend = address.trim().length >= 6 && phone.trim().length >= 6;
  return (
    <Dialog title={said.title} hint={words.frame.dialogs.keysHint} onClose={close}>
      <PickList
        label={said.title}
        rows={ways}
        rowKey={(one) => one}
        at={at}
        digits
        first
        onMove={setAt}
        onChoose={(one) => {
          if (one === 'counter') void choose(one);
          else focusDialogForm();
        }}
        renderRow={(one, index) => (
          <>
            <kbd className="kbd">{index + 1}</kbd>
            <b>{said.ways[one]}</b>
            <span className="note el">{said.wayNotes[one]}</span>
          </>
        )}
      />
      {way === 'express' && (
        <DialogForm isWhole={canSend} submit={said.do} onSubmit={() => void choose('express')}>
          <DialogField label={said.address} value={address} maxLength={200} onType={setAddress} />
          <DialogField label={said.phone} kind="phone" value={phone} maxLength={20} onType={setPhone} />
        </DialogForm>
      )}
      {setback && <SetbackLine>{setbackWords(words, setback)}</SetbackLine>}
    </Dialog>
  );
}

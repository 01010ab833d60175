import { useState } from 'react';
import type { CaseView } from '#contract/shapes/case.ts';
import { ForwardWay } from '#contract/shapes/crossing.ts';
import { Dialog } from '../../components/dialog.tsx';
import { DialogField, DialogForm, focusDialogForm } from '../../components/dialog-form.tsx';
import { PickList } from '../../components/pick-list.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import { type Setback, tell } from '../../stores/asking.ts';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { useWords } from '../../words/words.ts';

interface PassOnProps {
  readonly stores: Stores;
  readonly file: CaseView;
  readonly onClose: () => void;
}

/** Ctrl+S: the papers leave for the body that decides. */
export function PassOnDialog({ stores, file, onClose }: PassOnProps) {
  const words = useWords();
  const { forward: said } = words.crossing;
  const [at, setAt] = useState(0);
  const [waybill, setWaybill] = useState('');
  const [setback, setSetback] = useState<Setback | null>(null);
  const isWhole = waybill.trim().length >= 4;

  const send = async (way: ForwardWay) => {
    const told = await tell(stores.desk, 'crossing.send', {
      caseId: file.id,
      way,
      waybill: way === 'post' ? waybill.trim() : null,
    });
    if (told.ok) onClose();
    else setSetback(told.setback);
  };
  return (
    <Dialog
      title={said.title}
      note={file.crossing.organ}
      hint={words.frame.dialogs.keysHint}
      onClose={onClose}
    >
      <PickList
        label={said.title}
        rows={ForwardWay.options}
        rowKey={(way) => way}
        at={at}
        digits
        first
        onMove={setAt}
        onChoose={(way) => {
          if (way === 'post') focusDialogForm();
          else void send(way);
        }}
        renderRow={(way, index) => (
          <>
            <kbd className="kbd">{index + 1}</kbd>
            <b>{said.ways[way]}</b>
          </>
        )}
      />
      {at === 0 && (
        <DialogForm isWhole={isWhole} submit={said.do} onSubmit={() => void send('post')}>
          <DialogField label={said.waybill} kind="code" value={waybill} maxLength={50} onType={setWaybill} />
        </DialogForm>
      )}
      {setback && <SetbackLine>{setbackWords(words, setback)}</SetbackLine>}
    </Dialog>
  );
}

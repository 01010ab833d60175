import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { RefusalReason } from '#contract/shapes/case.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Key } from '../../components/key.tsx';
import { PickList } from '../../components/pick-list.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { useWords } from '../../words/words.ts';

interface RefusalDialogProps {
  readonly stores: Stores;
  readonly onClose: () => void;
  readonly onRefuse: (reason: RefusalReason, say: string) => Promise<boolean>;
}

/** 不予受理: a reason of the law and the words for the citizen. Both are printed on the decision. */
export function RefusalDialog({ stores, onClose, onRefuse }: RefusalDialogProps) {
  const words = useWords();
  const { dialogs, refusalReasons } = words.sheet.deciding;
  const { busy, setback } = useStore(stores.caseFile);
  const [at, setAt] = useState(0);
  const [say, setSay] = useState('');
  const text = useRef<HTMLInputElement>(null);
  const reasons = RefusalReason.options;
  const reason = reasons[at] ?? 'other';
  const isFull = say.trim().length >= 4 && busy === null;
  const send = async () => {
    if (isFull && (await onRefuse(reason, say.trim()))) onClose();
  };
  return (
    <Dialog title={dialogs.refuseTitle} note={dialogs.refuseNote} wide onClose={onClose}>
      <form
        className="refusing"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <PickList
          label={dialogs.refuseReason}
          className="reasons"
          rows={reasons}
          rowKey={(one) => one}
          at={at}
          digits
          first
          onMove={setAt}
          onChoose={() => text.current?.focus()}
          rowClass={(_, index) => (index === at ? 'reason on' : 'reason')}
          renderRow={(one, index) => (
            <>
              <kbd className="kbd">{index + 1}</kbd>
              <span>{refusalReasons[one]}</span>
            </>
          )}
        />
        <label className="field">
          <span>{dialogs.refuseSay}</span>
          <input
            ref={text}
            className="input"
            value={say}
            maxLength={500}
            placeholder={dialogs.refuseHint}
            onChange={(event) => setSay(event.target.value)}
          />
        </label>
        {setback?.act === 'refuse' && <SetbackLine>{setbackWords(words, setback.setback)}</SetbackLine>}
        <div className="dialog-acts">
          <span className="note">{say.trim().length < 4 ? dialogs.tooShort : dialogs.reasonKeys}</span>
          <button type="button" className="btn big quiet" onClick={onClose}>
            <Key act="back" />
            {dialogs.back}
          </button>
          <button type="submit" className="btn big primary" disabled={!isFull}>
            <Key cap="Enter" />
            {dialogs.refuseDo}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

import { useState } from 'react';
import { useStore } from 'zustand';
import type { BundleStepView } from '#contract/shapes/bundle-view.ts';
import { Dialog } from '../../components/dialog.tsx';
import { DialogFoot } from '../../components/dialog-foot.tsx';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { inLanguage, useWords } from '../../words/words.ts';

interface DenyDialogProps {
  readonly stores: Stores;
  readonly step: BundleStepView;
  readonly onClose: () => void;
}

/** A department that decides elsewhere said no: why, and by which paper. */
export function DenyDialog({ stores, step, onClose }: DenyDialogProps) {
  const words = useWords();
  const { deny: said, givePaper } = words.bundle;
  const { busy, setback, deny } = useStore(stores.bundle);
  const [say, setSay] = useState('');
  const [paper, setPaper] = useState('');
  const isWhole = say.trim().length >= 2 && paper.trim().length >= 2;
  const confirm = async () => {
    if (!isWhole || busy) return;
    if (await deny({ itemCode: step.itemCode, say: say.trim(), paper: paper.trim() })) onClose();
  };
  return (
    <Dialog
      title={said.title(inLanguage(words, step.itemNameZh, step.itemNameEn))}
      note={said.hint(inLanguage(words, step.departmentZh, step.departmentEn))}
      onClose={onClose}
      foot={
        <DialogFoot
          onConfirm={() => void confirm()}
          isOff={!isWhole}
          isBusy={busy === 'deny'}
          sentence={setback && setbackWords(words, setback)}
        />
      }
    >
      <form
        className="give-form"
        onSubmit={(event) => {
          event.preventDefault();
          void confirm();
        }}
      >
        <label className="field">
          <span>{said.why}</span>
          <input
            className="input"
            autoComplete="off"
            data-first
            maxLength={200}
            value={say}
            onChange={(event) => setSay(event.target.value)}
          />
        </label>
        <label className="field">
          <span>{givePaper}</span>
          <input
            className="input"
            autoComplete="off"
            maxLength={120}
            value={paper}
            onChange={(event) => setPaper(event.target.value)}
          />
        </label>
        <button type="submit" className="sr" tabIndex={-1}>
          {said.do}
        </button>
      </form>
    </Dialog>
  );
}

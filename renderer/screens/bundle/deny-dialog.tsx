import { useState } from 'react';
import { useStore } from 'zustand';
import type { BundleStepView } from '#contract/shapes/bundle-view.ts';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { inLanguage, useWords } from '../../words/words.ts';
import { AnswerDialog } from './answer-dialog.tsx';

interface DenyDialogProps {
  readonly stores: Stores;
  readonly step: BundleStepView;
  readonly onClose: () => void;
}

/** A department that decides elsewhere said no: why, and by which paper. */
export function DenyDialog({ stores, step, onClose }: DenyDialogProps) {
  const words = useWords();
  const { deny: said } = words.bundle;
  const { busy, setback, deny } = useStore(stores.bundle);
  const [say, setSay] = useState('');
  const [paper, setPaper] = useState('');
  const isWhole = say.trim().length >= 2 && paper.trim().length >= 2;
  const confirm = async () => {
    if (!isWhole || busy) return;
    if (await deny({ itemCode: step.itemCode, say: say.trim(), paper: paper.trim() })) onClose();
  };
  return (
    <AnswerDialog
      title={said.title(inLanguage(words, step.itemNameZh, step.itemNameEn))}
      note={said.hint(inLanguage(words, step.departmentZh, step.departmentEn))}
      act={said.do}
      paper={paper}
      onPaper={setPaper}
      isOff={!isWhole}
      isBusy={busy === 'deny'}
      sentence={setback && setbackWords(words, setback)}
      onConfirm={() => void confirm()}
      onClose={onClose}
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
    </AnswerDialog>
  );
}

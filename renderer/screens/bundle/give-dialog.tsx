import { useState } from 'react';
import { useStore } from 'zustand';
import type { BundleStepView } from '#contract/shapes/bundle-view.ts';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { inLanguage, useWords } from '../../words/words.ts';
import { AnswerDialog } from './answer-dialog.tsx';

interface GiveDialogProps {
  readonly stores: Stores;
  readonly step: BundleStepView;
  readonly onClose: () => void;
}

/** The values a department gave with its paper: whoever waited for them goes on. */
export function GiveDialog({ stores, step, onClose }: GiveDialogProps) {
  const words = useWords();
  const { bundle } = words;
  const { busy, setback, give } = useStore(stores.bundle);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [paper, setPaper] = useState(step.resultName);
  const values = step.gives.map(({ meaning }) => ({ meaning, value: (typed[meaning] ?? '').trim() }));
  const isWhole = values.every(({ value }) => value !== '') && paper.trim().length >= 2;
  const confirm = async () => {
    if (!isWhole || busy) return;
    if (await give({ itemCode: step.itemCode, values, paper: paper.trim() })) onClose();
  };
  return (
    <AnswerDialog
      title={bundle.giveTitle(inLanguage(words, step.itemNameZh, step.itemNameEn))}
      note={bundle.giveHint}
      act={bundle.giveDo}
      paper={paper}
      onPaper={setPaper}
      isOff={!isWhole}
      isBusy={busy === 'give'}
      sentence={setback && setbackWords(words, setback)}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      {step.gives.map(({ meaning, labelZh, labelEn }, index) => (
        <label className="field" key={meaning}>
          <span>{inLanguage(words, labelZh, labelEn)}</span>
          <input
            className="input n"
            autoComplete="off"
            spellCheck={false}
            data-first={index === 0 || undefined}
            value={typed[meaning] ?? ''}
            onChange={(event) => setTyped({ ...typed, [meaning]: event.target.value })}
          />
        </label>
      ))}
    </AnswerDialog>
  );
}

import { useState } from 'react';
import { useStore } from 'zustand';
import type { BundleStepView } from '#contract/shapes/bundle-view.ts';
import { Dialog } from '../../components/dialog.tsx';
import { DialogFoot } from '../../components/dialog-foot.tsx';
import { type ReasonChoice, ReasonField, reasonOf } from '../../components/reason-field.tsx';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { inLanguage, useWords, type Words } from '../../words/words.ts';

interface LeaveOutDialogProps {
  readonly stores: Stores;
  readonly step: BundleStepView;
  readonly onClose: () => void;
}

/** A step is left out with its reason; the catalogue's own condition is offered first. */
export function LeaveOutDialog({ stores, step, onClose }: LeaveOutDialogProps) {
  const words = useWords();
  const { busy, setback, leaveOut } = useStore(stores.bundle);
  const [choice, setChoice] = useState<ReasonChoice>({ at: 0, own: '' });
  const reasons = reasonsOf(words, step);
  const said = reasonOf(reasons, choice);
  const confirm = async () => {
    if (said === null || busy) return;
    if (await leaveOut(step.itemCode, said)) onClose();
  };
  return (
    <Dialog
      title={words.bundle.leaveOutTitle(inLanguage(words, step.itemNameZh, step.itemNameEn))}
      onClose={onClose}
      foot={
        <DialogFoot
          onConfirm={() => void confirm()}
          isOff={said === null}
          isBusy={busy === 'leave-out'}
          sentence={setback && setbackWords(words, setback)}
        />
      }
    >
      <ReasonField
        reasons={reasons}
        choice={choice}
        onChange={setChoice}
        onChoose={() => void confirm()}
        first
      />
    </Dialog>
  );
}

function reasonsOf(words: Words, { mayLeaveOut, canSkipIf }: BundleStepView): readonly string[] {
  const condition =
    mayLeaveOut === 'not-needed' && canSkipIf ? [inLanguage(words, canSkipIf.zh, canSkipIf.en)] : [];
  return [...condition, ...words.bundle.leaveOutReasons[mayLeaveOut ?? 'optional']];
}

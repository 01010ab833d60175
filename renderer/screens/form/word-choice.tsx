import { useState } from 'react';
import { Dialog } from '../../components/dialog.tsx';
import { DialogFoot } from '../../components/dialog-foot.tsx';
import { HoldToReveal } from '../../components/hold-to-reveal.tsx';
import { type ReasonChoice, ReasonField, reasonOf } from '../../components/reason-field.tsx';
import { useWords } from '../../words/words.ts';

/** One of the words that may count. */
export interface WordOffered {
  readonly key: string;
  readonly shown: string;
  /** Whose word it is and of when. */
  readonly from: string;
  readonly isStale: boolean;
  /** Why it cannot be picked, or null. */
  readonly closed: string | null;
  /** Fetches the whole value of a masked one; null where it is shown whole. */
  readonly reveal: (() => Promise<string | null>) | null;
}

interface WordChoiceProps {
  readonly title: string;
  readonly note: string;
  readonly offered: readonly WordOffered[];
  readonly reasons: readonly string[];
  readonly busy: boolean;
  /** Why the last try was refused. */
  readonly sentence: string | null;
  /** True when it was kept. */
  readonly onPick: (key: string, reason: string) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Which of several words counts, and why. A masked value is seen whole only while it is held. */
export function WordChoice(props: WordChoiceProps) {
  const { title, note, offered, reasons, busy, sentence, onPick, onClose } = props;
  const { form } = useWords();
  const [at, setAt] = useState(0);
  const [why, setWhy] = useState<ReasonChoice>({ at: 0, own: '' });
  const reason = reasonOf(reasons, why);
  const confirm = async () => {
    const chosen = offered[at];
    if (!chosen || reason === null || busy) return;
    if (await onPick(chosen.key, reason)) onClose();
  };
  return (
    <Dialog
      title={title}
      note={note}
      wide
      onClose={onClose}
      foot={
        <DialogFoot
          onConfirm={() => void confirm()}
          isOff={reason === null}
          isBusy={busy}
          sentence={sentence}
        />
      }
    >
      <fieldset className="pick-sources">
        <legend className="sr">{title}</legend>
        {offered.map(({ key, shown, from, isStale, closed, reveal }, index) => (
          <label key={key} className={index === at ? 'on' : undefined}>
            <input
              type="radio"
              name="source"
              checked={index === at}
              disabled={closed !== null}
              data-first={index === 0 || undefined}
              onChange={() => setAt(index)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                void confirm();
              }}
            />
            {reveal ? (
              <HoldToReveal label={form.reveal(from)} masked={shown} onReveal={reveal} />
            ) : (
              <b>{shown}</b>
            )}
            <span className={isStale ? 'tag a' : 'tag'}>{from}</span>
            {closed !== null && <span className="note">{closed}</span>}
          </label>
        ))}
      </fieldset>
      <ReasonField reasons={reasons} choice={why} onChange={setWhy} onChoose={() => void confirm()} />
    </Dialog>
  );
}

import { useEffect, useRef, useState } from 'react';
import type { CaseView } from '#contract/shapes/case.ts';
import type { Meaning } from '#contract/shapes/form.ts';
import type { EntryList } from '#contract/shapes/form-view.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Icon } from '../../components/icon.tsx';
import { PickList } from '../../components/pick-list.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import { type Setback, tell } from '../../stores/asking.ts';
import type { Stores } from '../../stores/stores.ts';
import { clockWords } from '../../words/dates.ts';
import { setbackWords } from '../../words/saying.ts';
import { inLanguage } from '../../words/words.ts';
import { useClockwork } from '../case/hall-time.ts';

interface SecondEntryDialogProps {
  readonly stores: Stores;
  readonly file: CaseView;
  readonly onClose: () => void;
}

/** 二次录入: one value after the other onto the clipboard, in the order of the other system's form. */
export function SecondEntryDialog({ stores, file, onClose }: SecondEntryDialogProps) {
  const clock = useClockwork(stores.status);
  const { words } = clock;
  const { entry } = words.form;
  const { list, copied, setback, copy } = useEntries(stores, file);
  const [at, setAt] = useState(0);
  const rows = useRef<HTMLDivElement>(null);
  const known = list !== null;
  // The list comes after the dialog: the keys begin at the first line that is still to be entered.
  useEffect(() => {
    if (known) rows.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus();
  }, [known]);

  const copyAt = async (index: number) => {
    const line = list?.lines[index];
    if (!line || !(await copy(line.meaning))) return;
    const next = Math.min(index + 1, (list?.lines.length ?? 1) - 1);
    setAt(next);
    rows.current?.querySelectorAll<HTMLElement>('[data-row]')[next]?.focus();
  };
  const done = list?.lines.filter(({ entered }) => entered !== null).length ?? 0;
  const said = list?.lines.find(({ meaning }) => meaning === copied);

  return (
    <Dialog
      title={list ? entry.title(inLanguage(words, list.systemZh, list.systemEn)) : entry.open}
      note={entry.note}
      wide
      onClose={onClose}
      foot={list && <output aria-live="polite">{entry.done(done, list.lines.length)}</output>}
    >
      {setback && <SetbackLine>{setbackWords(words, setback)}</SetbackLine>}
      {list?.lines.length === 0 && <p className="empty">{entry.nothing}</p>}
      {list && list.lines.length > 0 && (
        <div ref={rows}>
          <PickList
            label={entry.open}
            className="entry-lines"
            rows={list.lines}
            rowKey={({ meaning }) => meaning}
            at={at}
            onMove={setAt}
            onChoose={(line) => void copyAt(list.lines.indexOf(line))}
            rowClass={({ entered }) => (entered ? 'entry done' : 'entry')}
            renderRow={({ labelZh, labelEn, shown, entered }, index) => (
              <>
                <Icon name={entered ? 'ok' : 'todo'} size="s" tone={entered ? 'pine' : 'dim'} />
                <span className="el">{inLanguage(words, labelZh, labelEn)}</span>
                <b className="el n">{shown}</b>
                <span className="note">
                  {entered ? entry.entered(clockWords(entered.atMs, clock), entered.by) : entry.notYet}
                </span>
                {index === at && <kbd className="kbd">Enter</kbd>}
              </>
            )}
          />
          <output className="say">
            {said && entry.copied(inLanguage(words, said.labelZh, said.labelEn))}
          </output>
          {list.typedTwice > 0 && <p className="note">{entry.obstacle(list.typedTwice)}</p>}
        </div>
      )}
    </Dialog>
  );
}

function useEntries({ desk }: Stores, { id: caseId }: CaseView) {
  const [list, setList] = useState<EntryList | null>(null);
  const [copied, setCopied] = useState<Meaning | null>(null);
  const [setback, setSetback] = useState<Setback | null>(null);
  useEffect(() => {
    let isHere = true;
    const look = async () => {
      const told = await tell(desk, 'form.entries', { caseId });
      if (!isHere) return;
      if (told.ok) setList(told.value);
      else setSetback(told.setback);
    };
    void look();
    return () => {
      isHere = false;
    };
  }, [desk, caseId]);
  return {
    list,
    copied,
    setback,
    /** True when the value lies on the clipboard. */
    copy: async (meaning: Meaning): Promise<boolean> => {
      const told = await tell(desk, 'form.copy-entry', { caseId, meaning });
      setSetback(told.ok ? null : told.setback);
      if (!told.ok) return false;
      setList(told.value);
      setCopied(meaning);
      return true;
    },
  };
}

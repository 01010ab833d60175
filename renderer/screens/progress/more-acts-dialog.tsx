import './progress.css';
import { useEffect, useRef, useState } from 'react';
import type { CaseView } from '#contract/shapes/case.ts';
import type { ActStanding, ProgressAct, ProgressView } from '#contract/shapes/progress.ts';
import { Dialog } from '../../components/dialog.tsx';
import { PickList } from '../../components/pick-list.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import type { Stores } from '../../stores/stores.ts';
import { reasonWords, setbackWords } from '../../words/saying.ts';
import { useWords } from '../../words/words.ts';
import { AskExpert } from '../expert/ask-expert.tsx';
import { ActForm } from './act-form.tsx';
import { useProgress } from './use-progress.ts';

interface MoreActsProps {
  readonly stores: Stores;
  readonly file: CaseView;
  readonly onClose: () => void;
}

/** 其他处理: every further act of the case; the open ones first, each other with its why-not. */
export function MoreActsDialog({ stores, file, onClose }: MoreActsProps) {
  const words = useWords();
  const { progress: said } = words;
  const progress = useProgress(stores.desk, file.id);
  const [at, setAt] = useState(0);
  const [chosen, setChosen] = useState<ProgressAct | null>(null);
  const { view, setback } = progress;
  const rows = view ? worthShowing(view) : [];
  const others = view
    ? view.acts.filter(({ because }) => because === NOT_NOW).map(({ act }) => said.acts[act])
    : [];
  const list = useRef<HTMLDivElement>(null);
  const known = view !== null && chosen === null;
  // The list comes after the dialog: the keys begin at its first act.
  useEffect(() => {
    if (known) list.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus();
  }, [known]);

  return (
    <Dialog
      title={chosen ? said.acts[chosen] : said.title}
      note={chosen ? said.does[chosen] : said.note}
      wide
      onClose={chosen ? () => setChosen(null) : onClose}
    >
      {!view && !setback && <p className="empty">{said.reading}</p>}
      {!view && setback && <SetbackLine>{setbackWords(words, setback)}</SetbackLine>}
      {view && chosen === null && (
        <div ref={list}>
          <PickList
            label={said.title}
            className="further-acts"
            rows={rows}
            rowKey={({ act }) => act}
            at={Math.min(at, rows.length - 1)}
            digits
            first
            onMove={setAt}
            onChoose={({ act, open }) => {
              if (!open) return;
              progress.quiet();
              setChosen(act);
            }}
            rowClass={({ open }) => (open ? 'further-act' : 'further-act off')}
            rowWhy={({ because }) => (because === null ? '' : reasonWords(words, because))}
            renderRow={({ act, open, because }, index) => (
              <>
                {open && index < DIGITS ? <kbd className="kbd">{index + 1}</kbd> : <span />}
                <b>{said.acts[act]}</b>
                <span className="note">{open ? said.does[act] : reasonWords(words, because ?? '')}</span>
              </>
            )}
          />
          {others.length > 0 && (
            <p className="note others">{said.others(others.join(words.sheet.intake.listMark))}</p>
          )}
        </div>
      )}
      {chosen === null && <AskExpert stores={stores} file={file} />}
      {view && chosen !== null && (
        <ActForm
          key={chosen}
          stores={stores}
          file={file}
          act={chosen}
          view={view}
          progress={progress}
          onBack={() => setChosen(null)}
          onDone={onClose}
        />
      )}
    </Dialog>
  );
}

const DIGITS = 9;

const NOT_NOW = 'not-in-this-state';

/** What may be done comes first, so that a digit chooses it; then what something stands against. */
function worthShowing({ acts }: ProgressView): readonly ActStanding[] {
  return [
    ...acts.filter(({ open }) => open),
    ...acts.filter(({ open, because }) => !open && because !== NOT_NOW),
  ];
}

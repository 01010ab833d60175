import './progress.css';
import { useState } from 'react';
import type { CaseView } from '#contract/shapes/case.ts';
import type { ActStanding, ProgressAct, ProgressView } from '#contract/shapes/progress.ts';
import { Dialog } from '../../components/dialog.tsx';
import { PickList } from '../../components/pick-list.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import type { Stores } from '../../stores/stores.ts';
import { reasonWords, setbackWords } from '../../words/saying.ts';
import { useWords } from '../../words/words.ts';
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
  const rows = view ? ordered(view) : [];

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
              <kbd className="kbd">{index < DIGITS ? index + 1 : ''}</kbd>
              <b>{said.acts[act]}</b>
              <span className="note">{open ? said.does[act] : reasonWords(words, because ?? '')}</span>
            </>
          )}
        />
      )}
      {view && chosen !== null && (
        <ActForm
          key={chosen}
          stores={stores}
          item={file.item}
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

/** What may be done comes first, so that a digit chooses it. */
function ordered({ acts }: ProgressView): readonly ActStanding[] {
  return [...acts.filter(({ open }) => open), ...acts.filter(({ open }) => !open)];
}

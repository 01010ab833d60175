import { useState } from 'react';
import { useStore } from 'zustand';
import type { CaseId } from '#contract/shapes/case.ts';
import { isFormWhole } from '#rules/form/form-standing.ts';
import { ActButton } from '../../components/act-button.tsx';
import { Icon } from '../../components/icon.tsx';
import type { Stores } from '../../stores/stores.ts';
import { useWords } from '../../words/words.ts';
import { MoreActs } from '../progress/more-acts.tsx';
import { type ActOffer, actOffer, barWords, standingWord } from './act-offer.ts';
import { CorrectionDialog } from './correction-dialog.tsx';
import { ReceiveDialog } from './receive-dialog.tsx';
import { RefusalDialog } from './refusal-dialog.tsx';

type Asking = 'receive' | 'correct' | 'refuse' | null;

/** What is missing and whom it stops; F11, F10 and F9, each off with its reason. */
export function ActBar({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const { acts, saving } = words.sheet.deciding;
  const { file, step, busy, receive, accept, correct, refuse } = useStore(stores.caseFile);
  const [asking, setAsking] = useState<Asking>(null);
  const offer = file ? actOffer(file) : null;
  const said = barWords(words, file, offer);
  const here = step === 'materials' || step === 'result';

  /** Only where the papers lie open is anything decided. */
  const standing = (word: string) => {
    if (!file) return 'choose-item';
    return here ? word : 'papers-step';
  };
  const press = async () => {
    const now = file && !isFormWhole(file.form) ? await offerOfSavedForm(stores, file.id) : offer;
    if (now?.standing !== 'open') return;
    if (now.act !== 'receive') void accept();
    else if (now.asksFirst) setAsking('receive');
    else void receive();
  };
  const deciding = busy === 'accept' || busy === 'receive';
  const close = () => setAsking(null);

  return (
    <footer className="act-bar">
      <output className="say" aria-live="polite">
        <Icon
          name={said.tone === 'pine' ? 'ok' : said.tone === 'amber' ? 'warn' : 'todo'}
          size="l"
          tone={said.tone}
        />
        <span>
          <b title={said.headline}>{said.headline}</b>
          <span title={said.note}>{said.note}</span>
        </span>
      </output>
      <MoreActs stores={stores} file={file} look="quiet" />
      <ActButton
        act="refuse"
        look="big"
        stop
        busy={busy === 'refuse'}
        standing={standing(file ? standingWord(file, 'refuse') : '')}
        onAct={() => setAsking('refuse')}
      >
        {acts.refuse}
      </ActButton>
      <ActButton
        act="correct"
        look="big"
        busy={busy === 'correct'}
        standing={standing(file ? standingWord(file, 'correct') : '')}
        onAct={() => setAsking('correct')}
      >
        {acts.correct}
      </ActButton>
      <ActButton
        act="accept"
        look="big"
        main
        busy={deciding}
        standing={standing(offer?.standing ?? '')}
        onAct={() => void press()}
      >
        <span className="steady">
          <span className={deciding ? 'gone' : undefined}>{acts[offer?.act ?? 'accept']}</span>
          {deciding && <span className="over">{saving}</span>}
        </span>
      </ActButton>
      {file && asking === 'receive' && (
        <ReceiveDialog
          missing={file.missing.length}
          onClose={close}
          onReceive={() => {
            close();
            void receive();
          }}
        />
      )}
      {file && asking === 'correct' && (
        <CorrectionDialog file={file} stores={stores} onClose={close} onCorrect={correct} />
      )}
      {file && asking === 'refuse' && (
        <RefusalDialog stores={stores} onClose={close} onRefuse={(reason, say) => refuse(reason, say)} />
      )}
    </footer>
  );
}

/** What was typed a moment ago counts: it is saved first, and the case is looked at once more. */
async function offerOfSavedForm({ form, caseFile }: Stores, caseId: CaseId): Promise<ActOffer | null> {
  await form.getState().settle();
  await caseFile.getState().look(caseId);
  const { file } = caseFile.getState();
  return file?.id === caseId ? actOffer(file) : null;
}

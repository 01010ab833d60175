import './papers.css';
import { useState } from 'react';
import type { NoticeId } from '#contract/shapes/notice.ts';
import { ActButton } from '../../components/act-button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import { tell } from '../../stores/asking.ts';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { useWords } from '../../words/words.ts';
import { NotSignedDialog } from './not-signed-dialog.tsx';
import { PaperList } from './paper-list.tsx';
import { PaperPreview } from './paper-preview.tsx';
import { usePapers } from './use-papers.ts';

interface PapersDialogProps {
  readonly stores: Stores;
  readonly onClose: () => void;
}

/** The papers of the visit or of today: look at one with help beside it, have it signed, print several at once. */
export function PapersDialog({ stores, onClose }: PapersDialogProps) {
  const words = useWords();
  const said = words.papers;
  const { desk } = stores;
  const papers = usePapers(desk);
  const [marked, setMarked] = useState<readonly NoticeId[]>([]);
  const [asking, setAsking] = useState(false);
  const notice = papers.chosen?.notice ?? null;
  const signing = notice?.signing.state ?? 'not-wanted';
  const isSigned =
    notice?.signing.state === 'settled' &&
    (notice.signing.outcome === 'signed' || notice.signing.outcome === 'on-paper');
  const standing = signing === 'not-wanted' ? 'no-signature-wanted' : isSigned ? 'signed-already' : 'open';
  const mark = (id: NoticeId) =>
    setMarked((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]));
  const pdf = papers.batch?.pdf.state;
  return (
    <Dialog title={said.title} onClose={onClose} hint={said.keys} wide>
      <div className="papers">
        <PaperList papers={papers} marked={marked} onMark={mark} />
        {papers.paper ? (
          <PaperPreview content={papers.paper.content} />
        ) : (
          <p className="empty">{papers.lines?.length === 0 ? said.none : ''}</p>
        )}
      </div>
      {papers.setback && <SetbackLine>{setbackWords(words, papers.setback)}</SetbackLine>}
      <div className="papers-acts">
        {notice && signing === 'on-screen' ? (
          <ActButton
            act="sign-on-screen"
            main
            onAct={() => papers.act(tell(desk, 'notices.stop-signing', {}))}
          >
            {said.offScreen}
          </ActButton>
        ) : (
          <ActButton
            act="sign-on-screen"
            main
            standing={standing}
            onAct={() => notice && papers.act(tell(desk, 'notices.ask-signature', { noticeId: notice.id }))}
          >
            {said.onScreen}
          </ActButton>
        )}
        <ActButton
          act="sign-on-paper"
          standing={standing}
          onAct={() =>
            notice &&
            papers.act(tell(desk, 'notices.settle-signature', { noticeId: notice.id, outcome: 'on-paper' }))
          }
        >
          {said.onPaper}
        </ActButton>
        <ActButton act="sign-not" standing={standing} onAct={() => setAsking(true)}>
          {said.notSigned}
        </ActButton>
        <ActButton act="citizen-screen" onAct={() => papers.act(tell(desk, 'citizen.open-screen', {}))}>
          {said.openScreen}
        </ActButton>
        <span className="push" />
        <output className="note">
          {pdf === 'waiting' && said.batchWaiting}
          {pdf === 'pressed' && said.batchPressed(papers.batch?.count ?? 0)}
          {pdf === 'not-pressed' && said.batchTrouble}
          {pdf === undefined && marked.length > 0 && said.chosen(marked.length)}
        </output>
        <ActButton
          act="print-batch"
          standing={marked.length > 0 ? 'open' : 'choose-first'}
          onAct={() => papers.print(marked)}
        >
          {said.batch}
        </ActButton>
      </div>
      {asking && notice && (
        <NotSignedDialog
          onClose={() => setAsking(false)}
          onSettle={(outcome, reason) =>
            papers.act(tell(desk, 'notices.settle-signature', { noticeId: notice.id, outcome, reason }))
          }
        />
      )}
    </Dialog>
  );
}

import './crossing.css';
import { useState } from 'react';
import type { CaseView } from '#contract/shapes/case.ts';
import { ActButton } from '../../components/act-button.tsx';
import type { Stores } from '../../stores/stores.ts';
import { useWords } from '../../words/words.ts';
import { OnlineDialog } from '../guidance/online-dialog.tsx';
import { CrossingTag } from './crossing-tag.tsx';
import { ElsewhereDialog } from './elsewhere-dialog.tsx';

/** On the item step: where it is received and decided, whether it was begun on the web, and the keys to say so. */
export function CrossingFacts({ stores, file }: { readonly stores: Stores; readonly file: CaseView }) {
  const words = useWords();
  const { crossing: said, guidance } = words;
  const { originRegion, decisionRegion, organ, because, chosen, delegation, sealMissing } = file.crossing;
  const [asking, setAsking] = useState<'region' | 'online' | null>(null);
  const close = () => setAsking(null);
  const mayLink = file.state === 'draft' || file.state === 'received';
  const notes = [
    chosen ? organ : '',
    because === null ? '' : said.notes[because],
    delegation === null
      ? ''
      : (delegation.kind === 'entrusted' ? said.seal : said.sealAuthorised)(
          delegation.seal,
          delegation.organ,
        ),
    file.onlineNumber === null ? guidance.online.none : guidance.online.linked(file.onlineNumber),
  ];
  return (
    <section className="crossing-facts">
      <span className="say">
        <b>
          {originRegion === decisionRegion ? said.bothHere : said.regions(originRegion, decisionRegion)}{' '}
          <CrossingTag because={because} />
          {file.item.mustAppearInPerson && <span className="tag a">{said.person}</span>}
        </b>
        {sealMissing && <span className="note late">{said.sealMissing}</span>}
        <span className="note">{notes.filter(Boolean).join(' · ')}</span>
      </span>
      <ActButton
        act="link-online"
        look="quiet"
        standing={mayLink ? 'open' : 'already-decided'}
        onAct={() => setAsking('online')}
      >
        {guidance.online.open}
      </ActButton>
      <ActButton
        act="decided-where"
        look="quiet"
        standing={file.state === 'draft' ? 'open' : 'already-decided'}
        onAct={() => setAsking('region')}
      >
        {said.open}
      </ActButton>
      {asking === 'region' && <ElsewhereDialog stores={stores} file={file} onClose={close} />}
      {asking === 'online' && <OnlineDialog stores={stores} file={file} onClose={close} />}
    </section>
  );
}

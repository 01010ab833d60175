import './crossing.css';
import { useState } from 'react';
import type { CaseView } from '#contract/shapes/case.ts';
import { ActButton } from '../../components/act-button.tsx';
import type { Stores } from '../../stores/stores.ts';
import { useWords } from '../../words/words.ts';
import { CrossingTag } from './crossing-tag.tsx';
import { ElsewhereDialog } from './elsewhere-dialog.tsx';

/** On the item step: where it is received and decided, what this hall may do, and the key to say otherwise. */
export function CrossingFacts({ stores, file }: { readonly stores: Stores; readonly file: CaseView }) {
  const words = useWords();
  const { crossing: said } = words;
  const { originRegion, decisionRegion, organ, because, chosen } = file.crossing;
  const [asks, setAsks] = useState(false);
  return (
    <section className="crossing-facts">
      <span className="say">
        <b>
          {said.regions(originRegion, decisionRegion)} <CrossingTag because={because} />
          {file.item.mustAppearInPerson && <span className="tag a">{said.person}</span>}
        </b>
        <span className="note">
          {[chosen ? organ : '', because === null ? said.here : said.notes[because]]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <ActButton
        act="decided-where"
        look="quiet"
        standing={file.state === 'draft' ? 'open' : 'already-decided'}
        onAct={() => setAsks(true)}
      >
        {said.open}
      </ActButton>
      {asks && <ElsewhereDialog stores={stores} file={file} onClose={() => setAsks(false)} />}
    </section>
  );
}

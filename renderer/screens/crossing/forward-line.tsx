import './crossing.css';
import { useState } from 'react';
import type { CaseView } from '#contract/shapes/case.ts';
import type { Crossing } from '#contract/shapes/crossing.ts';
import { ActButton } from '../../components/act-button.tsx';
import { Icon } from '../../components/icon.tsx';
import type { Stores } from '../../stores/stores.ts';
import { dayWords } from '../../words/dates.ts';
import { useWords, type Words } from '../../words/words.ts';
import { ArrivedDialog } from './arrived-dialog.tsx';
import { PassOnDialog } from './pass-on-dialog.tsx';

type Forward = NonNullable<Crossing['forward']>;

/** 代收代办: how far a case that was only received has got on its way. */
export function ForwardLine({ stores, file }: { readonly stores: Stores; readonly file: CaseView }) {
  const words = useWords();
  const { forward: said } = words.crossing;
  const [asking, setAsking] = useState(false);
  const { forward } = file.crossing;
  if (!forward) return null;
  const { big, note } = sayings(words, forward);
  const close = () => setAsking(false);
  const done = forward.arrivedOn !== null;
  return (
    <section className="forward-line">
      <Icon name={done ? 'ok' : 'wait'} tone={done ? 'pine' : 'indigo'} size="s" />
      <span className="say">
        <b>{big}</b>
        <span className="note">{note}</span>
      </span>
      <ActButton
        act="pass-on"
        look="button"
        standing={done ? 'arrived-already' : 'open'}
        onAct={() => setAsking(true)}
      >
        {forward.sent ? said.arrive : said.open}
      </ActButton>
      {asking && !forward.sent && <PassOnDialog stores={stores} file={file} onClose={close} />}
      {asking && forward.sent && !done && (
        <ArrivedDialog stores={stores} file={file} sentOn={forward.sent.on} onClose={close} />
      )}
    </section>
  );
}

function sayings(
  words: Words,
  { organ, sent, arrivedOn }: Forward,
): { readonly big: string; readonly note: string } {
  const { forward: said } = words.crossing;
  if (arrivedOn !== null) {
    return { big: said.arrived(organ, dayWords(arrivedOn, words)), note: said.arrivedNote };
  }
  if (!sent) return { big: said.waits(organ), note: said.waitsNote };
  const how = said.sentNote(said.ways[sent.way], sent.waybill ?? '');
  return { big: said.sent(organ, dayWords(sent.on, words)), note: `${how} · ${said.waitsNote}` };
}

import './trips.css';
import type { CaseView } from '#contract/shapes/case.ts';
import { isToBeAsked } from '#rules/intake/come-back.ts';
import { Icon } from '../../components/icon.tsx';
import { ActButton } from '../../components/act-button.tsx';
import type { Stores } from '../../stores/stores.ts';
import { useWords } from '../../words/words.ts';
import { avoidanceWords, reasonOfComeBack } from './come-back-words.ts';
import { deliveryStanding } from './delivery-standing.ts';

/** Whether the citizen must come back for this case, and the way the result goes. */
export function ComeBackLine({ stores, file }: { readonly stores: Stores; readonly file: CaseView }) {
  const words = useWords();
  const { trips: said } = words;
  const { comeBack, delivery } = file.trips;
  const [first] = comeBack;
  const asks = isToBeAsked(comeBack);
  const notes = [
    first ? avoidanceWords(words, first) : said.nobodyNote,
    comeBack.length > 1 ? said.mustCome(comeBack.length) : '',
    delivery ? said.delivery.chosen(said.delivery.ways[delivery.way], delivery.address ?? '') : '',
  ];
  return (
    <section className="come-back" data-come-back={comeBack.length}>
      <Icon name={asks ? 'warn' : 'ok'} tone={asks ? 'amber' : 'pine'} size="s" />
      <span className="say">
        <b>{first ? reasonOfComeBack(words, first) : said.nobody}</b>
        <span className="note">{notes.filter(Boolean).join(' · ')}</span>
      </span>
      <ActButton
        act="delivery"
        look="button"
        standing={deliveryStanding(file)}
        onAct={() => stores.screen.getState().open({ name: 'delivery' })}
      >
        {said.delivery.open}
      </ActButton>
    </section>
  );
}

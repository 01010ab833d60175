import { useState } from 'react';
import type { ExceptionList, ExceptionStanding } from '#contract/shapes/exception.ts';
import { ActButton } from '../../components/act-button.tsx';
import { Icon } from '../../components/icon.tsx';
import type { Stores } from '../../stores/stores.ts';
import { useWords } from '../../words/words.ts';
import { ExceptionsDialog } from './exceptions-dialog.tsx';
import { useExceptions } from './use-exceptions.ts';

/** How much is off the net, and whether somebody answers for all of it; the list behind its key. */
export function ExceptionsCard({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const { exceptions: said } = words;
  const list = useExceptions(stores.desk);
  const [opened, setOpened] = useState(false);
  const missing = list ? standingCount(list, 'missing') : 0;
  const overdue = list ? standingCount(list, 'overdue') : 0;
  const wrong = missing + overdue > 0;
  return (
    <section className="sheet card" aria-label={said.title}>
      <div className="h">
        {said.title}
        {list && <span className="note n">{said.side(list.lines.length + list.leftOff)}</span>}
      </div>
      {list && (
        <>
          <p className="line-state">
            <Icon name={wrong ? 'warn' : 'ok'} size="s" tone={wrong ? 'amber' : 'pine'} />
            <b>{wrong ? said.sideWrong(missing, overdue) : said.sideRight}</b>
          </p>
          <p className="note">{said.offline(list.acceptedOffline.today, list.acceptedOffline.month)}</p>
        </>
      )}
      <ActButton act="net-exceptions" look="button" onAct={() => setOpened(true)}>
        {said.open}
      </ActButton>
      {opened && list && <ExceptionsDialog list={list} onClose={() => setOpened(false)} />}
    </section>
  );
}

function standingCount({ lines }: ExceptionList, standing: ExceptionStanding): number {
  return lines.filter((line) => line.standing === standing).length;
}

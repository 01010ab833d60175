import './trips.css';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Output } from '#contract/calls.ts';
import type { ComeBack } from '#contract/shapes/trip.ts';
import { ActButton } from '../../components/act-button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Icon } from '../../components/icon.tsx';
import { PickList } from '../../components/pick-list.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import { tell } from '../../stores/asking.ts';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { inLanguage, useWords } from '../../words/words.ts';
import { avoidanceWords, reasonOfComeBack } from './come-back-words.ts';

type Leaving = Output<'trips.leaving'>[number];
interface Row extends Omit<Leaving, 'comeBack'> {
  readonly why: ComeBack;
}

/** F12 with something open: what would bring the citizen back, what spares it; F12 again finishes all the same. */
export function LeavingDialog({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const { leaving: said } = words.trips;
  const visitId = useStore(stores.visit, (s) => s.visit?.id ?? null);
  const setback = useStore(stores.queue, (s) => s.setback);
  const [rows, setRows] = useState<readonly Row[] | null>(null);
  const [at, setAt] = useState(0);
  const [tried, setTried] = useState(false);
  const { close, open } = stores.screen.getState();
  useEffect(() => {
    const look = async () => {
      if (visitId === null) return;
      const told = await tell(stores.desk, 'trips.leaving', { visitId });
      if (told.ok)
        setRows(told.value.flatMap(({ comeBack, ...one }) => comeBack.map((why) => ({ ...one, why }))));
    };
    void look();
  }, [stores, visitId]);
  useEffect(() => {
    if (rows) document.querySelector<HTMLElement>('.leaving [data-row][tabindex="0"]')?.focus();
  }, [rows]);

  const several = new Set(rows?.map(({ caseId }) => caseId)).size > 1;

  /** To the place where the trip can be spared. */
  const go = async ({ caseId, why }: Row) => {
    const { turnTo, goTo } = stores.caseFile.getState();
    await turnTo(caseId);
    if (why.reason === 'papers-to-bring') goTo('materials');
    if (why.reason === 'collect-result' || why.reason === 'answer-pending') open({ name: 'delivery' });
    else close();
  };
  const finish = async () => {
    setTried(true);
    if (await stores.queue.getState().finish()) close();
  };
  return (
    <Dialog
      title={said.title}
      note={said.note}
      wide
      onClose={close}
      foot={
        <>
          <span className="note">{said.counted}</span>
          <ActButton act="finish" look="big" main onAct={finish}>
            {said.finish}
          </ActButton>
        </>
      }
    >
      {rows && (
        <PickList
          label={said.title}
          className="leaving"
          rows={rows}
          rowKey={({ caseId, why }) => [caseId, why.reason, why.notice, why.aboutZh].join(' ')}
          at={Math.min(at, rows.length - 1)}
          digits
          onMove={setAt}
          onChoose={(row) => void go(row)}
          renderRow={({ why, itemNameZh, itemNameEn }, index) => (
            <>
              {index < 9 ? <kbd className="kbd">{index + 1}</kbd> : <span />}
              <Icon name={why.wanted ? 'ok' : 'warn'} tone={why.wanted ? 'pine' : 'amber'} size="s" />
              <span className="nm">
                <b>{reasonOfComeBack(words, why)}</b>
                <span className="note">{avoidanceWords(words, why)}</span>
              </span>
              <span className="note">{several && inLanguage(words, itemNameZh, itemNameEn)}</span>
            </>
          )}
        />
      )}
      {tried && setback && <SetbackLine>{setbackWords(words, setback.setback)}</SetbackLine>}
    </Dialog>
  );
}

import type { Input } from '#contract/calls.ts';
import type { HandOverList } from '#contract/shapes/hand-over.ts';
import type { NoticeId } from '#contract/shapes/notice.ts';
import { ActButton } from '../../components/act-button.tsx';
import { Icon } from '../../components/icon.tsx';
import { PickList } from '../../components/pick-list.tsx';
import type { Stores } from '../../stores/stores.ts';
import { dateWords } from '../../words/dates.ts';
import { inLanguage } from '../../words/words.ts';
import { HelpListsKey } from '../help/help-lists.tsx';
import { useClockwork } from '../case/hall-time.ts';
import { ListPapers } from './list-papers.tsx';

interface ListSideProps {
  readonly stores: Stores;
  readonly lists: readonly HandOverList[];
  readonly chosen: HandOverList | null;
  readonly busy: boolean;
  readonly onChoose: (id: string) => void;
  readonly onSign: (signed: Input<'originals.sign-list'>) => Promise<boolean>;
  readonly onPrint: (noticeId: NoticeId) => void;
}

/** 转移单: those nobody signed first; the chosen one with its papers, and the place where the department signs. */
export function ListSide({ stores, lists, chosen, busy, onChoose, onSign, onPrint }: ListSideProps) {
  const clock = useClockwork(stores.status);
  const { words } = clock;
  const said = words.handOver;
  return (
    <section className="sheet list-side" aria-label={said.lists}>
      <header>
        <h2>{said.lists}</h2>
        <HelpListsKey stores={stores} />
      </header>
      {chosen ? (
        <>
          <PickList
            label={said.lists}
            className="hand-lists"
            rows={lists}
            rowKey={({ id }) => id}
            at={Math.max(0, lists.indexOf(chosen))}
            onMove={(index) => {
              const list = lists[index];
              if (list) onChoose(list.id);
            }}
            rowClass={(list) => (list === chosen ? 'on' : '')}
            renderRow={(list) => (
              <>
                <Icon name={list.taken ? 'ok' : 'wait'} size="s" tone={list.taken ? 'pine' : 'indigo'} />
                <span className="nm">
                  <b className="el">{inLanguage(words, list.department.nameZh, list.department.nameEn)}</b>
                  <span className="note el">{list.notice.documentNumber}</span>
                </span>
                <span className="nm">
                  <span className="el">{said.listLine(list.papers.length)}</span>
                  <span className="note el">
                    {list.taken ? dateWords(list.taken.atMs, clock) : said.waiting}
                  </span>
                </span>
              </>
            )}
          />
          <div className="chosen-list">
            <p className="list-head">
              <span className="note el">
                {said.given(chosen.givenBy)} · {dateWords(chosen.madeAtMs, clock)} ·{' '}
                {words.sheet.result.pdf[chosen.notice.pdf.state]}
              </span>
              <ActButton act="reprint" look="quiet" onAct={() => onPrint(chosen.notice.id)}>
                {said.print}
              </ActButton>
            </p>
            <ListPapers
              key={`${chosen.id} ${chosen.taken?.atMs ?? 0}`}
              list={chosen}
              busy={busy}
              onSign={onSign}
            />
          </div>
        </>
      ) : (
        <p className="empty">{said.noLists}</p>
      )}
    </section>
  );
}

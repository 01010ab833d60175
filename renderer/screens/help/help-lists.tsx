import './help.css';
import { useEffect, useState } from 'react';
import type { HelpList, HelpLists as Lists } from '#contract/shapes/help.ts';
import { ActButton } from '../../components/act-button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import { type Setback, tell, type Told } from '../../stores/asking.ts';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { useWords } from '../../words/words.ts';
import { HelpedCases } from './helped-cases.tsx';
import { HelpListSection } from './help-list-section.tsx';

/** The key that opens the lists of helpers. */
export function HelpListsKey({ stores }: { readonly stores: Stores }) {
  const { help: said } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <ActButton act="help-lists" look="quiet" onAct={() => setOpen(true)}>
        {said.lists.open}
      </ActButton>
      {open && <HelpListsDialog stores={stores} onClose={() => setOpen(false)} />}
    </>
  );
}

type Call = 'help.lists' | 'help.make-list' | 'help.sign-list';
type PaperCall = 'notices.ask-signature' | 'notices.reprint' | 'citizen.open-screen';

/** 帮办代办清单: what each helper has in hand, made into one list and its paper, and signed for with the same badge. */
function HelpListsDialog({ stores, onClose }: { readonly stores: Stores; readonly onClose: () => void }) {
  const words = useWords();
  const { lists: said, line } = words.help;
  const [view, setView] = useState<Lists | null>(null);
  const [setback, setSetback] = useState<Setback | null>(null);
  const { desk } = stores;
  const show = async (asked: Promise<Told<Call>>) => {
    const told = await asked;
    if (told.ok) setView(told.value);
    setSetback(told.ok ? null : told.setback);
  };
  const act = async (asked: Promise<Told<PaperCall>>) => {
    const told = await asked;
    if (told.ok) await show(tell(desk, 'help.lists', {}));
    else setSetback(told.setback);
  };
  useEffect(() => {
    const look = async () => {
      const told = await tell(desk, 'help.lists', {});
      if (told.ok) setView(told.value);
      else setSetback(told.setback);
    };
    void look();
    const left = [
      desk.hear('notice.pressed', () => void look()),
      desk.hear('citizen.changed', () => void look()),
    ];
    return () => {
      for (const leave of left) leave();
    };
  }, [desk]);
  const lists: readonly HelpList[] = view?.lists ?? [];
  const unsigned = lists.find(({ taken }) => !taken);
  return (
    <Dialog title={said.title} note={said.note} hint={said.badgeNote} wide onClose={onClose}>
      {setback && <SetbackLine>{setbackWords(words, setback)}</SetbackLine>}
      <div className="help-lists">
        {view && view.waiting.length + lists.length === 0 && <p className="empty">{said.none}</p>}
        {view?.waiting.map(({ helper, cases }, at) => {
          const make = () => show(tell(desk, 'help.make-list', { badge: helper.badge }));
          return (
            <section key={helper.badge} aria-label={helper.name}>
              <div className="h">
                {line(helper.name, helper.point)}
                <span className="note">{said.waiting}</span>
              </div>
              <HelpedCases cases={cases} />
              {at === 0 ? (
                <ActButton act="make-help-list" main onAct={make}>
                  {said.make(cases.length)}
                </ActButton>
              ) : (
                <button type="button" className="btn primary" onClick={() => void make()}>
                  {said.make(cases.length)}
                </button>
              )}
            </section>
          );
        })}
        {lists.map((list) => (
          <HelpListSection
            key={list.id}
            stores={stores}
            list={list}
            keys={list === (unsigned ?? lists[0])}
            onSign={(badge) => void show(tell(desk, 'help.sign-list', { listId: list.id, badge }))}
            onAsk={(noticeId) => act(tell(desk, 'notices.ask-signature', { noticeId }))}
            onPrint={(noticeId) => act(tell(desk, 'notices.reprint', { noticeId }))}
            onOpenScreen={() => act(tell(desk, 'citizen.open-screen', {}))}
          />
        ))}
      </div>
    </Dialog>
  );
}

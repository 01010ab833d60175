import './help.css';
import { useEffect, useState } from 'react';
import type { HelpedCase, HelpLists as Lists } from '#contract/shapes/help.ts';
import { shortReceiptNumber } from '#rules/numbers/receipt-number.ts';
import { ActButton } from '../../components/act-button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { DialogField, DialogForm } from '../../components/dialog-form.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import { type Setback, tell, type Told } from '../../stores/asking.ts';
import type { Stores } from '../../stores/stores.ts';
import { dateWords, dayWords } from '../../words/dates.ts';
import { setbackWords } from '../../words/saying.ts';
import { inLanguage, useWords } from '../../words/words.ts';
import { useClockwork } from '../case/hall-time.ts';

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

/** 村级代办清单: what each helper has in hand, made into one list, and signed for with the same badge. */
function HelpListsDialog({ stores, onClose }: { readonly stores: Stores; readonly onClose: () => void }) {
  const clock = useClockwork(stores.status);
  const { words } = clock;
  const { lists: said, line } = words.help;
  const [view, setView] = useState<Lists | null>(null);
  const [setback, setSetback] = useState<Setback | null>(null);
  const { desk } = stores;
  const show = async (asked: Promise<Told<Call>>) => {
    const told = await asked;
    if (told.ok) setView(told.value);
    setSetback(told.ok ? null : told.setback);
  };
  useEffect(() => {
    const look = async () => {
      const told = await tell(desk, 'help.lists', {});
      if (told.ok) setView(told.value);
      else setSetback(told.setback);
    };
    void look();
  }, [desk]);
  return (
    <Dialog title={said.title} note={said.note} hint={said.badgeNote} onClose={onClose}>
      {setback && <SetbackLine>{setbackWords(words, setback)}</SetbackLine>}
      <div className="help-lists">
        {view && view.waiting.length + view.lists.length === 0 && <p className="empty">{said.none}</p>}
        {view?.waiting.map(({ helper, cases }) => (
          <section key={helper.badge} aria-label={helper.name}>
            <div className="h">
              {line(helper.name, helper.point)}
              <span className="note">{said.waiting}</span>
            </div>
            <Cases cases={cases} />
            <button
              type="button"
              className="btn primary"
              onClick={() => void show(tell(desk, 'help.make-list', { badge: helper.badge }))}
            >
              {said.make(cases.length)}
            </button>
          </section>
        ))}
        {view?.lists.map(({ id, helper, cases, taken, madeAtMs }) => (
          <section key={id} aria-label={helper.name}>
            <div className="h">
              {line(helper.name, helper.point)}
              <span className="note">
                {dateWords(madeAtMs, clock)} · {said.count(cases.length)} ·{' '}
                {taken ? said.signed(dateWords(taken.atMs, clock)) : said.unsigned}
              </span>
            </div>
            <Cases cases={cases} />
            {!taken && (
              <SignFor onSign={(badge) => void show(tell(desk, 'help.sign-list', { listId: id, badge }))} />
            )}
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function Cases({ cases }: { readonly cases: readonly HelpedCase[] }) {
  const words = useWords();
  return (
    <ul>
      {cases.map(({ caseId, receiptNumber, itemNameZh, itemNameEn, applicantName, state, day }) => (
        <li key={caseId}>
          <b className="n">{shortReceiptNumber(receiptNumber)}</b>
          <span className="el">
            {applicantName} · {inLanguage(words, itemNameZh, itemNameEn)}
          </span>
          <span className="note">
            {[words.sheet.deciding.states[state], day === null ? '' : dayWords(day, words)]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

function SignFor({ onSign }: { readonly onSign: (badge: string) => void }) {
  const { help: said } = useWords();
  const [badge, setBadge] = useState('');
  return (
    <DialogForm isWhole={badge.trim().length >= 2} submit={said.lists.sign} onSubmit={() => onSign(badge)}>
      <DialogField label={said.badge} kind="code" value={badge} maxLength={30} onType={setBadge} first />
    </DialogForm>
  );
}

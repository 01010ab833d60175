import { useEffect, useState } from 'react';
import type { HelpList } from '#contract/shapes/help.ts';
import type { NoticeId, NoticeSummary } from '#contract/shapes/notice.ts';
import { isSigned } from '#rules/notices/signing.ts';
import { ActButton } from '../../components/act-button.tsx';
import { DialogField, DialogForm, focusDialogForm } from '../../components/dialog-form.tsx';
import type { Stores } from '../../stores/stores.ts';
import { dateWords } from '../../words/dates.ts';
import { useWords, type Words } from '../../words/words.ts';
import { useClockwork } from '../case/hall-time.ts';
import { HelpedCases } from './helped-cases.tsx';

interface HelpListSectionProps {
  readonly stores: Stores;
  readonly list: HelpList;
  /** The list the keys belong to. */
  readonly keys: boolean;
  readonly onSign: (badge: string) => void;
  readonly onAsk: (noticeId: NoticeId) => unknown;
  readonly onPrint: (noticeId: NoticeId) => unknown;
  readonly onOpenScreen: () => unknown;
}

/** One list: its paper, its cases, and the place where the helper signs for it. */
export function HelpListSection(props: HelpListSectionProps) {
  const { stores, list, keys, onSign, onAsk, onPrint, onOpenScreen } = props;
  const clock = useClockwork(stores.status);
  const { words } = clock;
  const { lists: said, line } = words.help;
  const { helper, cases, paper, taken, madeAtMs } = list;
  // The lists come after the dialog is open: the badge is what is asked for next.
  const isNext = keys && !taken;
  useEffect(() => {
    if (isNext) focusDialogForm();
  }, [isNext]);
  return (
    <section aria-label={helper.name} data-pdf={paper?.pdf.state}>
      <div className="h">
        {line(helper.name, helper.point)}
        <span className="note">
          {dateWords(madeAtMs, clock)} · {said.count(cases.length)} ·{' '}
          {taken ? said.signed(dateWords(taken.atMs, clock)) : said.unsigned}
        </span>
      </div>
      {paper && <p className="note">{paperSaid(words, paper)}</p>}
      <HelpedCases cases={cases} />
      {paper && keys && (
        <div className="paper-acts">
          <ActButton act="reprint" look="quiet" onAct={() => onPrint(paper.id)}>
            {said.print}
          </ActButton>
          {!taken && (
            <>
              <ActButton act="citizen-screen" look="quiet" onAct={onOpenScreen}>
                {words.papers.openScreen}
              </ActButton>
              <ActButton
                act="sign-on-screen"
                standing={isSigned(paper.signing) ? 'signed-already' : 'open'}
                onAct={() => onAsk(paper.id)}
              >
                {said.ask}
              </ActButton>
            </>
          )}
        </div>
      )}
      {!taken && <SignFor onSign={onSign} />}
    </section>
  );
}

function paperSaid(
  { sheet, papers }: Words,
  { documentNumber, pdf, signing, reprints }: NoticeSummary,
): string {
  const how = signing.state === 'settled' ? papers.outcome[signing.outcome] : papers.state[signing.state];
  const again = reprints > 0 ? [sheet.result.reprints(reprints)] : [];
  return [documentNumber, sheet.result.pdf[pdf.state], how, ...again].join(' · ');
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

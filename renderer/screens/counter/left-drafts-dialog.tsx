import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { LeftVisit } from '#contract/shapes/transfer.ts';
import { Dialog } from '../../components/dialog.tsx';
import { DialogFoot } from '../../components/dialog-foot.tsx';
import { PickList } from '../../components/pick-list.tsx';
import { tell } from '../../stores/asking.ts';
import type { Stores } from '../../stores/stores.ts';
import { dayWords } from '../../words/dates.ts';
import { inLanguage, useWords, type Words } from '../../words/words.ts';
import { useDialogAct } from './use-dialog-act.ts';

/** Shift+F7: drafts whose ticket nobody will call any more. Enter goes on with them, Delete throws them away. */
export function LeftDraftsDialog({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const { left: said } = words.frame;
  const [rows, setRows] = useState<readonly LeftVisit[] | null>(null);
  const [at, setAt] = useState(0);
  const { close, run, isBusy, sentence } = useDialogAct(stores);
  const inHand = useStore(stores.queue, (s) => s.view?.inHand?.state ?? null);
  useEffect(() => {
    const look = async () => {
      const told = await tell(stores.desk, 'queue.left', {});
      // Who was read at the window now comes first.
      if (told.ok) setRows(told.value.toSorted((a, b) => Number(b.isHere) - Number(a.isHere)));
    };
    void look();
  }, [stores]);
  useEffect(() => {
    if (rows) document.querySelector<HTMLElement>('.left-drafts [data-row]')?.focus();
  }, [rows]);
  const chosen = rows?.[at];
  const goOn = () => {
    if (chosen && !isBusy) run(() => stores.queue.getState().takeUpLeft(chosen.leftId));
  };
  return (
    <Dialog
      title={said.title}
      note={inHand === 'serving' ? said.noteServing : said.noteFree}
      hint={said.hint}
      wide
      onClose={close}
      foot={
        <DialogFoot
          onConfirm={goOn}
          isOff={!chosen || inHand !== 'serving'}
          isBusy={isBusy}
          sentence={sentence}
        />
      }
    >
      <div className="left-drafts">
        {rows && rows.length === 0 && <p className="note">{said.none}</p>}
        {rows && rows.length > 0 && (
          <PickList
            label={said.title}
            rows={rows}
            rowKey={(row) => row.leftId}
            at={at}
            onMove={setAt}
            onChoose={goOn}
            digits
            onKey={(event, row) => {
              if (event.key !== 'Delete') return;
              event.preventDefault();
              stores.screen
                .getState()
                .open({ name: 'drop-left', leftId: row.leftId, number: row.ticketNumber });
            }}
            renderRow={(row, index) => <LeftRow row={row} index={index} />}
          />
        )}
      </div>
    </Dialog>
  );
}

function LeftRow({ row, index }: { readonly row: LeftVisit; readonly index: number }) {
  const words = useWords();
  const { left: said } = words.frame;
  return (
    <>
      <kbd className="kbd">{index + 1}</kbd>
      <b className="n">{row.ticketNumber}</b>
      <span className="grow">
        <b>{row.items.map(({ nameZh, nameEn }) => inLanguage(words, nameZh, nameEn)).join(said.between)}</b>
        <span className="why-left">{whyLeft(row, words)}</span>
      </span>
      {row.isHere && <span className="tag q">{said.isHere}</span>}
    </>
  );
}

function whyLeft(row: LeftVisit, words: Words): string {
  const { left: said } = words.frame;
  const { transfer } = row;
  return [
    row.applicantName ?? said.nobody,
    dayWords(row.day, words),
    said.ended[row.ended],
    transfer && said.sentBy(transfer.clerk, transfer.note ?? transfer.reason),
  ]
    .filter(Boolean)
    .join(' · ');
}

import { useState } from 'react';
import { useStore } from 'zustand';
import { ItemCode } from '#contract/shapes/item.ts';
import { ActButton } from '../../components/act-button.tsx';
import { Icon } from '../../components/icon.tsx';
import { Key } from '../../components/key.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import { stepOf } from '../../stores/case-acts.ts';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { inLanguage, ticketItem, useWords } from '../../words/words.ts';
import { CrossingFacts } from '../crossing/crossing-facts.tsx';
import { ItemNotes } from '../catalogue/item-notes.tsx';
import { DiscardDialog } from './discard-dialog.tsx';
import { ItemFacts } from './item-facts.tsx';
import { ItemSearch } from './item-search.tsx';

/** 事项: found by characters, pinyin, initials or code; the item named on the ticket lies ready. */
export function ItemStep({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const { find } = words.sheet.intake;
  const { file, search, busy, setback, find: look, open, goTo, discard } = useStore(stores.caseFile);
  const { offerOf, setback: bundleSetback } = useStore(stores.bundle);
  const visit = useStore(stores.visit, (s) => s.visit);
  const ticket = useStore(stores.queue, (s) => s.view?.inHand ?? null);
  const site = useStore(stores.session, (s) => s.site);
  const [asksDiscard, setAsksDiscard] = useState(false);
  if (!visit) return null;

  if (file) {
    const asked = file.materials.filter((material) => material.asked).length;
    return (
      <div className="item-step">
        {setback && <SetbackLine>{setbackWords(words, setback.setback)}</SetbackLine>}
        <p className="chosen">
          <Icon name="ok" tone="pine" size="l" />
          <b>{inLanguage(words, file.item.nameZh, file.item.nameEn)}</b>
        </p>
        <ItemFacts item={file.item} papers={asked} />
        <CrossingFacts stores={stores} file={file} />
        <ItemNotes stores={stores} item={file.item} />
        <div className="step-foot">
          {file.state === 'draft' && (
            <>
              <span className="note">{find.changeNote}</span>
              <ActButton act="take-away" look="quiet" onAct={() => setAsksDiscard(true)}>
                {find.change}
              </ActButton>
            </>
          )}
          <button type="button" className="btn primary" data-focus-first onClick={() => goTo(stepOf(file))}>
            {words.sheet.identity.nextCase}
            <Key cap="Enter" />
          </button>
        </div>
        {asksDiscard && (
          <DiscardDialog
            onClose={() => setAsksDiscard(false)}
            onDiscard={() => {
              setAsksDiscard(false);
              void discard();
            }}
          />
        )}
      </div>
    );
  }

  const { guidance: guided } = visit;
  const named = ItemCode.safeParse(ticket?.itemCode);
  return (
    <div className="item-step">
      {setback && <SetbackLine>{setbackWords(words, setback.setback)}</SetbackLine>}
      {named.success && search.text === '' && (
        <div className="from-ticket">
          <span className="note">{find.fromTicket}</span>
          <b>{(ticket && ticketItem(words, ticket)) ?? named.data}</b>
          {visit.guidance?.itemCode === named.data && (
            <span className="tag p">{words.guidance.fromTicket(visit.guidance.answered)}</span>
          )}
          <button
            type="button"
            className="btn"
            disabled={busy !== null}
            onClick={() => void open(visit.id, named.data)}
          >
            {find.openThis}
          </button>
        </div>
      )}
      {guided?.bundleId && !guided.used && search.text === '' && (
        <div className="from-ticket">
          <span className="note">{find.fromTicket}</span>
          <b className="el">{inLanguage(words, guided.nameZh, guided.nameEn)}</b>
          <span className="tag p">{words.guidance.fromTicket(guided.answered)}</span>
          <button
            type="button"
            className="btn"
            data-focus-first
            disabled={busy !== null}
            onClick={() => guided.bundleId && void offerOf(guided.bundleId)}
          >
            {find.openThis}
          </button>
        </div>
      )}
      {bundleSetback && <SetbackLine>{setbackWords(words, bundleSetback)}</SetbackLine>}
      <ItemSearch
        search={search}
        busy={busy !== null}
        site={site}
        onFind={(text) => void look(text)}
        onOpen={(hit) => void (hit.kind === 'bundle' ? offerOf(hit.bundleId) : open(visit.id, hit.code))}
      />
    </div>
  );
}

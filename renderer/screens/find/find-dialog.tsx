import { useState } from 'react';
import { useStore } from 'zustand';
import type { BundleHit } from '#contract/shapes/bundle.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Icon } from '../../components/icon.tsx';
import { PickList } from '../../components/pick-list.tsx';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { inLanguage, useWords } from '../../words/words.ts';
import { type Found, useFinding } from './use-finding.ts';

/**
 * Ctrl+K. Items come while typing; cases only on Enter, because a search by a person is an audited act.
 */
export function FindDialog({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const { dialogs } = words.frame;
  const { close, want, tell } = stores.screen.getState();
  const isServing = useStore(stores.queue, (s) => s.view?.inHand?.state === 'serving');
  const finding = useFinding(stores.desk);
  const [at, setAt] = useState(0);
  const rows = finding.found;
  const row = rows[Math.min(at, rows.length - 1)];
  const choose = (chosen: Found) => {
    if (chosen.kind === 'search') void finding.searchCases();
    else if (chosen.kind === 'person') {
      want({ kind: 'person', which: { by: 'number', text: chosen.text }, purpose: null });
    } else if (chosen.kind === 'case') want({ kind: 'case', caseId: chosen.line.id });
    else if (isServing)
      want(
        chosen.kind === 'bundle'
          ? { kind: 'bundle', catalogueId: chosen.hit.bundleId }
          : { kind: 'item', itemCode: chosen.hit.code },
      );
    else {
      close();
      tell({ kind: 'why', sentence: dialogs.findNeedsTicket });
    }
  };
  return (
    <Dialog title={dialogs.find} hint={dialogs.pickHint} wide high onClose={close}>
      <label className="field">
        <span>{dialogs.findLabel}</span>
        <input
          className="input finder"
          data-first
          value={finding.text}
          maxLength={60}
          autoComplete="off"
          onChange={(event) => {
            setAt(0);
            finding.type(event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter' && row) {
              event.preventDefault();
              choose(row);
            } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
              event.preventDefault();
              setAt((now) =>
                Math.min(rows.length - 1, Math.max(0, now + (event.key === 'ArrowDown' ? 1 : -1))),
              );
            }
          }}
        />
      </label>
      {finding.setback && (
        <p className="say" role="alert">
          <Icon name="warn" tone="amber" />
          {setbackWords(words, finding.setback)}
        </p>
      )}
      {finding.text.trim() === '' ? (
        <p className="note">{dialogs.findEmpty}</p>
      ) : (
        <PickList
          label={dialogs.find}
          className="found"
          still
          rows={rows}
          rowKey={foundKey}
          at={Math.min(at, rows.length - 1)}
          onMove={setAt}
          onChoose={choose}
          renderRow={(one) => <FoundRow found={one} text={finding.text} />}
        />
      )}
      {finding.isNothing && <p className="note">{dialogs.findNothing}</p>}
    </Dialog>
  );
}

function foundKey(found: Found): string {
  if (found.kind === 'search' || found.kind === 'person') return found.kind;
  if (found.kind === 'case') return found.line.id;
  return found.kind === 'bundle' ? found.hit.bundleId : found.hit.code;
}

function FoundRow({ found, text }: { readonly found: Found; readonly text: string }) {
  const words = useWords();
  const { dialogs } = words.frame;
  if (found.kind === 'search') {
    return (
      <>
        <Icon name="find" size="s" />
        <span>
          {dialogs.findSearchCases}
          <b>{text.trim()}</b>
        </span>
        <span className="note">{dialogs.findCasesHint}</span>
      </>
    );
  }
  if (found.kind === 'person') {
    return (
      <>
        <Icon name="user" size="s" />
        <b>{words.people.page.findRow}</b>
        <span className="note">{words.people.page.findHint}</span>
      </>
    );
  }
  if (found.kind === 'case') {
    const { line } = found;
    return (
      <>
        <Icon name="ticket" size="s" />
        <b className="n">{line.receiptNumber ?? line.officialNumber}</b>
        <span className="el">{inLanguage(words, line.itemNameZh, line.itemNameEn)}</span>
        <span className="note">{line.applicantName}</span>
      </>
    );
  }
  if (found.kind === 'bundle') return <BundleRow hit={found.hit} />;
  const { hit } = found;
  return (
    <>
      <span className="tag">{hit.queue}</span>
      <span className="el">{inLanguage(words, hit.nameZh, hit.nameEn)}</span>
      {hit.counterOutcomeAuthority === 'department_seat_only' && (
        <span className="tag i">{dialogs.onlyReceive}</span>
      )}
      <span className="note el">
        {inLanguage(words, hit.departmentZh, hit.departmentEn)} · {dialogs.matched[hit.matched]}
      </span>
    </>
  );
}

function BundleRow({ hit }: { readonly hit: BundleHit }) {
  const words = useWords();
  return (
    <>
      <span className="tag p">{words.bundle.kinds[hit.bundleKind]}</span>
      <b className="el">{inLanguage(words, hit.nameZh, hit.nameEn)}</b>
      <span className="note el">
        {hit.fromHall !== null && `${hit.fromHall} · `}
        {words.bundle.steps(hit.steps)} · {words.frame.dialogs.matched[hit.matched]}
      </span>
    </>
  );
}

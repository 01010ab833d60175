import './sources.css';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { CaseId, CaseMaterial, CaseView } from '#contract/shapes/case.ts';
import { ActButton } from '../../components/act-button.tsx';
import { Icon } from '../../components/icon.tsx';
import { Key } from '../../components/key.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import type { SourceWish } from '../../stores/source-store.ts';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { inLanguage, useWords } from '../../words/words.ts';
import { useClockwork } from '../case/hall-time.ts';
import { mayBeWrong } from './source-key.ts';
import { WrongReport } from './wrong-report.tsx';
import { saidBySource } from './said-by-source.ts';

interface SourcePanelProps {
  readonly stores: Stores;
  readonly file: CaseView;
  readonly material: CaseMaterial;
}

/** Under the ways of a paper: what is about to be asked of a source, is being asked, or was answered. */
export function SourcePanel({ stores, file, material }: SourcePanelProps) {
  const words = useWords();
  const { offer, asking, reporting, setback } = useStore(stores.sources);
  const isHere = (wish: SourceWish) => wish.caseId === file.id && wish.materialId === material.id;
  const isAsking = asking.some(isHere);
  return (
    <section className="source-panel" aria-live="polite" aria-label={words.sources.region}>
      {setback?.materialId === material.id && (
        <SetbackLine>{setbackWords(words, setback.setback)}</SetbackLine>
      )}
      {offer && isHere(offer) && <Offer stores={stores} file={file} material={material} offer={offer} />}
      {isAsking && <Waiting />}
      {!isAsking && !(offer && isHere(offer)) && material.query && (
        <Said stores={stores} caseId={file.id} materialId={material.id} query={material.query} />
      )}
      {reporting?.caseId === file.id && reporting.materialId === material.id && (
        <WrongReport stores={stores} materialId={material.id} />
      )}
    </section>
  );
}

/** What will be asked, of whom and what for; the clerk says on what basis. */
function Offer({ stores, file, material, offer }: SourcePanelProps & { readonly offer: SourceWish }) {
  const words = useWords();
  const { sources } = words;
  const { ask, askConsent, openScreen, forget } = stores.sources.getState();
  const awaited = useStore(stores.sources, (s) => s.consentAwaited);
  const said = awaited && material.consent?.kind === offer.kind ? material.consent.answer : null;
  useEffect(() => {
    if (said === 'agreed') void ask('consent');
  }, [said, ask]);
  const { source, licence, query } = material.lookup;
  const fields = source?.fields.join(words.sheet.intake.listMark) ?? '';
  const what =
    offer.kind === 'licence'
      ? sources.offer.licence(licence ?? '')
      : source
        ? sources.offer.data(source.nameZh, source.system)
        : sources.offer.unlisted(query ?? '');
  return (
    <div className="offer">
      <p>
        <b>{what}</b>
        {offer.identifier !== null && <span className="note">{sources.offer.code}</span>}
        {offer.kind === 'shared-data' && fields !== '' && (
          <span className="note">{sources.offer.fields(fields)}</span>
        )}
      </p>
      <p className="note">
        {sources.offer.purpose(
          inLanguage(words, file.item.nameZh, file.item.nameEn),
          inLanguage(words, material.nameZh, material.nameEn),
        )}
      </p>
      <p className="acts">
        <button type="button" className="btn primary" onClick={() => void ask('consent')}>
          <Key cap="Y" />
          {sources.offer.consent}
        </button>
        <button type="button" className="btn" onClick={() => void ask('law')}>
          <Key cap="L" />
          {sources.offer.law}
        </button>
        <button type="button" className="btn" onClick={() => void askConsent()}>
          <Key cap="G" />
          {sources.offer.onScreen}
        </button>
        <button type="button" className="btn quiet" onClick={forget}>
          <Key cap="Esc" />
          {sources.offer.leave}
        </button>
      </p>
      {awaited && said === 'declined' && <p className="flag">{sources.offer.declined}</p>}
      {awaited && said === null && (
        <p className="note">
          {sources.offer.awaited}
          <ActButton act="citizen-screen" look="quiet" onAct={openScreen}>
            {sources.offer.openScreen}
          </ActButton>
        </p>
      )}
    </div>
  );
}

function Waiting() {
  const words = useWords();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <p className="said">
      <Icon name="wait" size="s" tone="indigo" />
      <span>{words.sources.waiting(seconds)}</span>
    </p>
  );
}

const SIGNS = { good: ['ok', 'pine'], bad: ['warn', 'amber'], away: ['wait', 'amber'] } as const;

interface SaidProps {
  readonly stores: Stores;
  readonly caseId: CaseId;
  readonly materialId: string;
  readonly query: NonNullable<CaseMaterial['query']>;
}

function Said({ stores, caseId, materialId, query }: SaidProps) {
  const { sources } = useWords();
  const { startReport } = stores.sources.getState();
  const clockwork = useClockwork(stores.status);
  const said = saidBySource(query, clockwork);
  const [sign, tone] = SIGNS[said.tone];
  return (
    <div className="said" data-answer={query.answer}>
      <Icon name={sign} size="s" tone={tone} />
      <div>
        <p>
          <b>{said.verdict}</b>
          {said.facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
        {said.wrong !== null && <p className="flag">{said.wrong}</p>}
        <p className="note">
          {said.record}
          {mayBeWrong(query) && (
            <button
              type="button"
              className="link"
              onClick={() => startReport({ caseId, materialId, queryId: query.id })}
            >
              <Key cap="W" />
              {sources.reportWrong}
            </button>
          )}
        </p>
      </div>
    </div>
  );
}

import { Fragment, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { takesPapers } from '#rules/intake/case-moves.ts';
import type { CaseMaterial, CaseView } from '#contract/shapes/case.ts';
import type { QueryKind } from '#contract/shapes/material.ts';
import { SetbackLine } from '../../components/setback-line.tsx';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { useWords } from '../../words/words.ts';
import { ColumnFoot } from './column-foot.tsx';
import { DroppedPapers } from './dropped-papers.tsx';
import { useToday } from './hall-time.ts';
import { PaperRow } from './paper-row.tsx';
import { asItStands, paperTaken, type RouteChoice, routeChoices } from './route-choices.ts';
import { RouteStrip } from './route-strip.tsx';
import { RecheckButton } from '../sources/recheck-button.tsx';
import { CaseListButton } from '../guidance/case-list-button.tsx';
import { ExpertLines } from '../expert/expert-lines.tsx';
import { SupervisionLine } from '../sources/supervision-line.tsx';
import { sourceKey } from '../sources/source-key.ts';
import { toleranceDayOf } from './tolerance-day.ts';

/** 材料: the papers of the case as a list, the one in hand with its ways, and what need not be brought. */
export function MaterialsStep({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const { rail } = words.sheet.intake;
  const file = useStore(stores.caseFile, (s) => s.file);
  if (!file) return <p className="empty">{rail.afterItem}</p>;
  // Another case, another list: the place in the list starts anew.
  return <PaperList key={file.id} stores={stores} file={file} />;
}

function PaperList({ stores, file }: { readonly stores: Stores; readonly file: CaseView }) {
  const words = useWords();
  const { intake } = words.sheet;
  const { setback, provide, reuse } = useStore(stores.caseFile);
  const { pages, addFiles } = useStore(stores.pages);
  const today = useToday(stores.status);
  const list = useRef<HTMLDivElement>(null);
  const wanted = useRef<'scan' | 'file'>('scan');
  const asked = file.materials.filter((material) => material.asked);
  const [atId, setAtId] = useState(() => file.missing[0] ?? asked[0]?.id ?? '');
  const at = asked.some((material) => material.id === atId) ? atId : (asked[0]?.id ?? '');
  const frozen = !takesPapers(file.state);
  const lastDay = toleranceDayOf(file, today);
  const listed = asked.map((material) => material.id).join(' ');
  const listedBefore = useRef(listed);
  useEffect(() => {
    if (listedBefore.current === listed) return;
    listedBefore.current = listed;
    // A paper that an answer drops takes the focus with it: the keys go on at the one in hand.
    if (document.activeElement === document.body)
      list.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus();
  }, [listed]);

  const { lookAt } = stores.sources.getState();
  const offered = useStore(stores.sources, ({ offer }) =>
    offer?.caseId === file.id ? offer.materialId : null,
  );
  useEffect(() => lookAt(at), [lookAt, at]);
  useEffect(() => {
    // A licence code may be shown for another paper than the one in hand: the focus takes the hand there.
    if (offered === null) return;
    list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(offered)}"]`)?.focus();
  }, [offered]);

  const choose = (material: CaseMaterial, choice: RouteChoice | undefined) => {
    if (!choice || choice.closed !== null) return;
    if (choice.name === 'paper') void provide(paperTaken(material));
    else if (choice.name === 'scan' || choice.name === 'file') takePages(material, choice.name);
    else if (choice.name === 'licence') propose(material, 'licence');
    else if (choice.name === 'data') propose(material, 'shared-data');
    else if (choice.name === 'reuse') void reuse(material.id);
    else if (choice.name === 'commitment') void provide({ materialId: material.id, route: 'commitment' });
    else if (choice.name === 'later')
      void provide({ materialId: material.id, route: 'later', dueOn: lastDay });
  };

  const propose = (material: CaseMaterial, kind: QueryKind) =>
    stores.sources.getState().propose({ caseId: file.id, materialId: material.id, kind, identifier: null });

  const pick = () => list.current?.querySelector<HTMLElement>('[data-picker]')?.click();
  /** Pages that are there already are the scan, or the file; the first ones are still to be picked. */
  const takePages = (material: CaseMaterial, route: 'scan' | 'file') => {
    const first = pages.find(({ materialId }) => materialId === material.id);
    wanted.current = route;
    if (!first || material.route === route) return pick();
    return void provide({ materialId: material.id, route, fileHash: first.file.hash });
  };
  /** What was picked for a file born electronic is recorded as one; otherwise a page is a scan. */
  const takeFiles = async (material: CaseMaterial, picked: readonly File[]) => {
    await addFiles(material.id, picked);
    if (wanted.current !== 'file') return;
    wanted.current = 'scan';
    const first = stores.pages.getState().pages.find(({ materialId }) => materialId === material.id);
    if (first) await provide({ materialId: material.id, route: 'file', fileHash: first.file.hash });
  };

  const move = (material: CaseMaterial, by: number) => {
    const next = asked[asked.indexOf(material) + by];
    if (!next) return;
    setAtId(next.id);
    list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(next.id)}"]`)?.focus();
  };

  const press = (event: KeyboardEvent, material: CaseMaterial, choices: readonly RouteChoice[]) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return;
    if (sourceKey(stores.sources, file.id, material, event.key)) return event.preventDefault();
    if (event.key === 'ArrowDown') move(material, 1);
    else if (event.key === 'ArrowRight')
      list.current?.querySelector<HTMLElement>('[data-page][tabindex="0"]')?.focus();
    else if (event.key === 'ArrowUp') move(material, -1);
    else if (/^[1-8]$/.test(event.key)) choose(material, choices[Number(event.key) - 1]);
    else if (event.key === '9' && !frozen && recorded(material))
      void provide({ materialId: material.id, route: null });
    else if (event.key === ' ' && !frozen && isComparable(material)) {
      const checkedAgainstOriginal = !material.checkedAgainstOriginal;
      void provide({ ...asItStands(material), checkedAgainstOriginal });
    } else if (event.key !== ' ') return;
    event.preventDefault();
  };

  return (
    <div className="materials-step">
      {setback && <SetbackLine>{setbackWords(words, setback.setback)}</SetbackLine>}
      <SupervisionLine file={file} />
      <ExpertLines stores={stores} file={file} />
      <div className="paper-head" aria-hidden="true">
        <span>{intake.papers.head}</span>
        <span>{intake.papers.thisCase}</span>
        <span>{intake.papers.how}</span>
      </div>
      <div className="paper-list" ref={list}>
        {asked.length === 0 && <p className="empty">{intake.papers.none}</p>}
        {asked.map((material, index) => {
          const choices = routeChoices(words, material, { frozen, lastDay });
          const isNow = material.id === at;
          return (
            <Fragment key={material.id}>
              <PaperRow
                no={index + 1}
                file={file}
                material={material}
                isNow={isNow}
                onFocus={() => setAtId(material.id)}
                onKey={(event) => press(event, material, choices)}
              />
              {isNow && (
                <RouteStrip
                  file={file}
                  material={material}
                  choices={choices}
                  stores={stores}
                  lastDay={lastDay}
                  today={today}
                  frozen={frozen}
                  onChoose={(choice) => choose(material, choice)}
                  onProvide={(provision) => void provide(provision)}
                  onPick={pick}
                  onFiles={(picked) => void takeFiles(material, picked)}
                />
              )}
            </Fragment>
          );
        })}
      </div>
      <div className="paper-foot">
        <DroppedPapers file={file} />
        <RecheckButton stores={stores} file={file} />
        {!frozen && <CaseListButton desk={stores.desk} caseId={file.id} />}
        <ColumnFoot file={file} />
      </div>
    </div>
  );
}

function recorded({ route }: CaseMaterial): boolean {
  return route !== null && route !== 'card';
}

function isComparable({ route }: CaseMaterial): boolean {
  return route === 'paper' || route === 'scan';
}

import './catalogue.css';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { Bones } from '../../components/bones.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { useClockwork } from '../case/hall-time.ts';
import { DutyPanel } from './duty-panel.tsx';
import { HallPartsPanel } from './hall-parts-panel.tsx';
import { ImportResult } from './import-result.tsx';
import { LoadingLine } from './loading-line.tsx';
import { NotesPanel } from './notes-panel.tsx';
import { PackageFiles } from './package-files.tsx';
import { RefusalPanel } from './refusal-panel.tsx';
import { SavedPanel } from './saved-panel.tsx';
import { StateList } from './state-list.tsx';
import { UnknownCodeList } from './unknown-code-list.tsx';

/** 目录: what is in force, how it came in force, what a hall adds to it. For technicians and managers. */
export function CatalogueScreen({ stores }: { readonly stores: Stores }) {
  const clock = useClockwork(stores.status);
  const { words } = clock;
  const { catalogue: said } = words;
  const { view, busy, setback, outcome, read, importNamed, importPicked, goBack, adopt } = useStore(
    stores.catalogue,
  );
  const [tab, setTab] = useState<'notes' | 'fromHalls' | 'duties' | 'saved' | 'refusals'>('notes');
  useEffect(() => void read(), [read]);

  if (!view) {
    return (
      <div className="catalogue-screen loading" aria-label={said.title}>
        {setback ? <SetbackLine>{setbackWords(words, setback)}</SetbackLine> : <Bones rows={5} />}
      </div>
    );
  }
  return (
    <div className="catalogue-screen" aria-label={said.title}>
      <StateList clock={clock} view={view} busy={busy === 'go-back'} onGoBack={(seq) => void goBack(seq)} />
      <PackageFiles
        view={view}
        busy={busy === 'import'}
        onImport={(name) => void importNamed(name)}
        onPick={(picked) => void importPicked(picked)}
      />
      <section className="sheet" aria-label={said.beside}>
        <div className="scroll">
          {setback && <SetbackLine>{setbackWords(words, setback)}</SetbackLine>}
          {view.importing?.outcome === null && <LoadingLine importing={view.importing} />}
          {outcome && <ImportResult name={outcome.name} outcome={outcome.of} />}
          <div className="tabs" role="tablist">
            {(['notes', 'fromHalls', 'duties', 'saved', 'refusals'] as const).map((one) => (
              <button
                key={one}
                type="button"
                role="tab"
                className={one === tab ? 'btn on' : 'btn quiet'}
                aria-selected={one === tab}
                onClick={() => setTab(one)}
              >
                {one === 'saved' ? words.saved.title : said[one].title}
                {one === 'refusals' && view.refusals.length + view.unknownCodes.length > 0 && (
                  <span className="tag a">{view.refusals.length + view.unknownCodes.length}</span>
                )}
              </button>
            ))}
          </div>
          {tab === 'notes' && <NotesPanel stores={stores} onExported={() => void read()} />}
          {tab === 'fromHalls' && (
            <HallPartsPanel
              clock={clock}
              parts={view.fromHalls}
              busy={busy === 'adopt'}
              onAdopt={(partId, adopts) => void adopt(partId, adopts)}
            />
          )}
          {tab === 'duties' && <DutyPanel clock={clock} duties={view.duties} />}
          {tab === 'saved' && <SavedPanel stores={stores} />}
          {tab === 'refusals' && (
            <>
              <UnknownCodeList clock={clock} codes={view.unknownCodes} />
              <RefusalPanel clock={clock} refusals={view.refusals} />
            </>
          )}
        </div>
      </section>
    </div>
  );
}

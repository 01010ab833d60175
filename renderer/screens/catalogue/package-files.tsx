import { useRef, useState } from 'react';
import type { CatalogueView } from '#contract/shapes/catalogue.ts';
import { ActButton } from '../../components/act-button.tsx';
import { PickList } from '../../components/pick-list.tsx';
import { useWords } from '../../words/words.ts';

interface PackageFilesProps {
  readonly view: CatalogueView;
  readonly busy: boolean;
  readonly onImport: (name: string) => void;
  /** A package, alone or with the `.sig` beside it. */
  readonly onPick: (picked: readonly File[]) => void;
}

/** The files that lie in the folder, and one from elsewhere. */
export function PackageFiles({ view, busy, onImport, onPick }: PackageFilesProps) {
  const { files: said, between } = useWords().catalogue;
  const [at, setAt] = useState(0);
  const picker = useRef<HTMLInputElement>(null);
  const chosen = view.files[Math.min(at, view.files.length - 1)];
  return (
    <section className="sheet" aria-label={said.title}>
      <header>
        <h2>{said.title}</h2>
        <span className="note path">{view.folder}</span>
        <span className="note">
          {view.keys.length > 0 ? said.keys(view.keys.join(between)) : said.noKeys}
        </span>
        {view.keys.length > 0 && <span className="note">{said.pickBoth}</span>}
      </header>
      <div className="scroll">
        {view.files.length === 0 && <p className="empty">{said.none}</p>}
        <PickList
          label={said.title}
          rows={view.files}
          rowKey={({ name }) => name}
          at={at}
          onMove={setAt}
          rowClass={(file) => (file === chosen ? 'file on' : 'file')}
          renderRow={(file) => (
            <>
              <b className="el">{file.name}</b>
              <span className="note">{said.size(Math.ceil(file.bytes / 1024))}</span>
              {file.signed && <span className="tag">{said.signature}</span>}
            </>
          )}
        />
      </div>
      <footer>
        <ActButton
          act="accept"
          main
          standing={chosen ? 'open' : 'choose-first'}
          busy={busy}
          onAct={() => chosen && onImport(chosen.name)}
        >
          {busy ? said.importing : said.importIt}
        </ActButton>
        <ActButton act="pick-file" busy={busy} onAct={() => picker.current?.click()}>
          {said.pick}
        </ActButton>
        <input
          ref={picker}
          type="file"
          accept=".json,.sig,application/json"
          multiple
          hidden
          aria-label={said.pick}
          onChange={(event) => {
            const picked = [...(event.target.files ?? [])];
            event.target.value = '';
            if (picked.length > 0) onPick(picked);
          }}
        />
      </footer>
    </section>
  );
}

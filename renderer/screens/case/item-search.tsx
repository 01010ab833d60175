import { type KeyboardEvent, useState } from 'react';
import type { BundleHit } from '#contract/shapes/bundle.ts';
import type { ItemHit } from '#contract/shapes/item.ts';
import { Icon } from '../../components/icon.tsx';
import { PickList } from '../../components/pick-list.tsx';
import type { ItemSearch as Search } from '../../stores/items-sought.ts';
import type { SiteView } from '../../stores/session-store.ts';
import { inLanguage, useWords, type Words } from '../../words/words.ts';
import { CrossingTag } from '../crossing/crossing-tag.tsx';
import { crossingHere } from '../crossing/crossing-here.ts';
import { MatchedName } from './matched-name.tsx';

type FindWords = Words['sheet']['intake']['find'];

type Hit = BundleHit | ItemHit;

interface ItemSearchProps {
  readonly search: Search;
  readonly busy: boolean;
  /** Level and region of this hall; null while it is not known. */
  readonly site: SiteView | null;
  readonly onFind: (text: string) => void;
  readonly onOpen: (hit: Hit) => void;
}

/** The search box of items: results while typing, arrows choose, Enter opens; the focus stays in the box. */
export function ItemSearch({ search, busy, site, onFind, onOpen }: ItemSearchProps) {
  const words = useWords();
  const { find } = words.sheet.intake;
  const [at, setAt] = useState(0);
  const { hits, text } = search;
  const chosen = Math.min(at, Math.max(0, hits.length - 1));

  const press = (event: KeyboardEvent) => {
    // While a syllable is being composed the arrows and Enter belong to the input method.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const hit = hits[chosen];
    if (event.key === 'ArrowDown') setAt(Math.min(hits.length - 1, chosen + 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(0, chosen - 1));
    else if (event.key === 'Enter' && hit && !busy && search.state === 'found') onOpen(hit);
    else return;
    event.preventDefault();
  };

  return (
    <div className="item-search">
      <label className="box">
        <Icon name="find" />
        <span className="sr">{find.label}</span>
        <input
          className="input"
          autoComplete="off"
          spellCheck={false}
          maxLength={60}
          value={text}
          placeholder={find.placeholder}
          data-focus-first
          onChange={(event) => {
            setAt(0);
            onFind(event.target.value);
          }}
          onKeyDown={press}
        />
      </label>
      <output className="note">{saidOf(search, find, hits[chosen], words)}</output>
      <PickList
        label={find.label}
        className="hits"
        rows={hits}
        rowKey={(hit) => `${hit.kind === 'bundle' ? hit.bundleId : hit.code}.${hit.version}`}
        at={chosen}
        still
        onMove={setAt}
        onChoose={onOpen}
        rowClass={(_, index) => (index === chosen ? 'hit on' : 'hit')}
        renderRow={(hit) => hitRow(words, hit, text, site)}
      />
      {search.state === 'none' && <p className="empty">{find.none(text.trim())}</p>}
      {search.state === 'no-answer' && <p className="empty">{find.noAnswer}</p>}
      {(search.state === 'catalogue-loading' || search.state === 'catalogue-missing') && (
        <p className="empty">{words.refusals[search.state]}</p>
      )}
      {search.state === 'idle' && <p className="empty dim">{find.idle}</p>}
    </div>
  );
}

/** Read aloud as it changes: how many there are, and which one Enter would open. */
function saidOf(search: Search, find: FindWords, chosen: Hit | undefined, words: Words): string {
  if (search.state !== 'found' || !chosen) return find.hint;
  return `${find.found(search.hits.length)} · ${inLanguage(words, chosen.nameZh, chosen.nameEn)} · ${find.hint}`;
}

function hitRow(words: Words, hit: Hit, sought: string, site: SiteView | null) {
  if (hit.kind === 'bundle') return bundleRow(words, hit, sought);
  const { find } = words.sheet.intake;
  const name = inLanguage(words, hit.nameZh, hit.nameEn);
  return (
    <>
      <span className="nm">
        <b className="el">
          <MatchedName text={name} sought={sought} matched={hit.matched} />
        </b>
        <span className="note el">
          {inLanguage(words, hit.departmentZh, hit.departmentEn)}
          {hit.matched === 'code' && (
            <>
              {' · '}
              <MatchedName text={hit.code} sought={sought} matched="code" />
            </>
          )}
        </span>
      </span>
      <CrossingTag because={site === null ? null : crossingHere(hit, site).because} />
      {hit.mustAppearInPerson && <span className="tag a">{words.crossing.person}</span>}
      <span className="tag">{hit.caseTypeCode === '1' ? find.onTheSpot : find.promised}</span>
      <span className="tag q">{find.matched[hit.matched]}</span>
    </>
  );
}

function bundleRow(words: Words, hit: BundleHit, sought: string) {
  const { find } = words.sheet.intake;
  return (
    <>
      <span className="nm">
        <b className="el">
          <MatchedName
            text={inLanguage(words, hit.nameZh, hit.nameEn)}
            sought={sought}
            matched={hit.matched}
          />
        </b>
        <span className="note el">
          {inLanguage(words, hit.departmentZh, hit.departmentEn)} · {words.bundle.steps(hit.steps)}
        </span>
      </span>
      {hit.fromHall !== null && <span className="tag a">{hit.fromHall}</span>}
      <span className="tag p">{words.bundle.kinds[hit.bundleKind]}</span>
      <span className="tag q">{find.matched[hit.matched]}</span>
    </>
  );
}

import { useState } from 'react';
import type { HallPart } from '#contract/shapes/catalogue.ts';
import { ActButton } from '../../components/act-button.tsx';
import { PickList } from '../../components/pick-list.tsx';
import { type Clockwork, dateWords } from '../../words/dates.ts';
import { inLanguage } from '../../words/words.ts';

interface HallPartsPanelProps {
  readonly clock: Clockwork;
  readonly parts: readonly HallPart[];
  readonly busy: boolean;
  readonly onAdopt: (partId: string, adopts: boolean) => void;
}

/** Bundles and wordings of other halls, each with its hall: apart from the catalogue until this hall adopts one. */
export function HallPartsPanel({ clock, parts, busy, onAdopt }: HallPartsPanelProps) {
  const { words } = clock;
  const { fromHalls: said } = words.catalogue;
  const [at, setAt] = useState(0);
  const chosen = parts[Math.min(at, parts.length - 1)];
  if (!chosen) return <p className="empty">{said.none}</p>;
  const isAdopted = chosen.standing === 'adopted';
  return (
    <div className="hall-parts">
      <PickList
        label={said.title}
        rows={parts}
        rowKey={({ id }) => id}
        at={at}
        onMove={setAt}
        rowClass={(part) => (part === chosen ? 'part on' : 'part')}
        renderRow={(part) => (
          <>
            <span className="el">
              <b className="el">{inLanguage(words, part.nameZh, part.nameEn ?? part.nameZh)}</b>
              <span className="note el">
                {said.kinds[part.kind]} ·{' '}
                {said.from(part.fromHall, part.version, dateWords(part.atMs, clock))}
              </span>
            </span>
            <span className={part.standing === 'adopted' ? 'tag p' : 'tag'}>
              {said.standing[part.standing]}
            </span>
          </>
        )}
      />
      <ActButton
        act="adopt-part"
        standing={chosen.standing === 'ours-stands' ? 'ours-stands' : 'open'}
        busy={busy}
        onAct={() => onAdopt(chosen.id, !isAdopted)}
      >
        {isAdopted ? said.giveUp : said.adopt}
      </ActButton>
    </div>
  );
}

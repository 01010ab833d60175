import type { LocalNote } from '#contract/shapes/catalogue.ts';
import type { ItemMaterial } from '#contract/shapes/item.ts';
import type { Clockwork } from '../../words/dates.ts';
import { dateWords } from '../../words/dates.ts';
import { inLanguage } from '../../words/words.ts';

interface NoteLinesProps {
  readonly clock: Clockwork;
  readonly notes: readonly LocalNote[];
  /** The item's papers, to call a paper by its name. */
  readonly papers: readonly Pick<ItemMaterial, 'id' | 'nameZh' | 'nameEn'>[];
  readonly onRemove?: (note: LocalNote) => void;
}

/** What this hall says, marked as its own words: not the platform's. */
export function NoteLines({ clock, notes, papers, onRemove }: NoteLinesProps) {
  const { words } = clock;
  const { catalogue } = words;
  return (
    <ul className="local-notes" aria-label={catalogue.notes.label}>
      {notes.map((note) => {
        const paper = papers.find(({ id }) => id === note.materialId);
        return (
          <li key={note.id}>
            <span className={note.kind === 'note' ? 'tag a' : 'tag p'}>
              {catalogue.notes.kinds[note.kind]}
            </span>
            <p>
              {paper && <b>{catalogue.notes.onPaper(inLanguage(words, paper.nameZh, paper.nameEn))}</b>}
              {note.text}
              <span className="note">
                {catalogue.notes.from(note.fromHall, note.by, dateWords(note.atMs, clock))}
              </span>
            </p>
            {onRemove && (
              <button type="button" className="btn quiet" onClick={() => onRemove(note)}>
                {catalogue.notes.remove}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

import './notes.css';
import { useState } from 'react';
import type { LocalNote } from '#contract/shapes/catalogue.ts';
import { ActButton } from '../../components/act-button.tsx';
import { ChoiceField } from '../../components/choice-field.tsx';
import { Key } from '../../components/key.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { inLanguage } from '../../words/words.ts';
import { useClockwork } from '../case/hall-time.ts';
import { NoteLines } from './note-lines.tsx';
import { useItemInMind } from './use-item-in-mind.ts';
import { useNotes } from './use-notes.ts';

interface NotesPanelProps {
  readonly stores: Stores;
  readonly onExported: () => void;
}

/** The hall's notes on an item, written here, and handed on to another hall as a file. */
export function NotesPanel({ stores, onExported }: NotesPanelProps) {
  const clock = useClockwork(stores.status);
  const { words } = clock;
  const { notes: said } = words.catalogue;
  const mind = useItemInMind(stores.desk);
  const { item } = mind;
  const { notes, setback, write, remove } = useNotes(stores.desk, item?.code ?? null);
  const [text, setText] = useState('');
  const [kind, setKind] = useState<LocalNote['kind']>('note');
  const [about, setAbout] = useState('');
  const trouble = mind.setback ?? setback;

  const submit = async () => {
    if (text.trim().length < 2) return;
    const paper = item?.materials.some(({ id }) => id === about) ? about : null;
    if (await write(text, kind, paper)) setText('');
  };
  return (
    <div className="notes-panel">
      <label className="box">
        <span className="note">{said.item}</span>
        <input
          className="input"
          value={mind.text}
          maxLength={60}
          autoComplete="off"
          spellCheck={false}
          placeholder={said.itemHint}
          onChange={(event) => mind.type(event.target.value)}
        />
      </label>
      <p>
        <b>{item ? inLanguage(words, item.nameZh, item.nameEn) : said.noItem}</b>
      </p>
      {trouble && <SetbackLine>{setbackWords(words, trouble)}</SetbackLine>}
      {item && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <ChoiceField
            label={said.kind}
            value={kind}
            options={[
              { value: 'note', label: said.kinds.note },
              { value: 'good-practice', label: said.kinds['good-practice'] },
            ]}
            onChoose={setKind}
          />
          <ChoiceField
            label={said.about}
            value={about}
            options={[
              { value: '', label: said.wholeItem },
              ...item.materials.map(({ id, nameZh, nameEn }) => ({
                value: id,
                label: inLanguage(words, nameZh, nameEn),
              })),
            ]}
            onChoose={setAbout}
          />
          <label className="draft-field">
            <span>{said.text}</span>
            <input
              className="input"
              value={text}
              maxLength={500}
              onChange={(event) => setText(event.target.value)}
            />
          </label>
          <div className="row">
            <button type="submit" className="btn" disabled={text.trim().length < 2}>
              <Key cap="Enter" />
              {said.write}
            </button>
            <ActButton
              act="export-guidance"
              onAct={async () => {
                await mind.exportGuidance();
                onExported();
              }}
            >
              {said.exportIt}
            </ActButton>
          </div>
        </form>
      )}
      {mind.exported && <output className="note">{said.exported(mind.exported)}</output>}
      {notes?.length === 0 && <p className="empty">{said.none}</p>}
      {notes && item && (
        <NoteLines
          clock={clock}
          notes={notes}
          papers={item.materials}
          onRemove={(note) => void remove(note.id)}
        />
      )}
    </div>
  );
}

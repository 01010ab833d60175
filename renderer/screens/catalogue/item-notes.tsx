import './notes.css';
import type { ItemOnCase } from '#contract/shapes/item.ts';
import type { Stores } from '../../stores/stores.ts';
import { useClockwork } from '../case/hall-time.ts';
import { NoteLines } from './note-lines.tsx';
import { useNotes } from './use-notes.ts';

/** Beside an item at the counter: what this hall says about it. Nothing when it says nothing. */
export function ItemNotes({ stores, item }: { readonly stores: Stores; readonly item: ItemOnCase }) {
  const clock = useClockwork(stores.status);
  const { notes } = useNotes(stores.desk, item.code);
  return notes && notes.length > 0 ? <NoteLines clock={clock} notes={notes} papers={item.materials} /> : null;
}

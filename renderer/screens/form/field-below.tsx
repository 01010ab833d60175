import type { FieldTrouble } from '#contract/shapes/form-value.ts';
import type { Slot } from '../../stores/form-slots.ts';
import type { Stores } from '../../stores/stores.ts';
import { dayWords } from '../../words/dates.ts';
import { inLanguage, useWords, type Words } from '../../words/words.ts';

interface FieldBelowProps {
  readonly id: string;
  readonly slot: Slot;
  readonly trouble: FieldTrouble | null;
  readonly isLocked: boolean;
  /** The citizen said on their screen that it is not right. */
  readonly isObjected: boolean;
  readonly stores: Stores;
}

/** One line under a field: what is wrong with it, how it is saved, what is offered, or how to fill it in. */
export function FieldBelow({ id, slot, trouble, isLocked, isObjected, stores }: FieldBelowProps) {
  const words = useWords();
  const { field, held, draft } = slot;
  const { fetchBack, takeEarlier } = stores.form.getState();
  const said =
    isObjected && !trouble && !draft
      ? ({ tone: 'wrong', text: words.form.paper.wrongHere } as const)
      : lineOf(words, slot, trouble, isLocked);
  return (
    <div className="below" id={id}>
      <span className={said.tone} role={said.tone === 'wrong' ? 'status' : undefined}>
        {said.text}
      </span>
      {!isLocked && held.value?.masked && !draft && (
        <button type="button" className="btn quiet" onClick={() => void fetchBack(field.meaning)}>
          {words.form.fetchBack}
        </button>
      )}
      {!isLocked && held.earlier && !draft && (
        <button type="button" className="btn quiet" onClick={() => void takeEarlier([field.meaning])}>
          {words.form.earlierUse}
        </button>
      )}
    </div>
  );
}

interface Line {
  readonly tone: 'wrong' | 'warn' | 'note';
  readonly text: string;
}

function lineOf(words: Words, slot: Slot, trouble: FieldTrouble | null, isLocked: boolean): Line {
  const { form } = words;
  const { field, held, draft } = slot;
  if (trouble) return { tone: trouble.blocks ? 'wrong' : 'warn', text: troubleWords(words, slot, trouble) };
  if (draft) return { tone: 'note', text: form.draft[draft.state] };
  if (held.differs) return { tone: 'wrong', text: form.differsHere };
  if (held.readOnly && !isEmptyOptional(slot)) return { tone: 'note', text: form.readOnly[held.readOnly] };
  if (held.value?.stale && !isLocked) return { tone: 'warn', text: form.stale };
  const [part] = held.shownInPart;
  if (part) return { tone: 'note', text: form.inPart(form.sources[part.source], part.shown) };
  if (held.agreesAsShown) return { tone: 'note', text: form.agreesAsShown };
  if (held.earlier) {
    const { shown, asOf } = held.earlier;
    return { tone: 'note', text: form.earlierOne(shown, dayWords(asOf, words)) };
  }
  return { tone: 'note', text: inLanguage(words, field.basisOrHintZh ?? '', field.basisOrHintEn ?? '') };
}

function isEmptyOptional({ held, field }: Slot): boolean {
  return held.value === null && field.asks.every(({ required }) => !required);
}

function troubleWords(words: Words, { field }: Slot, { problem }: FieldTrouble): string {
  const known: Readonly<Record<string, string>> = words.form.troubles;
  const said = known[problem] ?? words.form.troubleOther(problem);
  const hasBounds = problem === 'too-small' || problem === 'too-large';
  return hasBounds ? `${said}: ${words.form.bounds(field.min, field.max)}` : said;
}

/** How long after the last keystroke a field is saved. */
export const SAVE_AFTER_MS = 250;

export interface Draft {
  readonly text: string;
  /** typing: not yet sent · saving: on its way · saved: the desk has it · unsaved: sent and not confirmed */
  readonly state: 'typing' | 'saving' | 'saved' | 'unsaved';
}

export type Drafts<K extends string> = { readonly [Key in K]?: Draft };

/** What saving one value came to. */
export type Saved = 'saved' | 'refused' | 'unknown';

interface Field {
  readonly save: (text: string) => Promise<Saved>;
  text: string;
  timer: ReturnType<typeof setTimeout> | null;
  sending: Promise<void> | null;
  dirty: boolean;
}

/**
 * Saves what is typed, field by field: once per rest of the fingers, one save of a field at a time,
 * the newest text last. What could not be saved stays unsaved and is sent again by `settle`.
 */
export function createDraftSaver<K extends string>(show: (key: K, draft: Draft) => void) {
  const fields = new Map<K, Field>();

  async function send(key: K, field: Field): Promise<void> {
    if (field.timer) clearTimeout(field.timer);
    field.timer = null;
    if (field.sending) {
      await field.sending;
      return;
    }
    field.sending = sendAll(key, field);
    try {
      await field.sending;
    } finally {
      field.sending = null;
    }
  }

  async function sendAll(key: K, field: Field): Promise<void> {
    while (field.dirty) {
      const text = field.text;
      field.dirty = false;
      show(key, { text, state: 'saving' });
      const saved = await field.save(text);
      // Forgotten meanwhile: it belongs to what is no longer on the sheet.
      if (fields.get(key) !== field) return;
      if (field.text !== text) continue;
      if (saved === 'unknown') {
        field.dirty = true;
        show(key, { text, state: 'unsaved' });
        return;
      }
      show(key, { text, state: saved === 'saved' ? 'saved' : 'unsaved' });
    }
  }

  return {
    /** Keeps what is typed and saves it when the fingers rest. */
    type(key: K, text: string, save: Field['save']): void {
      const known = fields.get(key);
      const entry = known ?? { save, text, timer: null, sending: null, dirty: true };
      if (entry.timer) clearTimeout(entry.timer);
      entry.text = text;
      entry.dirty = true;
      entry.timer = setTimeout(() => void send(key, entry), SAVE_AFTER_MS);
      fields.set(key, entry);
      show(key, { text, state: 'typing' });
    },

    /** Saves everything typed and not yet saved, now. */
    async settle(): Promise<void> {
      const open = Array.from(fields).filter(([, field]) => field.dirty || field.sending);
      await Promise.all(open.map(async ([key, field]) => send(key, field)));
    },

    /** Another citizen, or values that came another way: nothing typed before may be saved over them. */
    forget(isMeant: (key: K) => boolean = () => true): void {
      for (const [key, field] of fields) {
        if (!isMeant(key)) continue;
        if (field.timer) clearTimeout(field.timer);
        field.dirty = false;
        fields.delete(key);
      }
    },
  };
}

/** The part of a clipboard that is needed to put a text there and take it off again. */
interface Clipboard {
  readonly writeText: (text: string) => unknown;
  /** A promise since Electron 45. */
  readonly readText: () => string | Promise<string>;
  readonly clear: () => void;
}

export interface HeldCopies {
  /** Puts a text onto the clipboard for so long. */
  readonly hold: (text: string, forMs: number) => void;
  /** Takes what we put there off, now: the screen is locked, or the program ends. */
  readonly clear: () => Promise<void>;
}

/**
 * A citizen's value lies on the clipboard only as long as a clerk needs to paste it. What somebody else has copied
 * meanwhile is not ours to take away.
 */
export function holdCopies(clipboard: Clipboard): HeldCopies {
  let ours: string | null = null;
  let timer: NodeJS.Timeout | null = null;

  const clear = async (): Promise<void> => {
    if (timer) clearTimeout(timer);
    timer = null;
    const held = ours;
    ours = null;
    if (held !== null && (await clipboard.readText()) === held) clipboard.clear();
  };
  return {
    hold: (text, forMs) => {
      if (timer) clearTimeout(timer);
      ours = text;
      clipboard.writeText(text);
      timer = setTimeout(() => void clear(), forMs);
    },
    clear,
  };
}

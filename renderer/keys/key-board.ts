import { type ActName, KEY_MAP, type KeyEntry } from './key-map.ts';

/** `open`, or the word of the reason why the act is off. */
export type Standing = string;

export interface Registration {
  readonly act: ActName;
  readonly layer: number;
  readonly run: () => void;
  readonly standing: () => Standing;
}

export interface KeyBoard {
  readonly register: (registration: Registration) => () => void;
  /** A dialog lays a layer over everything; acts below it rest until it is taken away. */
  readonly newLayer: () => number;
  readonly layOver: (layer: number) => () => void;
  /** Whether a dialog lies over the screen. */
  readonly isCovered: () => boolean;
  /** Hears that a dialog lies over the screen now. */
  readonly onCovered: (listener: () => void) => () => void;
  /** Hears that the last dialog was taken away. */
  readonly onUncovered: (listener: () => void) => () => void;
  /** Handles one key press; true when it belonged to an act. */
  readonly press: (event: KeyboardEvent) => boolean;
  /** Hears why a pressed key did nothing. */
  readonly onClosed: (listener: (act: ActName, standing: Standing) => void) => () => void;
}

/** The one place where key presses become acts. It knows no screen: screens register what they offer. */
export function createKeyBoard(): KeyBoard {
  const registrations: Registration[] = [];
  const layers: number[] = [0];
  const closedListeners = new Set<(act: ActName, standing: Standing) => void>();
  const coveredListeners = new Set<() => void>();
  const uncoveredListeners = new Set<() => void>();
  let lastLayer = 0;

  /** The newest registration counts: a screen may take over an act the frame offers everywhere. */
  function offered(entry: KeyEntry): Registration | undefined {
    const top = layers.at(-1) ?? 0;
    const mayRun = (r: Registration) =>
      r.act === entry.act && (r.layer === top || entry.overDialogs === true);
    return registrations.findLast(mayRun);
  }

  const isCovered = () => layers.length > 1;

  return {
    register: (registration) => {
      registrations.push(registration);
      return () => {
        registrations.splice(registrations.indexOf(registration), 1);
      };
    },
    newLayer: () => (lastLayer += 1),
    layOver: (layer) => {
      layers.push(layer);
      for (const listener of coveredListeners) listener();
      return () => {
        layers.splice(layers.indexOf(layer), 1);
        // One dialog may give way to the next in the same breath.
        queueMicrotask(() => {
          if (!isCovered()) for (const listener of uncoveredListeners) listener();
        });
      };
    },
    isCovered,
    onCovered: (listener) => {
      coveredListeners.add(listener);
      return () => void coveredListeners.delete(listener);
    },
    onUncovered: (listener) => {
      uncoveredListeners.add(listener);
      return () => void uncoveredListeners.delete(listener);
    },
    press: (event) => {
      if (isComposing(event) || event.defaultPrevented) return false;
      const entry = KEY_MAP.find((candidate) => fits(candidate, event));
      if (!entry) return false;
      if (entry.notInText && isTextField(event.target)) return false;
      const registration = offered(entry);
      if (!registration) return false;
      event.preventDefault();
      // A key held down must not call two citizens.
      if (event.repeat) return true;
      const standing = registration.standing();
      if (standing === 'open') registration.run();
      else for (const listener of closedListeners) listener(entry.act, standing);
      return true;
    },
    onClosed: (listener) => {
      closedListeners.add(listener);
      return () => void closedListeners.delete(listener);
    },
  };
}

function fits(entry: KeyEntry, event: KeyboardEvent): boolean {
  return (
    entry.code === event.code &&
    event.ctrlKey === (entry.ctrl ?? false) &&
    event.shiftKey === (entry.shift ?? false) &&
    event.altKey === (entry.alt ?? false) &&
    !event.metaKey
  );
}

/** A syllable is being composed: every key, Esc too, belongs to the input method. */
function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

const NOT_TEXT = new Set([
  'button',
  'checkbox',
  'radio',
  'range',
  'color',
  'file',
  'submit',
  'reset',
  'image',
]);

export function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !NOT_TEXT.has(target.type);
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLElement && target.isContentEditable;
}

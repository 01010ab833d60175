/** Every act that has a key of its own, by the word of the glossary. */
export type ActName =
  | 'why'
  | 'call-next'
  | 'recall'
  | 'pass'
  | 'hold'
  | 'resume'
  | 'transfer'
  | 'left-drafts'
  | 'read-again'
  | 'accept'
  | 'correct'
  | 'refuse'
  | 'finish'
  | 'step-identity'
  | 'step-item'
  | 'step-situation'
  | 'step-form'
  | 'step-materials'
  | 'step-result'
  | 'go-queue'
  | 'go-case'
  | 'go-person'
  | 'find'
  | 'call-chosen'
  | 'walk-in'
  | 'one-more-item'
  | 'reprint'
  | 'more-acts'
  | 'clock-lists'
  | 'take-up'
  | 'delivery'
  | 'screen-guidance'
  | 'take-guided'
  | 'guidance-list'
  | 'link-online'
  | 'decided-where'
  | 'pass-on'
  | 'trip-report'
  | 'query-log'
  | 'add-party'
  | 'try-now'
  | 'net-exceptions'
  | 'ask-expert'
  | 'lock'
  | 'sign-out'
  | 'tray'
  | 'language'
  | 'large-type'
  | 'screen-counter'
  | 'screen-cases'
  | 'screen-sync'
  | 'screen-catalogue'
  | 'screen-hand-over'
  | 'one-number'
  | 'go-back'
  | 'pick-file'
  | 'export-guidance'
  | 'adopt-part'
  | 'add-pages'
  | 'paper-beside'
  | 'page-before'
  | 'page-next'
  | 'page-larger'
  | 'page-smaller'
  | 'page-turn'
  | 'page-crop'
  | 'print-pages'
  | 'papers'
  | 'sign-on-screen'
  | 'sign-on-paper'
  | 'sign-not'
  | 'citizen-screen'
  | 'print-batch'
  | 'form-undo'
  | 'form-differences'
  | 'form-earlier'
  | 'form-person'
  | 'form-scope'
  | 'form-show'
  | 'form-still'
  | 'second-entry'
  | 'take-away'
  | 'add-line'
  | 'recheck'
  | 'bundle'
  | 'bundle-again'
  | 'stop-messages'
  | 'rate-by-slip'
  | 'helper'
  | 'help-lists'
  | 'make-help-list'
  | 'back';

export interface KeyEntry {
  readonly act: ActName;
  /** `KeyboardEvent.code`: where the key lies, whatever an input method makes of it. */
  readonly code: string;
  readonly ctrl?: true;
  readonly shift?: true;
  readonly alt?: true;
  /** What the button shows. */
  readonly cap: string;
  /** Off while a text field has the focus: some input methods open a menu with F4. */
  readonly notInText?: true;
  /** Works over an open dialog too. */
  readonly overDialogs?: true;
}

/**
 * The keyboard map. Left to input methods and never used: Shift alone, Ctrl or Shift with Space,
 * Ctrl+Shift, Alt+Shift, Ctrl with a digit or a mark, Ctrl+Shift or Ctrl+Alt with a letter.
 * Enter, Space, digits and arrows belong to the list or button that has the focus.
 */
export const KEY_MAP: readonly KeyEntry[] = [
  { act: 'why', code: 'F1', cap: 'F1', overDialogs: true },
  { act: 'call-next', code: 'F2', cap: 'F2' },
  { act: 'recall', code: 'F3', cap: 'F3', notInText: true },
  { act: 'pass', code: 'F4', cap: 'F4', notInText: true },
  { act: 'hold', code: 'F6', cap: 'F6' },
  { act: 'resume', code: 'F6', shift: true, cap: '⇧F6' },
  { act: 'transfer', code: 'F7', cap: 'F7' },
  { act: 'left-drafts', code: 'F7', shift: true, cap: '⇧F7' },
  { act: 'read-again', code: 'F8', cap: 'F8' },
  { act: 'accept', code: 'F9', cap: 'F9' },
  { act: 'correct', code: 'F10', cap: 'F10' },
  { act: 'refuse', code: 'F11', cap: 'F11' },
  { act: 'finish', code: 'F12', cap: 'F12' },
  { act: 'step-identity', code: 'Digit1', alt: true, cap: 'Alt 1' },
  { act: 'step-item', code: 'Digit2', alt: true, cap: 'Alt 2' },
  { act: 'step-situation', code: 'Digit3', alt: true, cap: 'Alt 3' },
  { act: 'step-materials', code: 'Digit4', alt: true, cap: 'Alt 4' },
  { act: 'step-result', code: 'Digit5', alt: true, cap: 'Alt 5' },
  { act: 'step-form', code: 'Digit6', alt: true, cap: 'Alt 6' },
  { act: 'go-queue', code: 'KeyQ', alt: true, cap: 'Alt Q' },
  { act: 'go-case', code: 'KeyW', alt: true, cap: 'Alt W' },
  { act: 'go-person', code: 'KeyE', alt: true, cap: 'Alt E' },
  { act: 'find', code: 'KeyK', ctrl: true, cap: 'Ctrl K' },
  { act: 'call-chosen', code: 'KeyG', ctrl: true, cap: 'Ctrl G' },
  { act: 'walk-in', code: 'KeyN', ctrl: true, cap: 'Ctrl N' },
  { act: 'one-more-item', code: 'KeyI', ctrl: true, cap: 'Ctrl I' },
  { act: 'reprint', code: 'KeyP', ctrl: true, cap: 'Ctrl P' },
  { act: 'more-acts', code: 'KeyM', ctrl: true, cap: 'Ctrl M' },
  { act: 'clock-lists', code: 'KeyY', ctrl: true, cap: 'Ctrl Y' },
  { act: 'take-up', code: 'KeyT', ctrl: true, cap: 'Ctrl T' },
  { act: 'decided-where', code: 'Digit0', alt: true, cap: 'Alt 0' },
  { act: 'pass-on', code: 'KeyS', ctrl: true, cap: 'Ctrl S' },
  { act: 'screen-guidance', code: 'KeyQ', ctrl: true, cap: 'Ctrl Q' },
  { act: 'take-guided', code: 'Digit9', alt: true, cap: 'Alt 9' },
  { act: 'guidance-list', code: 'F3', shift: true, cap: '⇧F3' },
  { act: 'link-online', code: 'Digit8', alt: true, cap: 'Alt 8' },
  { act: 'delivery', code: 'KeyU', ctrl: true, cap: 'Ctrl U' },
  { act: 'trip-report', code: 'KeyH', ctrl: true, cap: 'Ctrl H' },
  { act: 'query-log', code: 'F11', shift: true, cap: '⇧F11' },
  { act: 'add-party', code: 'KeyI', alt: true, cap: 'Alt I' },
  { act: 'try-now', code: 'KeyR', ctrl: true, cap: 'Ctrl R' },
  { act: 'ask-expert', code: 'F1', shift: true, cap: '⇧F1', overDialogs: true },
  { act: 'net-exceptions', code: 'F4', shift: true, cap: '⇧F4' },
  { act: 'lock', code: 'KeyL', ctrl: true, cap: 'Ctrl L', overDialogs: true },
  { act: 'sign-out', code: 'KeyO', alt: true, cap: 'Alt O' },
  { act: 'tray', code: 'KeyJ', ctrl: true, cap: 'Ctrl J', overDialogs: true },
  { act: 'language', code: 'KeyL', alt: true, cap: 'Alt L' },
  { act: 'large-type', code: 'KeyU', alt: true, cap: 'Alt U' },
  { act: 'screen-counter', code: 'KeyZ', alt: true, cap: 'Alt Z' },
  { act: 'screen-cases', code: 'KeyX', alt: true, cap: 'Alt X' },
  { act: 'screen-sync', code: 'KeyC', alt: true, cap: 'Alt C' },
  { act: 'screen-catalogue', code: 'KeyM', alt: true, cap: 'Alt M' },
  { act: 'screen-hand-over', code: 'KeyJ', alt: true, cap: 'Alt J' },
  { act: 'one-number', code: 'F8', shift: true, cap: '⇧F8' },
  { act: 'go-back', code: 'KeyB', ctrl: true, cap: 'Ctrl B' },
  { act: 'pick-file', code: 'KeyO', ctrl: true, cap: 'Ctrl O' },
  { act: 'export-guidance', code: 'KeyE', ctrl: true, cap: 'Ctrl E' },
  { act: 'adopt-part', code: 'F9', shift: true, cap: '⇧F9' },
  { act: 'add-pages', code: 'KeyA', alt: true, cap: 'Alt A' },
  { act: 'paper-beside', code: 'KeyV', alt: true, cap: 'Alt V' },
  { act: 'page-before', code: 'PageUp', alt: true, cap: 'Alt PgUp' },
  { act: 'page-next', code: 'PageDown', alt: true, cap: 'Alt PgDn' },
  { act: 'page-larger', code: 'Equal', alt: true, cap: 'Alt +' },
  { act: 'page-smaller', code: 'Minus', alt: true, cap: 'Alt −' },
  { act: 'page-turn', code: 'KeyR', alt: true, cap: 'Alt R' },
  { act: 'page-crop', code: 'KeyT', alt: true, cap: 'Alt T' },
  { act: 'print-pages', code: 'F2', shift: true, cap: '⇧F2' },
  { act: 'papers', code: 'KeyD', ctrl: true, cap: 'Ctrl D' },
  { act: 'sign-on-screen', code: 'KeyS', alt: true, cap: 'Alt S' },
  { act: 'sign-on-paper', code: 'KeyD', alt: true, cap: 'Alt D' },
  { act: 'sign-not', code: 'KeyF', alt: true, cap: 'Alt F' },
  { act: 'citizen-screen', code: 'KeyG', alt: true, cap: 'Alt G' },
  { act: 'print-batch', code: 'KeyP', alt: true, cap: 'Alt P' },
  { act: 'form-undo', code: 'KeyZ', ctrl: true, cap: 'Ctrl Z' },
  { act: 'form-differences', code: 'KeyB', alt: true, cap: 'Alt B' },
  { act: 'form-earlier', code: 'KeyH', alt: true, cap: 'Alt H' },
  { act: 'form-person', code: 'KeyN', alt: true, cap: 'Alt N' },
  { act: 'form-scope', code: 'KeyK', alt: true, cap: 'Alt K' },
  { act: 'form-still', code: 'Period', alt: true, cap: 'Alt .' },
  { act: 'form-show', code: 'Slash', alt: true, cap: 'Alt /' },
  { act: 'second-entry', code: 'KeyY', alt: true, cap: 'Alt Y' },
  { act: 'take-away', code: 'Delete', alt: true, cap: 'Alt Del' },
  { act: 'add-line', code: 'Insert', alt: true, cap: 'Alt Ins' },
  { act: 'recheck', code: 'KeyF', ctrl: true, cap: 'Ctrl F' },
  { act: 'bundle', code: 'Digit7', alt: true, cap: 'Alt 7' },
  { act: 'bundle-again', code: 'F10', shift: true, cap: '⇧F10' },
  { act: 'stop-messages', code: 'Comma', alt: true, cap: 'Alt ,' },
  { act: 'helper', code: 'Semicolon', alt: true, cap: 'Alt ;' },
  { act: 'help-lists', code: 'Quote', alt: true, cap: "Alt '" },
  { act: 'make-help-list', code: 'Backslash', alt: true, cap: 'Alt \\' },
  { act: 'rate-by-slip', code: 'F12', shift: true, cap: '⇧F12' },
  { act: 'back', code: 'Escape', cap: 'Esc' },
];

const BY_ACT: ReadonlyMap<ActName, KeyEntry> = new Map(KEY_MAP.map((entry) => [entry.act, entry]));

/** What the cap of an act's key shows. */
export function capOf(act: ActName): string {
  return BY_ACT.get(act)?.cap ?? '';
}

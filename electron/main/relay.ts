import { randomUUID } from 'node:crypto';
import { type BrowserWindow, ipcMain, type IpcMainEvent } from 'electron';
import type { ToShell } from '#contract/shell.ts';
import { ORIGIN } from './window-files.ts';
import type { DeskProcess } from './desk-process.ts';

const LARGEST_QUESTION_BYTES = 64 * 1024;
/** A number no window reaches: the answer to it is nobody's. */
const SYSTEM_QUESTION = Number.MAX_SAFE_INTEGER;

/**
 * Passes questions of windows to the desk and answers back, without reading them.
 *
 * A window's name is made anew at every start of the program, so whoever was signed in at it yesterday
 * is not signed in today; it stays the same when only the desk is restarted.
 */
export class Relay {
  readonly #windows = new Map<string, BrowserWindow>();
  readonly #desk: () => DeskProcess;
  readonly #firstWord = Promise.withResolvers<void>();
  #refusal: { code: string; message: string } | null = null;
  /** A window was told that the desk is gone and waits for its return. */
  #isMissed = false;

  constructor(desk: () => DeskProcess) {
    this.#desk = desk;
    ipcMain.on('desk.ask', (event, question: unknown) => this.#asked(event, question));
  }

  /** Returns the window's name for the desk. */
  add(kind: string, window: BrowserWindow): string {
    const name = `${kind}-${randomUUID()}`;
    this.#windows.set(name, window);
    window.once('closed', () => {
      this.#windows.delete(name);
      this.#desk().say({ shell: 'window-gone', window: name });
    });
    return name;
  }

  /** The desk answered a window for the first time, or it will not soon. */
  get firstWord(): Promise<void> {
    return this.#firstWord.promise;
  }

  told(message: Extract<ToShell, { desk: 'told' }>): void {
    if (message.window === null) this.#toAll('desk.told', message.told);
    else {
      this.#windows.get(message.window)?.webContents.send('desk.told', message.told);
      this.#firstWord.resolve();
    }
  }

  deskGone(): void {
    this.#isMissed = true;
    this.#firstWord.resolve();
    this.#toAll('desk.gone', null);
  }

  /** The desk is ready. Who never missed it has asked already and needs not ask again. */
  deskReady(): void {
    this.#refusal = null;
    if (!this.#isMissed) return;
    this.#isMissed = false;
    this.#toAll('desk.back', null);
  }

  /** The desk cannot start at all; a window that opens later hears it too. */
  deskRefused(code: string, message: string): void {
    this.#refusal = { code, message };
    this.#firstWord.resolve();
    this.#toAll('desk.refused', this.#refusal);
  }

  /** The computer's own screen was locked: so is every window. */
  lockFromSystem(): void {
    for (const name of this.#windows.keys())
      this.#desk().say({
        shell: 'question',
        window: name,
        question: { no: SYSTEM_QUESTION, name: 'access.lock', input: { because: 'system' } },
      });
  }

  #toAll(channel: string, message: unknown): void {
    for (const window of this.#windows.values())
      if (!window.isDestroyed()) window.webContents.send(channel, message);
  }

  #asked(event: IpcMainEvent, question: unknown): void {
    const found = [...this.#windows].find(([, window]) => window.webContents === event.sender);
    if (!found || !isOurPage(event)) return;
    const [name, window] = found;
    const no = numberOf(question);
    if (no === null) return;
    const refuse = (message: string): void =>
      window.webContents.send('desk.told', { no, fault: { number: 'SHELL', message } });

    if (sizeOf(question) > LARGEST_QUESTION_BYTES) {
      refuse('the question is larger than 64 kB');
      return;
    }
    if (this.#refusal) window.webContents.send('desk.refused', this.#refusal);
    if (this.#desk().say({ shell: 'question', window: name, question })) return;
    this.#isMissed = true;
    window.webContents.send('desk.gone', null);
  }
}

/** Only the page itself asks: not a frame in it, not another address. */
function isOurPage(event: IpcMainEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame === event.sender.mainFrame && frame.url.startsWith(`${ORIGIN}/`);
}

function numberOf(question: unknown): number | null {
  if (typeof question !== 'object' || question === null || !('no' in question)) return null;
  return typeof question.no === 'number' ? question.no : null;
}

function sizeOf(question: unknown): number {
  return Buffer.byteLength(JSON.stringify(question) ?? '');
}

import path from 'node:path';
import { BrowserWindow, type Session } from 'electron';
import { ORIGIN } from './window-files.ts';

/** `desk`: the clerk's window · `display`: the public screen · `citizen`: the screen turned to the citizen. */
export type WindowKind = 'desk' | 'display' | 'citizen';

const SIZES: Readonly<Record<WindowKind, { width: number; height: number }>> = {
  desk: { width: 1366, height: 768 },
  display: { width: 1280, height: 720 },
  citizen: { width: 1280, height: 768 },
};

/** The one kind of window there is: sandboxed, without Node, without memory of its own. */
export function openWindow(kind: WindowKind, session: Session, preloadFile: string): BrowserWindow {
  const window = new BrowserWindow({
    ...SIZES[kind],
    useContentSize: true,
    minWidth: 1024,
    minHeight: 640,
    // The public screen comes while the clerk types: it is shown without taking the focus.
    show: kind !== 'display',
    autoHideMenuBar: true,
    backgroundColor: kind === 'display' ? '#0a3b46' : '#e5eceb',
    title: 'Yichuang',
    webPreferences: {
      preload: path.resolve(preloadFile),
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      devTools: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      backgroundThrottling: false,
    },
  });
  window.removeMenu();
  void window.loadURL(`${ORIGIN}/index.html#${kind}`);
  return window;
}

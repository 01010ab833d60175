// The smallest window there is, to compare the start of ours with: one page, one button with the focus.
import path from 'node:path';
import { app, BrowserWindow } from 'electron';

// Not awaited: Electron becomes ready only after this module has been read to its end.
openWindow().catch((thrown) => {
  console.error(thrown);
  app.exit(1);
});

async function openWindow() {
  await app.whenReady();
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    useContentSize: true,
    show: true,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  });
  window.removeMenu();
  await window.loadFile(path.join(import.meta.dirname, 'bare.html'));
}

import type { App, Session, WebContents } from 'electron';
import { ORIGIN } from './window-files.ts';

/**
 * Nothing a page asks for is granted, wherever it asks.
 *
 * @source safety.md 3.4–3.6
 */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('select-serial-port', (event, _ports, _contents, choose) => {
    event.preventDefault();
    choose('');
  });
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed =
      details.url.startsWith(`${ORIGIN}/`) ||
      details.url.startsWith('blob:') ||
      details.url.startsWith('data:') ||
      details.url.startsWith('devtools:');
    answer({ cancel: !allowed });
  });
}

/** Every page of this program stays where it is and opens nothing. */
export function hardenPages(app: App): void {
  app.on('web-contents-created', (_event, contents) => hardenPage(contents));
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault();
    answer(false);
  });
}

function hardenPage(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('before-input-event', (event, input) => {
    if (isShellKey(input)) event.preventDefault();
  });
}

/** Keys the browser would take for itself: reload, developer tools, zoom, print, save, find. */
function isShellKey(input: {
  key: string;
  control: boolean;
  shift: boolean;
  alt: boolean;
  meta: boolean;
}): boolean {
  const key = input.key.toLowerCase();
  const command = input.control || input.meta;
  if (command && input.shift && ['i', 'j', 'c', 'r'].includes(key)) return true;
  return command && ['+', '-', '=', '0', 'u', 'o', 's', 'w'].includes(key);
}

import { BrowserWindow, session, type Session } from 'electron';

export interface PaperJob {
  readonly html: string;
  readonly paper: 'a4' | 'slip-80mm';
}

const SCHEME = 'paper';
const MM_PER_INCH = 25.4;
const SLIP_WIDTH_MM = 80;
const SLIP_MARGIN_MM = 4;
/** A page that does not draw in this time is broken. */
const DRAW_WITHIN_MS = 15_000;

/**
 * Presses one page of HTML into a PDF, in a window of its own that has no script, no network and no bridge.
 *
 * @throws Error in plain words when the page cannot be drawn or its fonts are missing
 */
export async function pressPaper(job: PaperJob): Promise<Uint8Array<ArrayBuffer>> {
  const window = new BrowserWindow({
    show: false,
    width: job.paper === 'a4' ? 794 : 302,
    height: 1123,
    webPreferences: {
      session: paperSession(),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      devTools: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  try {
    html = job.html;
    await within(window.loadURL(`${SCHEME}://page/`), DRAW_WITHIN_MS);
    const pdf = await within(window.webContents.printToPDF(pdfOptions(job)), DRAW_WITHIN_MS);
    return new Uint8Array(pdf);
  } finally {
    window.destroy();
    html = '';
  }
}

function pdfOptions(job: PaperJob): Electron.PrintToPDFOptions {
  if (job.paper === 'a4')
    return { pageSize: 'A4', printBackground: true, preferCSSPageSize: true, displayHeaderFooter: false };
  return {
    printBackground: true,
    preferCSSPageSize: false,
    pageSize: { width: SLIP_WIDTH_MM / MM_PER_INCH, height: slipHeightMm(job.html) / MM_PER_INCH },
    margins: {
      top: 0,
      bottom: 0,
      left: SLIP_MARGIN_MM / MM_PER_INCH,
      right: SLIP_MARGIN_MM / MM_PER_INCH,
    },
  };
}

/** The page says how long the paper is: `<meta name="paper-height-mm" content="180">`. */
export function slipHeightMm(html: string): number {
  const said = /<meta name="paper-height-mm" content="(\d{2,4})">/.exec(html)?.[1];
  return said === undefined ? 200 : Number(said);
}

let kept: Session | null = null;
/** The page in the press: the desk sends one after the other. An address that held it could be 2 MB at most. */
let html = '';

function paperSession(): Session {
  if (kept) return kept;
  kept = session.fromPartition('paper', { cache: false });
  kept.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  kept.setPermissionCheckHandler(() => false);
  kept.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !url.startsWith('data:') && !url.startsWith(`${SCHEME}:`) }),
  );
  kept.protocol.registerBufferProtocol(SCHEME, (_request, answer) =>
    answer({ mimeType: 'text/html', charset: 'utf-8', data: Buffer.from(html, 'utf8') }),
  );
  return kept;
}

async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`the page was not drawn within ${ms / 1_000} s`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

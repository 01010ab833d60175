import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { protocol, type ProtocolResponse, type Session } from 'electron';
import { contentSecurityPolicy, fileOf, WORKER_SECURITY_POLICY } from './window-files.ts';

const PAGE = 'text/html';
const SCRIPT = 'text/javascript';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': PAGE,
  '.js': SCRIPT,
  '.mjs': SCRIPT,
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: false } },
  ]);
}

/**
 * Serves the packaged window files and nothing else; a path that leaves the folder is not found.
 *
 * The newer `protocol.handle` reads a whole HTTP client for its Request and Response before the first page can come:
 * 45 ms of the start. These files are small, ours and on this disk: reading one is shorter than waiting for a thread.
 */
export function serveWindowFiles(session: Session, folder: string): void {
  session.protocol.registerBufferProtocol('app', (request, answer) => answer(served(request.url, folder)));
}

function served(address: string, folder: string): ProtocolResponse {
  const file = fileOf(address, folder);
  const mimeType = file === null ? undefined : MEDIA_TYPES[path.extname(file)];
  const bytes = file === null || mimeType === undefined ? null : bytesOf(file);
  if (mimeType === undefined || bytes === null)
    return { statusCode: 404, mimeType: 'text/plain', data: Buffer.from('not found') };
  const headers = { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' };
  if (mimeType === SCRIPT) {
    const ruled = { ...headers, 'content-security-policy': WORKER_SECURITY_POLICY };
    return { mimeType, charset: 'utf-8', headers: ruled, data: bytes };
  }
  if (mimeType !== PAGE) return { mimeType, charset: 'utf-8', headers, data: bytes };
  const nonce = randomBytes(16).toString('base64');
  return {
    mimeType,
    charset: 'utf-8',
    headers: { ...headers, 'content-security-policy': contentSecurityPolicy(nonce) },
    data: Buffer.from(bytes.toString('utf8').replaceAll('__NONCE__', nonce)),
  };
}

/** Null when there is no such file. */
function bytesOf(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && (thrown.code === 'ENOENT' || thrown.code === 'EISDIR'))
      return null;
    throw thrown;
  }
}

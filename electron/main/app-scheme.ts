import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol, type Session } from 'electron';

export const ORIGIN = 'app://desk';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
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
 * The policy of the desk window. Styles made at run time carry this start's nonce; nothing else runs.
 *
 * @source safety.md 3.8
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

/** Serves the packaged window files and nothing else; a path that leaves the folder is not found. */
export function serveWindowFiles(session: Session, folder: string): void {
  session.protocol.handle('app', async (request) => {
    const file = fileOf(request.url, folder);
    const type = file === null ? undefined : MEDIA_TYPES[path.extname(file)];
    if (file === null || type === undefined) return notFound();
    try {
      const bytes = await readFile(file);
      if (!file.endsWith('.html')) return new Response(new Uint8Array(bytes), { headers: headers(type) });
      const nonce = randomBytes(16).toString('base64');
      return new Response(bytes.toString('utf8').replaceAll('__NONCE__', nonce), {
        headers: { ...headers(type), 'content-security-policy': contentSecurityPolicy(nonce) },
      });
    } catch (thrown) {
      if (
        thrown instanceof Error &&
        'code' in thrown &&
        (thrown.code === 'ENOENT' || thrown.code === 'EISDIR')
      )
        return notFound();
      throw thrown;
    }
  });
}

/** The file an address names, or null when it is not one of ours. */
export function fileOf(address: string, folder: string): string | null {
  const url = new URL(address);
  if (url.protocol !== 'app:' || url.host !== 'desk') return null;
  const wanted = decodeURIComponent(url.pathname === '/' ? '/index.html' : url.pathname);
  if (wanted.includes('\0') || wanted.includes('\\')) return null;
  const file = path.normalize(path.join(folder, wanted));
  return file.startsWith(folder + path.sep) ? file : null;
}

function headers(type: string): Record<string, string> {
  return { 'content-type': type, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' };
}

function notFound(): Response {
  return new Response('not found', { status: 404 });
}

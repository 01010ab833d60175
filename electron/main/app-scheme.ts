import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol, type Session } from 'electron';
import { contentSecurityPolicy, fileOf } from './window-files.ts';

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

function headers(type: string): Record<string, string> {
  return { 'content-type': type, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' };
}

function notFound(): Response {
  return new Response('not found', { status: 404 });
}

import path from 'node:path';

export const ORIGIN = 'app://desk';

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

/** The policy of a script that runs as a worker: it does not take the one of its window over. */
export const WORKER_SECURITY_POLICY = "default-src 'none'; script-src 'self'; connect-src 'none'";

/** The file an address names, or null when it is not one of ours. */
export function fileOf(address: string, folder: string): string | null {
  const url = new URL(address);
  if (url.protocol !== 'app:' || url.host !== 'desk') return null;
  const wanted = decodeURIComponent(url.pathname === '/' ? '/index.html' : url.pathname);
  if (wanted.includes('\0') || wanted.includes('\\')) return null;
  const file = path.normalize(path.join(folder, wanted));
  return file.startsWith(folder + path.sep) ? file : null;
}

import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, fileOf, WORKER_SECURITY_POLICY } from '#main/window-files.ts';

const folder = path.resolve('/opt/yichuang/renderer');

describe('the files a window may read', () => {
  it('are those of its own folder', () => {
    expect(fileOf('app://desk/index.html', folder)).toBe(path.join(folder, 'index.html'));
    expect(fileOf('app://desk/', folder)).toBe(path.join(folder, 'index.html'));
    expect(fileOf('app://desk/assets/a.js?x=1#desk', folder)).toBe(path.join(folder, 'assets/a.js'));
  });

  it.each([
    'app://desk/..%2f..%2fetc/passwd',
    'app://desk/%2e%2e%2f..%2f..%2fetc/shadow',
    'app://desk/..%5c..%5cwindows',
    'app://desk/a%00.html',
    'app://other/index.html',
    'file:///etc/passwd',
    'https://desk/index.html',
  ])('are not reached by %s', (address) => {
    expect(fileOf(address, folder)).toBeNull();
  });

  it('come with a policy that lets nothing else in', () => {
    const policy = contentSecurityPolicy('abc');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("style-src 'self' 'nonce-abc'");
    expect(policy).not.toMatch(/unsafe/);
    expect(policy).not.toMatch(/https?:/);
  });

  it('lets a script that runs as a worker load its own decoders and nothing else', () => {
    expect(WORKER_SECURITY_POLICY).toBe("default-src 'none'; script-src 'self'; connect-src 'none'");
  });
});

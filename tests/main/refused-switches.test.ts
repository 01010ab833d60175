import { describe, expect, it } from 'vitest';
import { refusedStart } from '#main/refused-switches.ts';

const start = (
  switches: readonly string[],
  variables: Record<string, string> = {},
  strict = true,
): string | null => refusedStart({ hasSwitch: (name) => switches.includes(name), variables, strict });

describe('refused switches', () => {
  it('lets an ordinary start through', () => {
    expect(start(['disable-gpu'], { LANG: 'zh_CN.UTF-8' })).toBeNull();
  });

  it.each(['remote-debugging-port', 'inspect', 'js-flags', 'proxy-server', 'no-sandbox', 'load-extension'])(
    'refuses --%s in the shell that ships',
    (name) => {
      expect(start([name])).toBe(`--${name}`);
    },
  );

  it.each([
    'NODE_OPTIONS',
    'NODE_EXTRA_CA_CERTS',
    'SSLKEYLOGFILE',
    'ELECTRON_RUN_AS_NODE',
    'ELECTRON_ENABLE_LOGGING',
  ])('refuses %s in the environment', (name) => {
    expect(start([], { [name]: '1' })).toBe(name);
  });

  it('allows tests the few they need, and no other', () => {
    expect(start(['no-sandbox', 'remote-debugging-port', 'inspect'], {}, false)).toBeNull();
    expect(start(['disable-web-security'], {}, false)).toBe('--disable-web-security');
    expect(start([], { NODE_OPTIONS: '--require=x' }, false)).toBe('NODE_OPTIONS');
  });
});

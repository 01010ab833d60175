/**
 * Switches that would open the window to somebody else: debugging, injected code, another network.
 * The shell leaves at its first line when it finds one.
 *
 * @source safety.md 3.1
 */
const SWITCHES = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'js-flags',
  'disable-web-security',
  'ignore-certificate-errors',
  'host-rules',
  'host-resolver-rules',
  'load-extension',
  'proxy-server',
  'user-data-dir',
  'no-sandbox',
  'disable-gpu-sandbox',
  'log-net-log',
] as const;

/** Playwright drives the window through these, and root needs the last one. Only the test shell allows them. */
const ALLOWED_IN_TESTS: ReadonlySet<string> = new Set([
  'remote-debugging-port',
  'remote-debugging-pipe',
  'inspect',
  'no-sandbox',
]);

const VARIABLES = ['NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS', 'SSLKEYLOGFILE'] as const;
const ALLOWED_ELECTRON_VARIABLES: ReadonlySet<string> = new Set([
  'ELECTRON_OVERRIDE_DIST_PATH',
  'ELECTRON_NO_ATTACH_CONSOLE',
]);

/** The first switch or variable that must not be there, or null. */
export function refusedStart(start: {
  readonly hasSwitch: (name: string) => boolean;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly strict: boolean;
}): string | null {
  const found = SWITCHES.find(
    (name) => start.hasSwitch(name) && (start.strict || !ALLOWED_IN_TESTS.has(name)),
  );
  if (found) return `--${found}`;
  const plain = VARIABLES.find((name) => start.variables[name]);
  if (plain) return plain;
  const electron = Object.keys(start.variables).find(
    (name) => name.startsWith('ELECTRON_') && (start.strict || !ALLOWED_ELECTRON_VARIABLES.has(name)),
  );
  return electron ?? null;
}

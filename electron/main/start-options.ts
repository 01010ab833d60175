import path from 'node:path';

/** How the shell was started. */
export interface StartOptions {
  readonly home: string;
  readonly site: string | null;
  /** Saves a picture of the window here once it is usable; practice on a virtual display. */
  readonly shot: string | null;
  readonly display: boolean;
}

/** Reads `--home DIR --site FILE [--shot FILE] [--no-display]`; what it does not know belongs to Electron. */
export function startOptions(argv: readonly string[], defaultHome: string): StartOptions {
  const after = (flag: string): string | null => {
    const at = argv.indexOf(flag);
    const value = at === -1 ? undefined : argv[at + 1];
    return value === undefined ? null : path.resolve(value);
  };
  return {
    home: after('--home') ?? defaultHome,
    site: after('--site'),
    shot: after('--shot'),
    display: !argv.includes('--no-display'),
  };
}

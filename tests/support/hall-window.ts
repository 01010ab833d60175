import { cpSync, linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where one window of the harness keeps its files. */
export interface HallWindow {
  readonly home: string;
  readonly site: string;
}

/** A window of a made-up hall, with room for nine thousand receipt numbers. */
export function hallWindow(folder: string, window: number, provinceUrl: string | null): HallWindow {
  const home = join(folder, `window-${window}`);
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const site = join(folder, `site-${window}.json`);
  writeFileSync(site, JSON.stringify(siteOf(folder, window, provinceUrl)));
  return { home, site };
}

/** The same with a technician who keeps the catalogue. */
export function keeperWindow(
  folder: string,
  window: number,
  settings: Readonly<Record<string, unknown>> = {},
  provinceUrl: string | null = null,
): HallWindow {
  const made = hallWindow(folder, window, provinceUrl);
  const keeper = {
    number: '0009',
    name: '沈越',
    roles: ['technician', 'clerk'],
    initialPassword: 'yichuang-demo',
  };
  const site = siteOf(folder, window, provinceUrl);
  writeFileSync(made.site, JSON.stringify({ ...site, ...settings, people: [...site.people, keeper] }));
  return made;
}

/** A second window with the same files, to do something to. Its desk must have ended. */
export function copyOfWindow(
  { home, site }: HallWindow,
  folder: string,
  name: string,
): HallWindow & { readonly remove: () => void } {
  const copy = join(folder, name);
  const isBallast = (file: string): boolean => file.endsWith('.ballast');
  cpSync(home, copy, { recursive: true, filter: (file) => !isBallast(file) });
  // Sixteen megabytes that nobody changes: one file with two names.
  linkSync(join(home, 'desk.db.ballast'), join(copy, 'desk.db.ballast'));
  return { home: copy, site, remove: () => rmSync(copy, { recursive: true, force: true }) };
}

function siteOf(folder: string, window: number, url: string | null) {
  return {
    site: '990101',
    hallName: '示范县政务服务中心',
    hallNameEn: 'Shifan County Service Hall',
    window,
    queues: [{ code: 'A', nameZh: '综合', nameEn: 'General' }],
    served: ['A'],
    devices: {},
    hall: {},
    province: { url, account: `990101-${window}`, secret: 'practice-secret' },
    numbers: { from: 1, to: 9_999 },
    people: [{ number: '0317', name: '周敏', roles: ['clerk'], initialPassword: 'yichuang-demo' }],
    // A practice hall: the first password may stay. Nobody listens at this socket.
    practice: { control: join(folder, 'nobody.sock') },
  };
}

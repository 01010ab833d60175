import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** A port that is there now, as a technician would name it. */
export interface ListedPort {
  readonly path: string;
  readonly maker: string | null;
}

export interface PortListing {
  /** Asks the system with all it knows; may hang and may fail where udev is missing. */
  readonly ask: () => Promise<readonly ListedPort[]>;
  /** Where ports appear as files. */
  readonly folders: readonly string[];
  /** Milliseconds the system has to answer. */
  readonly withinMs: number;
}

const PORT_FILE = /^tty(S|USB|ACM|AMA)[0-9]+$/;

const OF_THIS_SYSTEM: PortListing = {
  ask: async () => {
    const { SerialPort } = await import('serialport');
    const ports = await SerialPort.list();
    return ports.map(({ path, manufacturer }) => ({ path, maker: manufacturer ?? null }));
  },
  folders: ['/dev/serial/by-id', '/dev'],
  withinMs: 2_000,
};

/**
 * Lists the serial ports of this computer. Where the system has no answer in time, or no udev to give one,
 * the port files themselves are listed.
 *
 * @source stack.md 5, gotcha 3; safety.md 6: list with a deadline, in the desk, never in the shell
 */
export async function listPorts(listing: PortListing = OF_THIS_SYSTEM): Promise<readonly ListedPort[]> {
  const asked = await askInTime(listing);
  return asked ?? (await portFiles(listing.folders));
}

function askInTime({ ask, withinMs }: PortListing): Promise<readonly ListedPort[] | null> {
  return new Promise((answered) => {
    const tooLate = setTimeout(() => answered(null), withinMs);
    ask()
      // Null is an answer here: it means that the files are looked at instead.
      .catch(() => null)
      .then((ports) => {
        clearTimeout(tooLate);
        answered(ports);
        return ports;
      })
      .catch(() => answered(null));
  });
}

async function portFiles(folders: readonly string[]): Promise<readonly ListedPort[]> {
  const found: ListedPort[] = [];
  for (const folder of folders) {
    const names = await readdir(folder).catch(() => []);
    const byId = folder.endsWith('by-id');
    for (const name of names.toSorted((a, b) => a.localeCompare(b))) {
      if (byId || PORT_FILE.test(name)) found.push({ path: join(folder, name), maker: null });
    }
  }
  return found;
}

// npm starts a shell, the shell starts the program, and a signal to npm ends only the shell: what it started would
// go on alone, holding its port and its files.
import fs from 'node:fs';

const LOOK_EVERY_MS = 250;
const SHELLS = new Set(['sh', 'dash', 'bash', 'ash', 'zsh']);

/**
 * Calls `act` once when the npm that started this program is gone, killed or ended. Without npm it never does.
 *
 * @param {() => void} act
 */
export function whenLeftAlone(act) {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const started = elders();
  const looking = setInterval(() => {
    if (elders() === started) return;
    clearInterval(looking);
    act();
  }, LOOK_EVERY_MS);
  looking.unref();
}

/** The parent, and npm above it when the parent is only the shell between. */
function elders() {
  const parent = process.ppid;
  const { name, above } = aboveOf(parent);
  return SHELLS.has(name) ? `${parent} ${above}` : `${parent}`;
}

/** @param {number} pid */
function aboveOf(pid) {
  try {
    const [, name = '', above = ''] =
      /^\d+ \((.*)\) \S (\d+) /s.exec(fs.readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return { name, above };
  } catch {
    return { name: '', above: '' };
  }
}

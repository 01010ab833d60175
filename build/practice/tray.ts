import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openControl } from './control.ts';
import { practiceSite } from './practice-site.ts';
import { StandIn } from './stand-in.ts';
import { cardsOf, codesOf } from './things.ts';

/**
 * The practice tray: starts the stand-ins as their own processes, writes the practice site, and offers
 * the control line over a local socket. Ends, with everything it started, when its input ends.
 *
 *   node build/practice/tray.ts --home DIR        prints `site FILE` when everything is there
 */
const { values } = parseArgs({ options: { home: { type: 'string' } } });
if (values.home === undefined) throw new Error('--home DIR is missing');
const home = path.resolve(values.home);
fs.mkdirSync(home, { recursive: true, mode: 0o700 });

const ports = { reader: path.join(home, 'card-reader'), scanner: path.join(home, 'scanner') };
const reader = new StandIn(
  'tests/stand-ins/devices/device.ts',
  ['id-card-reader', '--port', ports.reader],
  /^ready/m,
);
const scanner = new StandIn(
  'tests/stand-ins/devices/device.ts',
  ['scanner', '--port', ports.scanner],
  /^ready/m,
);
const province = new StandIn(
  'tests/stand-ins/province/server.ts',
  ['--port', '0', '--state', path.join(home, 'province')],
  /listening on http:\/\/127\.0\.0\.1:(\d+)/,
);

await Promise.all([reader.start(), scanner.start()]);
const port = (await province.start())[1] ?? '';
province.fixPort(port);

const control = path.join(home, 'tray.sock');
const site = path.join(home, 'practice-site.json');
fs.writeFileSync(
  site,
  JSON.stringify(practiceSite({ ports, province: `http://127.0.0.1:${port}`, control }), null, 2),
);

const tray = await openControl(control, { reader, scanner, province, cards: cardsOf(), codes: codesOf() });
process.stdout.write(`site ${site}\n`);

async function end(): Promise<void> {
  await tray.close();
  await Promise.all([reader.stop(), scanner.stop(), province.stop()]);
  process.exit(0);
}
process.stdin.resume();
process.stdin.once('end', () => void end());
process.once('SIGTERM', () => void end());
process.once('SIGINT', () => void end());

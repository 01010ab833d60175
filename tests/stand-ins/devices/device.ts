// A stand-in device on a pseudo-terminal, driven by lines on stdin:
//   npm run device -- id-card-reader --port PATH [--card FILE] [--baud 115200] [--chunk 64]
//   npm run device -- scanner --port PATH [--baud 9600] [--chunk 16]
import { type ChildProcess, fork } from 'node:child_process';
import { fstatSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

const HELP = `npm run device -- id-card-reader --port PATH [--card FILE] [--baud 115200] [--chunk 64]
npm run device -- scanner --port PATH [--baud 9600] [--chunk 16]

Lines on stdin, for every device:   unplug · plug · stop-reading · quit
  id-card-reader   place FILE · lift · swap FILE · sam 05.01-20190315-0001234567-4000000001
                   mute · unmute · slow MS · status 60 · damage next · damage N flip|cut|swap
                   answer 3001 41 [TIMES] · no-repeat · finds-again · noise BYTES
                   pull-after BYTES (the cable, in the middle of the next card)
  scanner          scan TEXT · show high-face|high-certificate|basic-certificate|basic-name|expired|unknown
                   scan-hex BYTES · terminator cr|lf|crlf|none · prefix ]Q1 · noise BYTES
FILE is a path or the name of a card in tests/stand-ins/devices/cards.`;

const DEFAULT_BAUD: Readonly<Record<string, string>> = { 'id-card-reader': '115200', scanner: '9600' };
/** As many bytes as a serial chip hands over at once; at 9600 baud more would look like the silence after a code. */
const DEFAULT_CHUNK: Readonly<Record<string, string>> = { 'id-card-reader': '64', scanner: '16' };
const LATER = ['printer', 'evaluator', 'caller-display'];

const { values, positionals } = asked();
const [kind = ''] = positionals;
if (values.help) leave(HELP, 0);
if (LATER.includes(kind)) leave(`The stand-in of ${kind} comes in a later version.`, 2);
const baud = values.baud ?? DEFAULT_BAUD[kind];
if (baud === undefined) leave(`No such device: ${kind}\n${HELP}`, 2);
const chunk = values.chunk ?? DEFAULT_CHUNK[kind] ?? '64';
const port = values.port ?? leave(`Where? --port PATH is missing.\n${HELP}`, 2);
if (!(Number(baud) > 0) || !(Number(chunk) > 0)) leave('--baud and --chunk are numbers above 0.', 2);

let host: ChildProcess | null = null;
/** The last thing put on the device: it still lies there after the cable was pulled and put back. */
let lying: string | null = values.card === undefined ? null : `place ${values.card}`;
let turn = plug();

createInterface({ input: process.stdin }).on('line', (told) => {
  turn = turn.then(() => obey(told.trim()));
});
process.stdin.on('end', () => {
  // A closed pipe means that whoever drove this device is gone; /dev/null never drove it.
  if (!fstatSync(0).isCharacterDevice()) turn = turn.then(quit);
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void quit());

async function obey(told: string): Promise<void> {
  if (told === '') return;
  if (told === 'quit') return quit();
  if (told === 'unplug') return unplug();
  if (told === 'plug') return plug();
  if (told.startsWith('place ')) lying = told;
  if (told === 'lift') lying = null;
  if (host) host.send(told);
  else console.log(`kept until plugged in: ${told}`);
}

async function plug(): Promise<void> {
  if (host) return;
  const started = fork(join(import.meta.dirname, 'pty-host.ts'), [kind, String(baud), chunk], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  host = started;
  started.once('exit', () => {
    if (host === started) turn = turn.then(unplug);
  });
  const path = await new Promise<string>((opened, failed) => {
    started.once('message', (message) => opened(typeof message === 'string' ? message : ''));
    started.once('exit', () => failed(new Error('the stand-in could not open a pseudo-terminal')));
  });
  // Into place in one step, so that nobody sees a half-made port.
  const beside = `${port}.${process.pid}`;
  symlinkSync(path, beside);
  renameSync(beside, port);
  console.log(`ready ${port}`);
  if (lying !== null) started.send(lying);
}

async function unplug(): Promise<void> {
  const pulled = host;
  host = null;
  rmSync(port, { force: true });
  if (pulled && pulled.exitCode === null) {
    const gone = new Promise<void>((done) => pulled.once('exit', () => done()));
    pulled.kill('SIGKILL');
    await gone;
  }
  console.log('unplugged');
}

async function quit(): Promise<void> {
  await unplug();
  process.exit(0);
}

function asked() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        port: { type: 'string' },
        card: { type: 'string' },
        baud: { type: 'string' },
        chunk: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (thrown) {
    return leave(`${thrown instanceof Error ? thrown.message : 'wrong use'}\n${HELP}`, 2);
  }
}

function leave(sentence: string, code: number): never {
  console.log(sentence);
  process.exit(code);
}

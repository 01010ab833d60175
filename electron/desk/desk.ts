import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { randomBytes } from 'node:crypto';
import { readInOwnProcess, readPackageFromInput } from './catalogue/reading-apart.ts';
import { compose, type RunningDesk } from './compose.ts';
import { traceOf, openLog } from './log.ts';
import { answerLines, channelOfProcess, lineMouth } from './port.ts';
import { contractDocument, siteDocument } from './printing-contract.ts';
import { proveFromInput, proveInOwnProcess } from './proving.ts';
import { restoreFromLine } from './restoring.ts';
import { keyOfHome } from './settings/desk-key.ts';
import { loadSite } from './settings/load-site.ts';
import { type Channel, shellChannel } from './shell-channel.ts';
import { refusalToStart, type RefusedStart } from './starting.ts';

const EXIT = { ok: 0, wrongUse: 64, crash: 70, refused: 78 } as const;

const HELP = `Yichuang desk: the process behind one service window.

  desk --home DIR [--site FILE] --stdio    one JSON question per line in, one answer per line out
  desk --home DIR --restore BACKUP [--yes] puts a backup in the place of the case file
  desk --contract                          every call and event as JSON Schema
  desk --site-schema                       the JSON Schema of site.json
  desk --help                              this text

Without --site it uses DIR/site.json, or a made-up demo hall (staff 0317, 0001, 0009; password yichuang-demo).
The key is DIR/desk.key, made on the first start. The log is in DIR/logs.
BACKUP is a file, a name in DIR/backups, or newest. It is opened and proved first, what is newer than it is listed,
and only --yes leaves that behind; the present file is kept in DIR/backups. No desk may run on DIR meanwhile.
Started by the Yichuang window it takes all of this over the message channel instead.
Exit: 0 ended in order, 64 wrong use, 70 crashed (the log says where), 78 refused to start (the last line says why).`;

interface Begin {
  readonly home: string;
  readonly site: string | null;
  readonly keyHex: string | null;
}

interface Mouths {
  readonly tell: Parameters<typeof compose>[0]['tell'];
  readonly press: Parameters<typeof compose>[0]['press'];
  readonly showCitizenScreen: Parameters<typeof compose>[0]['showCitizenScreen'];
  readonly copyText: Parameters<typeof compose>[0]['copyText'];
}

async function main(): Promise<void> {
  const values = asked();
  if (!values) return end(EXIT.wrongUse);
  if (values.help) return console.log(HELP);
  if (values.contract) return console.log(JSON.stringify(contractDocument(), null, 2));
  if (values['site-schema']) return console.log(JSON.stringify(siteDocument(), null, 2));
  if (values['read-package']) {
    await readPackageFromInput();
    return end(EXIT.ok);
  }
  if (values.prove !== undefined) return end(await proveFromInput(values.prove));

  process.umask(0o077);
  if (values.restore !== undefined && values.home !== undefined) {
    const wish = { home: values.home, backup: values.restore, yes: values.yes };
    return end((await restoreFromLine(wish, (line) => console.log(line))) ? EXIT.ok : EXIT.refused);
  }
  const channel = channelOfProcess();
  if (values.stdio && values.home !== undefined) {
    await serveLines({ home: values.home, site: values.site ?? null, keyHex: null });
  } else if (channel && !values.stdio) {
    await serveShell(channel);
  } else {
    console.error(HELP);
    end(EXIT.wrongUse);
  }
}

/** What the command line wants; null after saying what was wrong with it. */
function asked() {
  try {
    return parseArgs({
      options: {
        home: { type: 'string' },
        site: { type: 'string' },
        stdio: { type: 'boolean', default: false },
        contract: { type: 'boolean', default: false },
        'site-schema': { type: 'boolean', default: false },
        prove: { type: 'string' },
        'read-package': { type: 'boolean', default: false },
        restore: { type: 'string' },
        yes: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (thrown) {
    console.error(`${thrown instanceof Error ? thrown.message : 'wrong use'}\n\n${HELP}`);
    return null;
  }
}

async function serveLines(begin: Begin): Promise<void> {
  process.stdout.on('error', () => end(EXIT.ok));
  const desk = await begun(
    begin,
    { tell: lineMouth(process.stdout), press: null, showCitizenScreen: null, copyText: null },
    ({ message }) => console.error(message),
  );
  const seat = `stdio-${randomBytes(4).toString('hex')}`;
  const stopped = Promise.withResolvers<void>();
  onSignals(() => stopped.resolve());
  await Promise.race([
    answerLines(process.stdin, process.stdout, (raw) => desk.ask(raw, seat)),
    stopped.promise,
  ]);
  await desk.stop();
  end(EXIT.ok);
}

async function serveShell(channel: Channel): Promise<void> {
  const shell = shellChannel(channel, () =>
    console.error('the shell said something this desk does not know'),
  );
  const begin = await Promise.race([shell.started, shell.over]);
  if (!begin) return end(EXIT.ok);
  const desk = await begun(
    begin,
    {
      tell: (told) => shell.say({ desk: 'told', window: null, told }),
      press: (job, html, paper) => shell.say({ desk: 'press', job, html, paper }),
      showCitizenScreen: () => shell.say({ desk: 'show', window: 'citizen' }),
      copyText: (text, forMs) => shell.say({ desk: 'copy', text, forMs }),
    },
    ({ code, message }) => {
      shell.say({ desk: 'refused-to-start', code, message });
      console.error(message);
    },
  );
  shell.serve(desk);
  shell.say({ desk: 'ready' });
  desk.begin();
  const stopped = Promise.withResolvers<void>();
  onSignals(() => stopped.resolve());
  await Promise.race([shell.over, stopped.promise]);
  await desk.stop();
  shell.say({ desk: 'stopped' });
  end(EXIT.ok);
}

/** Builds the desk, or says in one sentence why not and ends. */
async function begun(
  { home, site, keyHex }: Begin,
  mouths: Mouths,
  refused: (why: RefusedStart) => void,
): Promise<RunningDesk> {
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    const { log, close } = openLog(join(home, 'logs'));
    const crash = (thrown: unknown): void => {
      log('error', 'crash', traceOf(thrown));
      void close().finally(() => end(EXIT.crash));
    };
    process.on('uncaughtException', crash);
    process.on('unhandledRejection', crash);
    return await compose({
      home,
      site: loadSite(home, site),
      keyHex: keyHex ?? keyOfHome(home),
      log,
      closeLog: close,
      prove: proveInOwnProcess,
      readPackage: readInOwnProcess,
      leave: () => end(EXIT.crash),
      ...mouths,
    });
  } catch (thrown) {
    const why = refusalToStart(thrown);
    if (!why) throw thrown;
    refused(why);
    return end(EXIT.refused);
  }
}

function onSignals(stop: () => void): void {
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

function end(code: number): never {
  process.exit(code);
}

await main();

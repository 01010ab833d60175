import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { offerOf } from './catalogue-offer.ts';
import { readDescription } from './description.ts';
import { Faults } from './faults.ts';
import { parseJson } from './json.ts';
import { Ledger } from './ledger.ts';
import { platformServer } from './platform-server.ts';

/** The sandbox province: `--port N [--state DIR] [--faults FILE] [--description FILE] [--catalogue FILE] [--help]`. */
const HELP = `A sandbox of the provincial platform.

  --port N            0 picks a free one
  --state DIR         keeps what it accepted there; without it a restart forgets
  --faults FILE       JSON, as for PUT /_faults
  --description FILE  the OpenAPI file it keeps to
  --catalogue FILE    the package it offers, signed by its own key unless it is signed; read again when it was changed

  GET /_inspect/cases   what it holds          GET /_faults   what goes wrong
  GET /_inspect/keys    how often a key came   PUT /_faults   change it
  GET /_inspect/queries what sources were asked
  GET /_inspect/catalogue its key for catalogueKeys, what it offers, what windows told about it`;

const { values } = orFail('', () =>
  parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      state: { type: 'string' },
      faults: { type: 'string' },
      description: { type: 'string' },
      catalogue: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  }),
);

if (values.help) {
  console.log(HELP);
  process.exit(0);
}

const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) fail(`--port takes a number from 0 to 65535`);

const besides = new URL('../../../electron/desk/platform/openapi.yaml', import.meta.url).pathname;
const demo = new URL('../../../electron/desk/catalogue/demo-catalogue.json', import.meta.url).pathname;
const faults = new Faults();
if (values.faults !== undefined) {
  const file = values.faults;
  const wrong = faults.set(orFail(`--faults ${file}: `, () => parseJson(readFileSync(file, 'utf8'))));
  if (wrong !== null) fail(`--faults ${file}: ${wrong}`);
}
const ledger = orFail(`--state ${values.state}: `, () => new Ledger(values.state ?? null));
const description = orFail('--description: ', () => readDescription(values.description ?? besides));
const server = platformServer(
  {
    description,
    ledger,
    accounts: null,
    sessions: new Set(),
    catalogue: offerOf(values.catalogue ?? demo),
    firstCase: values.state === undefined ? (Math.floor(Date.now() / 100) % 864_000) * 10 + 1 : 1,
    nowMs: Date.now,
    isLenient: () => faults.isLenient,
  },
  faults,
);

server.on('error', (thrown) => fail(`cannot listen on port ${port}: ${thrown.message}`));
server.listen(port, '127.0.0.1', () => {
  const address = server.address();
  const at = typeof address === 'object' && address !== null ? address.port : port;
  console.log(`province listening on http://127.0.0.1:${at}`);
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    server.close();
    server.closeAllConnections();
    ledger.close();
    process.exit(0);
  });
}

/** What is wrong with the command line is one sentence, never a stack. */
function orFail<T>(about: string, act: () => T): T {
  try {
    return act();
  } catch (thrown) {
    return fail(`${about}${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

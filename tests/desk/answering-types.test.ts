import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = new URL('../..', import.meta.url).pathname;
const FOLDER = join(ROOT, 'node_modules', '.cache', 'snippets');
const COMPILER = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');

const HEAD = `
import { deskCalls } from '#contract/calls/desk.ts';
import { syncCalls } from '#contract/calls/sync.ts';
import { type Answers, no, onRead, onWrite, yes } from '#desk/answering.ts';
import { run } from '#native/sqlite/database.ts';
const view = onRead(syncCalls['sync.view'], (_, { parts }) => yes(parts.sync.view()));
`;

/** File → what stands in it, and the error that must name its mistake. */
const SNIPPETS: Readonly<Record<string, readonly [code: string, error: RegExp]>> = {
  'nothing-wrong': [
    `export const again = onWrite(syncCalls['sync.send-again'], ({ debtId }, { db, parts }) => {
       run(db, 'UPDATE outbox SET state = state WHERE id = @debtId', { debtId });
       return debtId === '' ? no('no-such-debt') : yes(parts.sync.view());
     });
     export const good: Pick<Answers<'sync'>, 'sync.view'> = { 'sync.view': view };`,
    /^$/,
  ],
  'write-in-a-read': [
    `export const bad = onRead(syncCalls['sync.view'], (_, { db, parts }) => {
       run(db, 'DELETE FROM outbox');
       return yes(parts.sync.view());
     });`,
    /TS2345.*'Reader'.*'Writer'/s,
  ],
  'unlisted-refusal': [
    `export const bad = onWrite(syncCalls['sync.send-again'], () => no('too-late'));`,
    /"too-late"/,
  ],
  'wrong-entry': [
    `export const bad: Pick<Answers<'desk'>, 'desk.site'> = { 'desk.site': view };
     export const site = deskCalls;`,
    /TS2322/,
  ],
  'missing-handler': [`export const bad: Answers<'sync'> = { 'sync.view': view };`, /TS2739|TS2741/],
  'read-entry-answered-as-a-write': [
    `export const bad = onWrite(syncCalls['sync.view'], (_, { parts }) => yes(parts.sync.view()));`,
    /"read".*"write"/s,
  ],
};

describe('mistakes that do not compile', () => {
  let errors: ReadonlyMap<string, string> = new Map();

  beforeAll(async () => {
    rmSync(FOLDER, { recursive: true, force: true });
    mkdirSync(FOLDER, { recursive: true });
    for (const [name, [code]] of Object.entries(SNIPPETS)) {
      writeFileSync(join(FOLDER, `${name}.ts`), HEAD + code);
    }
    writeFileSync(
      join(FOLDER, 'tsconfig.json'),
      JSON.stringify({
        extends: '../../../tsconfig.json',
        compilerOptions: {
          types: ['node'],
          typeRoots: ['../../@types'],
          rootDir: '../../..',
          composite: false,
          emitDeclarationOnly: false,
          noEmit: true,
          noUnusedLocals: false,
          paths: {
            '#contract/*': ['../../../electron/contract/*'],
            '#rules/*': ['../../../electron/rules/*'],
            '#desk/*': ['../../../electron/desk/*'],
            '#native/*': ['../../../native/*'],
          },
        },
        include: ['*.ts'],
        references: [],
      }),
    );
    errors = errorsByFile(await compiled());
  }, 60_000);

  afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

  it.each(Object.entries(SNIPPETS))('%s', (name, [, error]) => {
    expect(errors.get(name) ?? '').toMatch(error);
  });
});

function compiled(): Promise<string> {
  return new Promise((done) => {
    execFile(process.execPath, [COMPILER, '-p', FOLDER, '--pretty', 'false'], { cwd: ROOT }, (_, output) =>
      done(output),
    );
  });
}

/** Snippet → everything the compiler said about it. A line that starts with a blank goes with the one before. */
function errorsByFile(output: string): Map<string, string> {
  const found = new Map<string, string>();
  let name = '';
  for (const line of output.split('\n')) {
    name = /snippets\/([a-z-]+)\.ts\(/.exec(line)?.[1] ?? (line.startsWith(' ') ? name : '');
    if (name !== '') found.set(name, `${found.get(name) ?? ''}${line}\n`);
  }
  return found;
}

import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Folder → what it may import. Drawn in the README under "Arrows". */
const MAY_IMPORT: Readonly<Record<string, RegExp>> = {
  'electron/contract': /^zod$/,
  'electron/rules': /^electron\/contract\//,
  native: /^(electron\/contract\/|node:|better-sqlite3$|serialport$)/,
  'electron/desk':
    /^(electron\/(contract|rules)\/|native\/|node:|(zod|kysely|kysely\/migration|undici|openapi-fetch|pino|pinyin-pro|rotating-file-stream|bwip-js|bwip-js\/generic|uuidv7)$)/,
  'electron/preload': /^(electron\/contract\/|electron$)/,
  'electron/main': /^(electron\/contract\/|electron$|node:)/,
  renderer:
    /^(electron\/(contract|rules)\/|(zod|react|react-dom|react-dom\/client|react\/jsx-runtime|dayjs)$|zustand($|\/)|antd($|\/)|dayjs\/|pdfjs-dist\/)/,
  build:
    /^(node:|zod$|openapi-typescript$|yauzl$|@electron\/fuses$|electron-vite$|@vitejs\/plugin-react$|@playwright\/test$|better-sqlite3$|electron$)/,
  'tests/stand-ins': /^(node:|@lydell\/node-pty$|yaml$)/,
};

const files = globSync('{electron,native,renderer,build,tests/stand-ins}/**/*.{ts,tsx,mjs}', {
  exclude: (name) => name.includes('node_modules'),
}).map((path) => path.replaceAll('\\', '/'));

describe('arrows', () => {
  it.each(files)('%s imports only what its folder may', (path) => {
    expect(strays(path, readFileSync(path, 'utf8'))).toEqual([]);
  });

  it('finds an arrow that points the wrong way', () => {
    expect(strays('renderer/bad.ts', "import { open } from '#native/sqlite/open-database.ts';")).toEqual([
      'native/sqlite/open-database.ts',
    ]);
    expect(strays('electron/rules/bad.ts', "import fs from 'node:fs';")).toEqual(['node:fs']);
    expect(strays('electron/desk/bad.ts', "const shell = await import('electron');")).toEqual(['electron']);
  });

  it('inside the desk, nothing imports compose except the entry', () => {
    const importers = files.filter(
      (path) =>
        path.startsWith('electron/desk/') &&
        importsOf(path, readFileSync(path, 'utf8')).includes('electron/desk/compose.ts'),
    );
    expect(importers).toEqual(['electron/desk/desk.ts']);
  });
});

function strays(path: string, text: string): string[] {
  const home = Object.keys(MAY_IMPORT).find((folder) => path.startsWith(`${folder}/`)) ?? 'no known folder';
  const allowed = MAY_IMPORT[home] ?? /^$/;
  return importsOf(path, text).filter((target) => !target.startsWith(`${home}/`) && !allowed.test(target));
}

function importsOf(path: string, text: string): string[] {
  const found = text.matchAll(/\b(?:from|import)\s+'([^']+)'|\bimport\('([^']+)'\)/g);
  return Array.from(found, ([, still, lazy]) => whole(path, still ?? lazy ?? ''));
}

function whole(path: string, target: string): string {
  if (target.startsWith('.')) return posix.join(posix.dirname(path), target);
  return target.replace(/^#(native|renderer)\//, '$1/').replace(/^#/, 'electron/');
}

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const platform = new URL('../../electron/desk/platform/', import.meta.url);
const description = new URL('openapi.yaml', platform);
const sha256 = createHash('sha256').update(readFileSync(description)).digest('hex');

const types = astToString(await openapiTS(description, { immutable: true, alphabetize: true }));
const head = [
  '/* Made from openapi.yaml by build/openapi-types; never edited by hand. */',
  `/* openapi.yaml sha256 ${sha256} */`,
  '',
];
const made = new URL('openapi.d.ts', platform);
writeFileSync(made, `${head.join('\n')}\n${types}`);
const formatter = new URL('../../node_modules/oxfmt/bin/oxfmt', import.meta.url);
execFileSync(process.execPath, [fileURLToPath(formatter), fileURLToPath(made)]);
console.log(`openapi.d.ts made from openapi.yaml ${sha256.slice(0, 12)}`);

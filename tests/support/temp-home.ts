import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty folder that is gone when the test is over. */
export function tempHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'yichuang-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  return home;
}

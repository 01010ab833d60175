import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder where a technician lays packages, and where this desk lays what it exports. */
export interface PackageFolder {
  readonly path: string;
  readonly files: () => readonly {
    readonly name: string;
    readonly bytes: number;
    readonly signed: boolean;
  }[];
  /** The file and the signature beside it (`name.sig`); null when there is no such file. */
  readonly read: (name: string) => { readonly text: string; readonly signature: string | null } | null;
  /** The signature beside a file; null when there is none. */
  readonly signatureOf: (name: string) => string | null;
  readonly write: (name: string, text: string) => void;
}

export function openPackageFolder(path: string): PackageFolder {
  const names = (): string[] =>
    existsSync(path)
      ? readdirSync(path, { withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ name }) => name)
      : [];
  const signatureOf = (name: string): string | null => {
    const beside = join(path, `${name}.sig`);
    return existsSync(beside) ? readFileSync(beside, 'utf8') : null;
  };
  return {
    path,
    signatureOf,
    files: () => {
      const all = new Set(names());
      return [...all]
        .filter((name) => name.endsWith('.json') && name !== 'site.json')
        .toSorted()
        .map((name) => ({
          name,
          bytes: statSync(join(path, name)).size,
          signed: all.has(`${name}.sig`),
        }));
    },
    read: (name) => {
      if (!names().includes(name)) return null;
      return { text: readFileSync(join(path, name), 'utf8'), signature: signatureOf(name) };
    },
    write: (name, text) => {
      mkdirSync(path, { recursive: true });
      writeFileSync(join(path, name), text, { flush: true });
    },
  };
}

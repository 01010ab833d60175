import { DatabaseRefused } from '#native/sqlite/open-database.ts';
import { CatalogueRefused } from './catalogue/item-shelf.ts';
import { KeyRefused } from './settings/desk-key.ts';
import { SiteRefused } from './settings/load-site.ts';
import { BackupFailed } from './store/backup.ts';
import { NewerDatabase } from './store/migrate.ts';

/** Why a desk does not start: a word for the window, a sentence for a technician. */
export interface RefusedStart {
  readonly code: string;
  readonly message: string;
}

/** Tells what a person can put right from a crash; null for a crash. */
export function refusalToStart(thrown: unknown): RefusedStart | null {
  if (thrown instanceof DatabaseRefused) return { code: thrown.trouble, message: thrown.message };
  if (thrown instanceof NewerDatabase) return { code: 'newer', message: thrown.message };
  if (thrown instanceof SiteRefused) return { code: 'site', message: thrown.message };
  if (thrown instanceof KeyRefused) return { code: 'key', message: thrown.message };
  if (thrown instanceof CatalogueRefused) return { code: 'catalogue', message: thrown.message };
  if (thrown instanceof BackupFailed) return { code: 'backup', message: thrown.message };
  if (isFileTrouble(thrown)) {
    return {
      code: 'home',
      message: `The desk cannot use its folder (${thrown.code}). Check --home and its rights.`,
    };
  }
  return null;
}

function isFileTrouble(thrown: unknown): thrown is Error & { readonly code: string } {
  return (
    thrown instanceof Error &&
    'code' in thrown &&
    typeof thrown.code === 'string' &&
    /^(EACCES|EPERM|EROFS|ENOTDIR|ENOSPC|ENOENT|EEXIST|EISDIR)$/.test(thrown.code)
  );
}

import { sheetDecidingEn } from './sheet-deciding-en.ts';
import { sheetIdentityEn } from './sheet-identity-en.ts';
import { sheetIntakeEn } from './sheet-intake-en.ts';
import { sheetResultEn } from './sheet-result-en.ts';
import { sheetSyncEn } from './sheet-sync-en.ts';
import type { SheetWords } from './sheet-zh.ts';

/** The sheet in English. A missing sentence does not compile. */
export const sheetEn: SheetWords = {
  identity: sheetIdentityEn,
  intake: sheetIntakeEn,
  deciding: sheetDecidingEn,
  result: sheetResultEn,
  sync: sheetSyncEn,
};

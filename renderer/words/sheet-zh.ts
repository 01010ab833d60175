import { sheetDecidingZh } from './sheet-deciding-zh.ts';
import { sheetIdentityZh } from './sheet-identity-zh.ts';
import { sheetIntakeZh } from './sheet-intake-zh.ts';
import { sheetResultZh } from './sheet-result-zh.ts';
import { sheetSyncZh } from './sheet-sync-zh.ts';

/** Every sentence of the sheet: person, item, situation, papers, result, cases, sync. */
export const sheetZh = {
  identity: sheetIdentityZh,
  intake: sheetIntakeZh,
  deciding: sheetDecidingZh,
  result: sheetResultZh,
  sync: sheetSyncZh,
};

export type SheetWords = typeof sheetZh;

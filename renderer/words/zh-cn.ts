import { bundleZh } from './bundle-zh.ts';
import { catalogueZh } from './catalogue-zh.ts';
import { citizenZh } from './citizen-zh.ts';
import { crossingZh } from './crossing-zh.ts';
import { supervisionZh } from './supervision-zh.ts';
import { exceptionsZh } from './exceptions-zh.ts';
import { expertZh } from './expert-zh.ts';
import { datesZh } from './dates-zh.ts';
import { formZh } from './form-zh.ts';
import { frameZh } from './frame-zh.ts';
import { guidanceZh } from './guidance-zh.ts';
import { handOverZh } from './hand-over-zh.ts';
import { helpZh } from './help-zh.ts';
import { messagesZh } from './messages-zh.ts';
import { networkZh } from './network-zh.ts';
import { pagesZh } from './pages-zh.ts';
import { papersZh } from './papers-zh.ts';
import { peopleZh } from './people-zh.ts';
import { progressZh } from './progress-zh.ts';
import { refusalsZh } from './refusals-zh.ts';
import { savedZh } from './saved-zh.ts';
import { sheetZh } from './sheet-zh.ts';
import { toldZh } from './told-zh.ts';
import { queriesZh } from './queries-zh.ts';
import { tripsZh } from './trips-zh.ts';
import { sourcesZh } from './sources-zh.ts';

/** Every sentence in Chinese, one file per area. */
export const words = {
  language: languageIs('zh-CN'),
  dates: datesZh,
  frame: frameZh,
  saved: savedZh,
  sheet: sheetZh,
  form: formZh,
  handOver: handOverZh,
  bundle: bundleZh,
  help: helpZh,
  messages: messagesZh,
  pages: pagesZh,
  catalogue: catalogueZh,
  citizen: citizenZh,
  papers: papersZh,
  people: peopleZh,
  network: networkZh,
  progress: progressZh,
  told: toldZh,
  trips: tripsZh,
  queries: queriesZh,
  guidance: guidanceZh,
  sources: sourcesZh,
  crossing: crossingZh,
  supervision: supervisionZh,
  exceptions: exceptionsZh,
  expert: expertZh,
  refusals: refusalsZh,
};

function languageIs(language: 'zh-CN' | 'en'): 'zh-CN' | 'en' {
  return language;
}

import { bundleEn } from './bundle-en.ts';
import { catalogueEn } from './catalogue-en.ts';
import { citizenEn } from './citizen-en.ts';
import { crossingEn } from './crossing-en.ts';
import { supervisionEn } from './supervision-en.ts';
import { exceptionsEn } from './exceptions-en.ts';
import { expertEn } from './expert-en.ts';
import { datesEn } from './dates-en.ts';
import { formEn } from './form-en.ts';
import { frameEn } from './frame-en.ts';
import { guidanceEn } from './guidance-en.ts';
import { handOverEn } from './hand-over-en.ts';
import { helpEn } from './help-en.ts';
import { messagesEn } from './messages-en.ts';
import { networkEn } from './network-en.ts';
import { pagesEn } from './pages-en.ts';
import { papersEn } from './papers-en.ts';
import { peopleEn } from './people-en.ts';
import { progressEn } from './progress-en.ts';
import { refusalsEn } from './refusals-en.ts';
import { savedEn } from './saved-en.ts';
import { sheetEn } from './sheet-en.ts';
import { toldEn } from './told-en.ts';
import { queriesEn } from './queries-en.ts';
import { tripsEn } from './trips-en.ts';
import { sourcesEn } from './sources-en.ts';
import type { words as zhCn } from './zh-cn.ts';

/** Every sentence in English. A missing one does not compile. */
export const words: typeof zhCn = {
  language: 'en',
  dates: datesEn,
  frame: frameEn,
  saved: savedEn,
  sheet: sheetEn,
  form: formEn,
  handOver: handOverEn,
  bundle: bundleEn,
  help: helpEn,
  messages: messagesEn,
  pages: pagesEn,
  catalogue: catalogueEn,
  citizen: citizenEn,
  papers: papersEn,
  people: peopleEn,
  network: networkEn,
  progress: progressEn,
  told: toldEn,
  trips: tripsEn,
  queries: queriesEn,
  guidance: guidanceEn,
  sources: sourcesEn,
  crossing: crossingEn,
  supervision: supervisionEn,
  exceptions: exceptionsEn,
  expert: expertEn,
  refusals: refusalsEn,
};

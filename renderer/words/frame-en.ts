import { accessEn } from './access-en.ts';
import { queueEn } from './queue-en.ts';
import { dialogsEn } from './dialogs-en.ts';
import { statusEn } from './status-en.ts';
import { hallEn } from './hall-en.ts';
import type { FrameWords } from './frame-zh.ts';

export const frameEn: FrameWords = {
  ...accessEn,
  ...queueEn,
  ...dialogsEn,
  ...statusEn,
  ...hallEn,

  product: 'Yichuang',
  seal: '窗',
  practiceTag: 'Practice',
  windowNamed: (number, name) => `Window ${number} · ${name}`,
  windowBrief: (number) => `Window ${number}`,
  windowShort: (number) => `window ${number}`,
  windowWhole: (number) => `window ${number}`,
  mainMenu: 'Main menu',
  screens: {
    counter: 'Counter',
    cases: 'Cases',
    sync: 'Sync',
    catalogue: 'Catalogue',
    'hand-over': 'Hand-over',
    'one-number': 'One number',
    guidance: 'Guide',
  },
  needClerk: (count) => `${count} to handle`,
  findHint: 'Find',
  lock: 'Lock',
  signOut: 'Sign out',
  otherLanguage: '中',
  largeType: 'Large type',
  otherLanguageLong: 'Change to Chinese',
  regions: {
    queue: 'Queue',
    case: 'Case',
    person: 'Person and papers',
    today: 'Today',
    status: 'Status bar',
  },
  loading: 'Reading',
  loadingFor: (seconds) => `Reading, ${seconds} s`,
  close: 'Close',
  back: 'Back',
  confirm: 'Confirm',
  keyIsOff: (reason) => `Not now: ${reason}`,
  why: 'Why',
  noWhy: 'Nothing to explain here. Move with the arrows and press F1 again.',

  roles: { clerk: 'Clerk', manager: 'Floor manager', technician: 'Technician' },

  reasons: {
    'no-pages': 'No scanned pages yet. Press 2 to scan',
    'first-page': 'This is the first page',
    'last-page': 'This is the last page',
    'page-as-it-is': 'Decided pages, reused copies and PDFs are only looked at',
    'window-free': 'No ticket in hand. Press F2 to call the next.',
    'not-called': 'No ticket is being called.',
    'nothing-held': 'No ticket is held.',
    'other-screen': 'Go to the counter first, Alt Z.',
    'choose-first': 'Choose one first.',
    'fill-first': 'Fill in the above first.',
    'nobody-signs': 'The citizen is not here. Look at the consent on paper.',
    'no-target': 'No ticket in hand and none chosen in the list.',
    'desk-gone': 'The desk is starting again.',
    'this-month': 'This is the month we are in.',
    'nothing-here': 'No original lies here.',
    'receiver-first': 'First the receiver and the badge number.',
    busy: 'The last step is not done yet.',
  },
  reasonUnknown: 'This step is not possible now.',
  firstCatalogue: {
    reading: 'The catalogue is being read',
    loading: (written, items) => `The catalogue is being loaded: ${written} of ${items}`,
    loadingNote: 'Items can be chosen when it is there, without a restart. Calling and identities go on.',
    missing: 'There is no catalogue yet, no item can be chosen',
    missingNote: 'The one that came was refused. A technician sees why under Catalogue (Alt M).',
  },
};

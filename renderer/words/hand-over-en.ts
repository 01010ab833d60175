import type { handOverZh } from './hand-over-zh.ts';

export const handOverEn: typeof handOverZh = {
  title: 'Hand-over',
  here: 'Originals at this window',
  hereNote: 'Each original goes one way: into one hand-over list, or back to the citizen.',
  departments: 'Departments',
  none: 'No original lies here: all were handed over or given back.',
  overnight: (papers) => `${papers} lie here since an earlier day`,
  head: { number: 'Receipt', paper: 'Paper and item', count: 'Count', since: 'Taken in' },
  count: (originals, copies) => (copies > 0 ? `${originals} orig. · ${copies} copies` : `${originals} orig.`),
  goesBack: 'To citizen',
  today: 'today',
  marked: 'marked',
  keys: 'Space marks; no mark: all',
  make: (papers) => `List ${papers}`,
  giveBack: (papers) => `Give back ${papers}`,
  lists: 'Hand-over lists',
  noLists: 'No list yet.',
  waiting: 'not signed yet',
  listLine: (papers) => `papers: ${papers}`,
  taken: (by, badge) => `signed by ${by} (${badge})`,
  given: (clerk) => `given by ${clerk}`,
  print: 'Print again',
  takenBy: 'Received by',
  badge: 'Badge number',
  sign: 'Department signs',
  signNote: 'Count together. Mark what is not there with Space: it lies here again.',
  notFound: 'not there',
  cameBack: 'was not there: lies here again',
  beforeLeaving: (papers) =>
    `${papers} originals lie here: hand them over or give them back before you leave.`,
  status: (here, overnight) =>
    overnight > 0
      ? `${here} originals here, ${overnight} since an earlier day`
      : `${here} originals at this window`,
};

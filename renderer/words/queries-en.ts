import type { queriesZh } from './queries-zh.ts';

/** Queries: who asked which source about whom, for which case, on which ground, and whether it was answered. */
export const queriesEn: typeof queriesZh = {
  open: 'Queries',
  title: 'Licences and data that were asked for',
  note: 'Every query of this window is kept. Looking at this list is an audit entry as well.',
  label: 'Source, system, item, purpose, receipt or clerk number',
  do: 'Find',
  looking: 'Finding',
  days: { label: 'last', '1': '1 day', '7': '7 days', '30': '30 days', '366': '1 year' },
  outcomes: {
    label: 'Outcome',
    all: 'All',
    found: 'Found',
    'no-use': 'No use',
    away: 'No answer',
    wrong: 'Reported wrong',
  },
  lines: 'Queries',
  none: 'No such query in these days.',
  most: (shown, all) => `${all} in all, the newest ${shown} are listed; search more narrowly for the others`,
  count: (all) => `${all} in all`,
  licence: 'electronic licence',
  behind: (organ, system) => `${organ} · ${system}`,
  gives: (fields) => `gives ${fields}`,
  unlisted: 'not in the list any more',
  about: (name) => `about ${name}`,
  nobody: 'no applicant yet',
  instead: (paper) => `instead of “${paper}”`,
  enter: 'open the case',
};

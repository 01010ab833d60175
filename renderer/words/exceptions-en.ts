import type { exceptionsZh } from './exceptions-zh.ts';

/** What is off the net, who answers for it, and until when. */
export const exceptionsEn: typeof exceptionsZh = {
  open: 'Off the net',
  title: 'Off the net',
  note: 'Connected is the rule. Whatever is not has somebody who answers for it, and an end.',
  none: 'No exception: everything is connected.',
  kinds: { source: 'source not connected', item: 'not done online', system: 'typed twice' },
  standings: { missing: 'nobody answers', overdue: 'past its end', running: 'may still stand' },
  columns: { what: 'What is off the net', why: 'Why', owner: 'Who answers', until: 'Until' },
  missing: 'The technician writes it into exceptions in site.json',
  noDay: 'not set',
  leftOff: (count) => `${count} more are not listed`,
  settled: (about) => `Connected by now, to be taken out of site.json: ${about}`,
  offline: (today, month) => `Accepted offline: ${today} today, ${month} this month`,
  side: (open) => `${open}`,
  sideWrong: (missing, overdue) => `${missing} without an owner, ${overdue} past their end`,
  sideRight: 'All have an owner and time left',
};

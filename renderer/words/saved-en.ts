import type { savedZh } from './saved-zh.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const savedEn: typeof savedZh = {
  title: 'Papers spared',
  month: (year, month) => `${MONTHS[month - 1] ?? ''} ${year}`,
  before: 'Month before',
  next: 'Month after',
  total: (papers) => `Papers spared this month: ${papers}`,
  none: 'No paper was spared in this month yet.',
  cases: (cases) => `cases: ${cases}`,
  papersPerCase: (before, after) => `papers to a case ${before} → ${after}`,
  visitsPerCase: (before, after) => `visits ${before} → ${after}`,
  paper: 'Item and paper',
  by: 'Spared by',
  count: 'Count',
  ways: {
    situation: 'situation',
    card: 'ID card',
    licence: 'e-licence',
    'shared-data': 'shared data',
    reuse: 'earlier copy',
    commitment: 'commitment',
    duty: 'duty list',
  },
  ofCase: (papers) => `Papers spared: ${papers}`,
  way: (way, papers) => `${way} ${papers}`,
};

import type { supervisionZh } from './supervision-zh.ts';

/** What an act of a case leaves open for supervision. */
export const supervisionEn: typeof supervisionZh = {
  kinds: {
    'commitment-unchecked': 'commitment to be checked',
    'tolerance-unfinished': 'owed papers not here',
    'refused-before': 'refused before',
    'commitment-broken': 'commitment was not true',
    'identity-unconfirmed': 'card read without a line, not confirmed afterwards',
  },
  waits: {
    say: {
      'to-ask': 'The card was read without a line; the population register is asked when the line is back',
      unanswered:
        'The card was read without a line; the population register did not answer and is asked again',
      'not-connected':
        'The card was read without a line. Not asked: the population register is not connected',
    },
    mark: {
      'to-ask': 'ID to check',
      unanswered: 'ID to check',
      'not-connected': 'ID not asked',
    },
  },
  own: (what, when) => `Supervision, ${what}${when}`,
  other: (what, item, number, when) => `Supervision, ${what}: ${item} ${number}${when}`,
  since: (day) => ` (${day})`,
  by: (day) => ` (by ${day})`,
  late: (day) => ` (due ${day}, overdue)`,
  said: (say) => `: ${say}`,
};

/** Where a case stands for the platform, by the steps it holds of it. */
type Standing =
  | 'none'
  | 'received'
  | 'correcting'
  | 'accepted'
  | 'stopped'
  | 'granted'
  | 'decided'
  | 'ended'
  | 'filed';

const AFTER_ACCEPTANCE: readonly Standing[] = ['accepted', 'stopped', 'granted', 'decided', 'ended', 'filed'];

/** Step code → from which standing it may come, and where it leads; null: it changes nothing. */
const STEPS: Readonly<Record<string, { readonly from: readonly Standing[]; readonly to: Standing | null }>> =
  {
    '01': { from: ['none'], to: 'received' },
    '02': { from: ['received'], to: 'accepted' },
    '03': { from: ['received'], to: 'correcting' },
    '04': { from: ['received'], to: 'ended' },
    '05': { from: ['received'], to: 'ended' },
    '06': { from: ['received'], to: 'ended' },
    '07': { from: ['correcting'], to: 'received' },
    '08': { from: ['correcting', 'accepted', 'stopped'], to: 'ended' },
    '09': { from: ['received'], to: 'accepted' },
    '10': { from: ['received', 'accepted'], to: 'ended' },
    '11': { from: ['received', 'correcting', 'accepted', 'stopped'], to: 'ended' },
    '12': { from: ['accepted'], to: 'stopped' },
    '13': { from: ['stopped'], to: 'accepted' },
    '14': { from: ['accepted'], to: null },
    '15': { from: ['accepted', 'stopped'], to: null },
    '16': { from: ['accepted', 'stopped'], to: null },
    '17': { from: ['accepted'], to: 'granted' },
    '18': { from: ['accepted'], to: 'decided' },
    '19': { from: ['granted'], to: 'decided' },
    '20': { from: ['decided'], to: 'ended' },
    '21': { from: ['ended'], to: 'filed' },
    '22': { from: ['accepted', 'stopped'], to: 'ended' },
    '23': {
      from: ['received', 'correcting', 'accepted', 'stopped', 'granted', 'decided', 'ended'],
      to: null,
    },
    '24': { from: ['received'], to: null },
    '25': { from: ['received'], to: null },
    '26': { from: ['accepted'], to: null },
    // What supervision finds out later is told of a case that has ended, too.
    '27': { from: AFTER_ACCEPTANCE, to: null },
    '28': { from: AFTER_ACCEPTANCE, to: null },
    // A citizen may say what they think of any case that has a number.
    '29': {
      from: ['received', 'correcting', 'accepted', 'stopped', 'granted', 'decided', 'ended', 'filed'],
      to: null,
    },
  };

/** Whether a step may follow those held before it. The platform keeps its own table and trusts no window. */
export function mayFollow(held: readonly string[], next: string): boolean {
  let standing: Standing = 'none';
  for (const code of held) standing = STEPS[code]?.to ?? standing;
  return STEPS[next]?.from.includes(standing) ?? false;
}

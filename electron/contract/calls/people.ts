import { z } from 'zod';
import { call } from '../call.ts';
import { NETWORK_REFUSALS } from '../shapes/network-identity.ts';
import { LookPurpose, PersonPage, WhichPerson } from '../shapes/person-page.ts';

export const peopleCalls = {
  /**
   * Everything about one number on one page. Looked up under the keyed hash of the number; an audited act with its
   * purpose. `outside`, because whether the person waits in the hall is asked of the hall board, and whose
   * network certificate was shown, of the platform.
   */
  'people.page': call({
    kind: 'outside',
    role: 'case-worker',
    input: z.strictObject({ which: WhichPerson, purpose: LookPurpose }),
    output: PersonPage,
    refusals: [
      'no-such-visit',
      'no-such-case',
      'reading-gone',
      'empty',
      'no-certificate-number',
      'number-not-told',
      ...NETWORK_REFUSALS,
    ],
  }),
} as const;

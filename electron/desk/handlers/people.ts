import { peopleCalls } from '#contract/calls/people.ts';
import { searchKeysOf } from '#rules/identity/citizen-number.ts';
import { type Answers, no, onOutside, yes } from '../answering.ts';
import { numberShown } from '../people/number-shown.ts';
import { numberMeant } from '../people/which-number.ts';
import { pageOfPerson } from '../people/page-of-person.ts';
import { ticketsToday } from '../people/tickets-today.ts';

/** So much of a keyed hash tells one person from another in the audit, and nothing about either. */
const KEY_SHOWN = 16;

export const peopleAnswers: Answers<'people'> = {
  'people.page': onOutside(peopleCalls['people.page'], async ({ which, purpose }, bench) => {
    bench.about('person', purpose);
    const meant = which.by === 'network' ? await numberShown(bench, which.scanId) : numberMeant(which, bench);
    if (!meant.ok) return no(meant.refusal);
    const { number } = meant;
    const { personKey } = bench.parts;
    bench.about(`person ${personKey(number).slice(0, KEY_SHOWN)}`, purpose);
    const keys = searchKeysOf(number).map(personKey);
    const page = pageOfPerson(bench, { number, keys, purpose });
    return yes({ ...page, tickets: await ticketsToday(bench, keys) });
  }),
};

import type { PersonPage } from '#contract/shapes/person-page.ts';
import { dayWords } from '../../words/dates.ts';
import { inLanguage, type Words } from '../../words/words.ts';
import type { DueRow } from './due-list.tsx';

/** The lists of what is due, in the order in which a clerk can do something about them. */
export function dueLists(
  words: Words,
  page: PersonPage,
): { readonly title: string; readonly rows: DueRow[] }[] {
  const said = words.people.page;
  const day = (on: Parameters<typeof dayWords>[0]) => dayWords(on, words);
  return [
    {
      title: words.bundle.region,
      rows: page.bundles.map(({ bundle, state, steps, ...row }) => ({
        ...row,
        what: inLanguage(words, bundle.nameZh, bundle.nameEn),
        about: steps.map((step) => stepWords(words, step)),
        when: words.bundle.states[state],
        late: state === 'partly-refused',
      })),
    },
    {
      title: said.owed,
      rows: page.owed.map(({ what, sayZh, sayEn, dueOn, overdue, ...row }) => ({
        ...row,
        what: said[what](inLanguage(words, sayZh, sayEn)),
        when: dueOn === null ? said.noDay : overdue ? said.overdue(day(dueOn)) : said.until(day(dueOn)),
        late: overdue,
      })),
    },
    {
      title: said.flags,
      rows: page.flags.map((flag) => ({
        ...flag,
        what:
          words.supervision.kinds[flag.kind] + (flag.say === null ? '' : words.supervision.said(flag.say)),
        when:
          flag.dueOn === null
            ? said.since(day(flag.since))
            : flag.overdue
              ? said.overdue(day(flag.dueOn))
              : said.until(day(flag.dueOn)),
        late: flag.overdue,
      })),
    },
    {
      title: said.pickups,
      rows: page.pickups.map(({ resultName, granted, deliverBy, overdue, ...row }) => ({
        ...row,
        what: granted ? said.granted(resultName) : said.denied,
        when: deliverBy === null ? '' : said.handOverBy(day(deliverBy)),
        late: overdue,
      })),
    },
    {
      title: said.originals,
      rows: page.originals.map(({ paperName, originals, since, overnight, ...row }) => ({
        ...row,
        what: said.pieces(paperName, originals),
        when: overnight ? said.overnight(day(since)) : said.since(day(since)),
        late: overnight,
      })),
    },
    {
      title: said.copies,
      rows: page.copies.map(({ paperName, verifiedOn, ageDays, ...row }) => ({
        ...row,
        what: paperName,
        when: said.verifiedOn(day(verifiedOn), ageDays),
        late: false,
      })),
    },
    {
      title: said.evaluations,
      rows: page.evaluations.map(({ endedOn, askUntil, ...row }) => ({
        ...row,
        what: said.endedOn(day(endedOn)),
        when: said.askUntil(day(askUntil)),
        late: false,
      })),
    },
  ];
}

/** One step of an event: its item, and where it stands. */
function stepWords(words: Words, step: PersonPage['bundles'][number]['steps'][number]): string {
  const { bundle, sheet } = words;
  const { standing, waitsFor } = step;
  const stands =
    standing === 'waits' ? bundle.waitsBy(waitsFor.join(sheet.intake.listMark)) : bundle.standings[standing];
  return words.people.page.step(inLanguage(words, step.itemNameZh, step.itemNameEn), stands);
}

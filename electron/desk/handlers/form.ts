import { formCalls } from '#contract/calls/form.ts';
import { wordsOfAnswer } from '#rules/form/form-lines.ts';
import { type Answers, no, onOutside, onRead, onWrite, type WriteBench, yes } from '../answering.ts';
import { askCard, pickCard } from '../form/ask-card.ts';
import { saveValues, sayStillSo, takeEarlier, takePerson, undoLast } from '../form/change-values.ts';
import { formValues, formView } from '../form/form-view.ts';
import { formAt, type FormPlace, openForm } from '../form/open-form.ts';
import { renewedBetween } from '../form/renew-word.ts';
import { pickWord } from '../form/pick-word.ts';
import { showForm } from '../form/show-form.ts';
import { entryList, secondEntryOf } from '../form/second-entry.ts';
import type { WholeForm } from '../form/gather-form.ts';
import { askForForm } from '../queries/ask-for-form.ts';
import { signingNow } from '../store/signatures.ts';
import { beginSecondEntry, markEntered } from '../store/second-entries.ts';

/** A value lies on the clipboard for so long. */
const CLIPBOARD_MS = 60_000;

export const formAnswers: Answers<'form'> = {
  'form.look': onRead(formCalls['form.look'], (place, bench) => {
    const whole = formAt(bench, place);
    return whole ? yes(formView(bench, whole)) : no('no-such-case');
  }),

  'form.save': onWrite(formCalls['form.save'], ({ values, ...place }, bench) => {
    bench.about(place.caseId, values.map(({ meaning }) => meaning).join(' '));
    return changed(bench, place, (whole) => saveValues(bench, whole, values));
  }),

  'form.undo': onWrite(formCalls['form.undo'], (place, bench) => {
    bench.about(place.caseId);
    return changed(bench, place, (whole) => undoLast(bench, whole));
  }),

  'form.pick': onWrite(formCalls['form.pick'], ({ meaning, source, reason, ...place }, bench) => {
    bench.about(place.caseId, `${meaning} ${source}`);
    return changed(bench, place, (whole) => pickWord(bench, whole, { meaning, source, reason }));
  }),

  'form.take-person': onWrite(formCalls['form.take-person'], ({ person, role, ...place }, bench) => {
    bench.about(place.caseId, role);
    return changed(bench, place, (whole) => takePerson(bench, whole, person, role));
  }),

  'form.take-earlier': onWrite(formCalls['form.take-earlier'], ({ meanings, ...place }, bench) => {
    bench.about(place.caseId, 'earlier');
    return changed(bench, place, (whole) => takeEarlier(bench, whole, meanings));
  }),

  'form.still-so': onWrite(formCalls['form.still-so'], ({ meanings, ...place }, bench) => {
    bench.about(place.caseId, meanings.join(' '));
    return changed(bench, place, (whole) => sayStillSo(bench, whole, meanings));
  }),

  'form.ask-sources': onOutside(formCalls['form.ask-sources'], async (place, bench) => {
    bench.about(place.caseId, 'ask-sources');
    const open = openForm(bench, place);
    if (!open.ok) return no(open.refusal);
    const answers = await askForForm(bench, open.whole.caseIds);
    if (answers.length === 0) return no('no-source-to-ask');
    const after = openForm(bench, place);
    if (!after.ok) return no(after.refusal);
    const asked = {
      sources: answers.length,
      away: answers.filter((answer) => answer === 'away').length,
      renewed: renewedBetween(open.whole, after.whole),
    };
    return yes({ ...formValues(bench, after.whole), asked });
  }),

  'form.ask-card': onOutside(formCalls['form.ask-card'], async (place, bench) => {
    bench.about(place.caseId, 'ask-card');
    return askCard(bench, place);
  }),

  'form.stop-card': onOutside(
    formCalls['form.stop-card'],
    async (_input, { parts }) => {
      parts.cardWish.stop();
      return yes({});
    },
    'unjournalled',
  ),

  'form.pick-card': onWrite(formCalls['form.pick-card'], ({ role, field, word, reason, ...place }, bench) => {
    bench.about(place.caseId, `${role} ${field} ${word}`);
    return changed(bench, place, ({ visitId }) => {
      bench.afterwards(() => bench.parts.announce('visit.changed', { visitId }));
      return pickCard(bench, place, { role, field, word, reason });
    });
  }),

  'form.reveal-card': onWrite(
    formCalls['form.reveal-card'],
    ({ role, field, word, purpose, ...place }, bench) => {
      bench.about(`${place.caseId} ${role} ${field} ${word}`, purpose);
      const whole = formAt(bench, place);
      if (!whole) return no('no-such-case');
      const line = whole.cardLines.find((one) => one.role === role && one.field === field);
      return line ? yes({ value: line[word].value }) : no('empty');
    },
  ),

  'form.show-citizen': onWrite(formCalls['form.show-citizen'], (place, bench) => {
    bench.about(place.caseId, 'show-citizen');
    return changed(bench, place, (whole) => showForm(bench, whole));
  }),

  'form.reveal': onWrite(formCalls['form.reveal'], ({ meaning, source, purpose, ...place }, bench) => {
    bench.about(`${place.caseId} ${meaning}`, purpose);
    const whole = formAt(bench, place);
    if (!whole) return no('no-such-case');
    const words = whole.facts.get(meaning)?.words ?? [];
    const word = source === null ? words[0] : words.find((one) => one.source === source);
    return word ? yes({ value: word.value }) : no('empty');
  }),

  'form.entries': onRead(formCalls['form.entries'], ({ caseId }, bench) => {
    const found = secondEntryOf(bench, caseId);
    return found.ok ? yes(entryList(bench, found.value)) : found;
  }),

  'form.copy-entry': onOutside(formCalls['form.copy-entry'], async ({ caseId, meaning }, bench) => {
    bench.about(`${caseId} ${meaning}`, 'second-entry');
    const found = secondEntryOf(bench, caseId);
    if (!found.ok) return found;
    const line = found.value.values.find((one) => one.meaning === meaning);
    if (!line) return no('empty');
    const { copyText } = bench.parts;
    if (!copyText) return no('no-clipboard-here');
    const { record, system } = found.value;
    const made = { atMs: bench.nowMs, by: bench.asker.staff?.number ?? 'nobody' };
    bench.record((db) => {
      beginSecondEntry(db, { caseId, department: system.department, itemCode: record.item.code, ...made });
      markEntered(db, caseId, { meaning, ...made });
    });
    // An answer out of a list is copied as its words: nobody types an option's id.
    copyText(wordsOfAnswer(line.field, line.value).shownZh, CLIPBOARD_MS);
    return yes(entryList(bench, found.value));
  }),
};

/** Does one change and answers with the form as it is then. */
function changed<R extends string>(
  bench: WriteBench,
  place: FormPlace,
  change: (whole: WholeForm) => R | null,
) {
  const open = openForm(bench, place);
  if (!open.ok) return no(open.refusal);
  const barred = change(open.whole);
  if (barred) return no(barred);
  const after = openForm(bench, place);
  if (!after.ok) return no(after.refusal);
  const isBeingSigned = signingNow(bench.db) !== null;
  bench.afterwards(() => {
    bench.parts.announce('case.changed', { caseId: place.caseId });
    if (isBeingSigned) bench.parts.announce('citizen.changed', {});
  });
  return yes(formValues(bench, after.whole));
}

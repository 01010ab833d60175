import type { CaseView } from '#contract/shapes/case.ts';
import { isFinished } from '#rules/intake/come-back.ts';
import { dayWords } from '../../words/dates.ts';
import { inLanguage, type Words } from '../../words/words.ts';

/** What the clerk may say to the citizen about what just happened. */
export function sayAloud(words: Words, file: CaseView): string {
  const { tell } = words.sheet.result;
  const offline = file.acceptedOffline && file.sync !== 'done' ? ` ${tell.offline}` : '';
  const spared = file.trips.comeBack.length === 0 && !isFinished(file.state) ? tell.nobodyComesBack : '';
  return `${sentenceOf(words, file)}${spared}${offline}`;
}

/** What is special about this case goes before what is told at every case of its state. */
function sentenceOf(words: Words, file: CaseView): string {
  const { tell } = words.sheet.result;
  const { state } = file;
  const isAtOnce = state === 'accepted' || state === 'accepted-commitment';
  if (isAtOnce && file.item.promiseLimit.days === 0) return tell.acceptedToday;
  const { forward } = file.crossing;
  if (state === 'received' && forward?.arrivedOn === null) return tell.passedOn(forward.organ);
  if (state === 'awaiting-correction') return tell.correction(file.correction.length);
  const later = state === 'accepted-tolerant' ? tolerantWords(words, file) : null;
  return later ?? words.told[state](file.tellDay && dayWords(file.tellDay, words));
}

/** Null when every promised paper has come since. */
function tolerantWords(words: Words, file: CaseView): string | null {
  const { tell } = words.sheet.result;
  const later = file.materials.filter((material) => material.route === 'later');
  const names = later.map((material) => inLanguage(words, material.nameZh, material.nameEn));
  const [firstDay] = later.flatMap((material) => (material.dueOn ? [material.dueOn] : [])).toSorted();
  return firstDay ? tell.tolerant(names.join(words.sheet.intake.listMark), dayWords(firstDay, words)) : null;
}

import type { CaseView } from '#contract/shapes/case.ts';
import { dayWords } from '../../words/dates.ts';
import { inLanguage, type Words } from '../../words/words.ts';

/** What the clerk may say to the citizen about what just happened. */
export function sayAloud(words: Words, file: CaseView): string {
  const { tell } = words.sheet.result;
  const offline = file.acceptedOffline && file.sync !== 'done' ? ` ${tell.offline}` : '';
  return `${sentenceOf(words, file)}${offline}`;
}

function sentenceOf(words: Words, file: CaseView): string {
  const { tell } = words.sheet.result;
  const due = file.promisedDueOn ?? file.legalDueOn;
  switch (file.state) {
    case 'received':
      return file.noticeDueOn ? tell.received(dayWords(file.noticeDueOn, words)) : tell.receivedOpen;
    case 'accepted':
    case 'accepted-commitment':
      if (file.item.promiseLimit.days === 0) return tell.acceptedToday;
      return due ? tell.accepted(dayWords(due, words)) : tell.acceptedOpen;
    case 'accepted-tolerant':
      return tolerantWords(words, file);
    case 'awaiting-correction':
      return tell.correction(file.correction.length);
    case 'refused':
      return tell.refused;
    case 'draft':
    case 'blocked':
    case 'received-again':
    case 'deemed-accepted':
    case 'suspended':
    case 'in-review':
    case 'decided-granted':
    case 'decided-denied':
    case 'ready':
    case 'delivered':
    case 'closed-not-needed':
    case 'closed-wrong-organ':
    case 'closed-lapsed':
    case 'referred':
    case 'withdrawn':
    case 'archived':
      break;
  }
  return tell.asItStands(words.sheet.result.big[file.state]);
}

function tolerantWords(words: Words, file: CaseView): string {
  const { tell } = words.sheet.result;
  const later = file.materials.filter((material) => material.route === 'later');
  const names = later.map((material) => inLanguage(words, material.nameZh, material.nameEn));
  const [firstDay] = later.flatMap((material) => (material.dueOn ? [material.dueOn] : [])).toSorted();
  if (!firstDay) return tell.acceptedOpen;
  return tell.tolerant(names.join(words.sheet.intake.listMark), dayWords(firstDay, words));
}

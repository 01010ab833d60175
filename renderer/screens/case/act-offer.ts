import type { CaseView, Outcome, OutcomeStanding } from '#contract/shapes/case.ts';
import { isFormWhole } from '#rules/form/form-standing.ts';
import { dayWords } from '../../words/dates.ts';
import { inLanguage, type Words } from '../../words/words.ts';

/** What F9 would do now. */
export interface ActOffer {
  readonly act: 'accept' | 'accept-tolerant' | 'receive';
  /** `open`, or the word of the reason why it is off. */
  readonly standing: string;
  /** Papers are missing, or the form is not whole: receiving is asked about first. */
  readonly asksFirst: boolean;
}

/**
 * F9 accepts where that is open, accepts with papers to come where that is open, and receives where only
 * receiving is. While questions are open nobody knows the papers: then it stays off.
 */
export function actOffer(file: CaseView): ActOffer {
  const accept = standingOf(file, 'accept');
  if (accept?.open) return { act: 'accept', standing: 'open', asksFirst: false };
  if (standingOf(file, 'accept-tolerant')?.open) {
    return { act: 'accept-tolerant', standing: 'open', asksFirst: false };
  }
  const because = accept?.because ?? 'already-decided';
  if (because !== 'situation-open' && standingOf(file, 'receive')?.open) {
    return {
      act: 'receive',
      standing: 'open',
      asksFirst: file.missing.length > 0 || !isFormWhole(file.form),
    };
  }
  return { act: 'accept', standing: because, asksFirst: false };
}

/** `open`, or the reason word of an outcome. */
export function standingWord(file: CaseView, outcome: Outcome): string {
  const standing = standingOf(file, outcome);
  return standing?.open ? 'open' : (standing?.because ?? 'already-decided');
}

function standingOf(file: CaseView, outcome: Outcome): OutcomeStanding | undefined {
  return file.outcomes.find((one) => one.outcome === outcome);
}

export interface BarWords {
  readonly tone: 'pine' | 'amber' | 'indigo';
  readonly headline: string;
  readonly note: string;
}

/** The sentence of the act bar: what is missing and whom it stops, or what happens when F9 is pressed. */
export function barWords(words: Words, file: CaseView | null, offer: ActOffer | null): BarWords {
  const { bar, because } = words.sheet.deciding;
  if (!file || !offer) return { tone: 'indigo', headline: bar.chooseItem, note: '' };
  if (file.state === 'awaiting-correction') {
    return file.missing.length > 0
      ? { tone: 'amber', headline: missingWords(words, file), note: bar.correctionWaits }
      : { tone: 'pine', headline: bar.correctionIn, note: bar.correctionInNote };
  }
  const dues = dueNote(words, file);
  if (offer.standing !== 'open') {
    const known: Readonly<Record<string, string>> = because;
    const reason = known[offer.standing] ?? '';
    if (offer.standing === 'materials-missing')
      return { tone: 'amber', headline: missingWords(words, file), note: bar.stops };
    return {
      tone: 'amber',
      headline: reason || bar.whyNot(words.sheet.deciding.acts[offer.act]),
      note: dues,
    };
  }
  if (offer.act === 'accept') return { tone: 'pine', headline: bar.allIn, note: dues };
  if (offer.act === 'accept-tolerant') return { tone: 'pine', headline: bar.allInTolerant, note: dues };
  const { may, because: reason } = file.crossing;
  const handsOver = may === 'receive-only' && reason !== null;
  if (offer.asksFirst) {
    const lacks = file.missing.length > 0;
    const headline = lacks ? missingWords(words, file) : bar.formOpen(file.form.open + file.form.wrong);
    const note = handsOver ? words.crossing.notes[reason] : lacks ? bar.receiveAnyway : bar.fillForm;
    return { tone: 'amber', headline, note };
  }
  return {
    tone: 'pine',
    headline: handsOver ? bar.receiveOnly : bar.receiveNow,
    note: handsOver ? words.crossing.notes[reason] : whyNotAccept(words, file),
  };
}

function whyNotAccept(words: Words, file: CaseView): string {
  const known: Readonly<Record<string, string>> = words.sheet.deciding.because;
  return known[standingWord(file, 'accept')] ?? '';
}

function missingWords(words: Words, file: CaseView): string {
  const { bar } = words.sheet.deciding;
  const names = file.missing.map((id) => {
    const material = file.materials.find((one) => one.id === id);
    return material ? inLanguage(words, material.nameZh, material.nameEn) : id;
  });
  const [first = ''] = names;
  return names.length > 2
    ? bar.missingMany(first, names.length)
    : bar.missing(names.join(words.sheet.intake.listMark));
}

/** The due days a case would get if it were accepted now. */
function dueNote(words: Words, file: CaseView): string {
  const { bar } = words.sheet.deciding;
  const dues = file.ifAcceptedToday;
  if (!dues) return '';
  const parts = [
    dues.promisedDueOn ? bar.due(dayWords(dues.promisedDueOn, words)) : '',
    dues.legalDueOn ? bar.dueLegal(dayWords(dues.legalDueOn, words)) : '',
    file.duesProvisional ? bar.provisional : '',
  ].filter(Boolean);
  if (file.item.promiseLimit.days === 0) parts.splice(0, 1, bar.onTheSpot);
  return parts.join(' · ');
}

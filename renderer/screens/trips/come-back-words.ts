import type { ComeBack } from '#contract/shapes/trip.ts';
import { inLanguage, type Words } from '../../words/words.ts';

/** Why somebody would come back, with the paper or the words it is about. */
export function reasonOfComeBack(words: Words, { reason, notice, aboutZh, aboutEn }: ComeBack): string {
  const said = words.trips.reasons[reason];
  if (notice !== null) return words.trips.about(said, words.sheet.result.kinds[notice]);
  return aboutZh === null ? said : words.trips.about(said, inLanguage(words, aboutZh, aboutEn ?? aboutZh));
}

/** What would spare the trip, best first. */
export function avoidanceWords(words: Words, { avoidedBy, wanted }: ComeBack): string {
  const { trips } = words;
  if (wanted) return trips.wanted;
  if (avoidedBy.length === 0) return trips.cannotAvoid;
  const ways = avoidedBy.map((way) => trips.avoidances[way]).join(words.sheet.intake.listMark);
  return trips.about(trips.avoid, ways);
}

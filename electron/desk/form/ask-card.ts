import type { CardAsked, CardField, CardWord } from '#contract/shapes/card-again.ts';
import type { VisitId } from '#contract/shapes/case.ts';
import type { PartyRole } from '#contract/shapes/party.ts';
import type { Reply } from '#contract/call.ts';
import { no, type OutsideBench, type WriteBench, yes } from '../answering.ts';
import type { WishedCard } from '../identity/card-wish.ts';
import { pickCardWord, takeCardAgain } from '../identity/card-again.ts';
import type { Looking } from '../intake/case-whole.ts';
import { caseById } from '../store/cases.ts';
import { type FormPlace, openForm } from './open-form.ts';

type Barred = 'no-such-case' | 'already-decided';
type NoCard = Extract<WishedCard, { ok: false }>['refusal'] | 'no-reader' | 'card-of-another';

/**
 * Asks for a card of the people of a form and waits for it. The card is compared with them when it is there: by then the
 * case may be decided, and nothing of it changes.
 *
 * @source domain.md 12.3 F44 (动态更新); SCREENS.md 5.1 F8
 */
export async function askCard(
  bench: OutsideBench,
  place: FormPlace,
): Promise<Reply<CardAsked, Barred | NoCard>> {
  const { cards, cardWish, announce } = bench.parts;
  const before = visitOfForm(bench, place);
  if (!before.ok) return before;
  // One that lies there already is read again; else the next one is waited for.
  if (!cards.readAgain()) return no('no-reader');
  const card = await cardWish.next();
  if (!card.ok) return card;
  const held = cards.reading(card.readingId);
  if (!held) return no('no-card-came');
  const taken = bench.record((db): Reply<CardAsked, Barred | NoCard> => {
    const after = visitOfForm(bench, place);
    if (!after.ok) return after;
    const by = bench.asker.staff?.number ?? 'nobody';
    const asked = takeCardAgain({ ...bench, db }, after.value, held.reading, by);
    return asked ? yes(asked) : no('card-of-another');
  });
  if (taken.ok) {
    announce('visit.changed', { visitId: before.value });
    announce('case.changed', { caseId: place.caseId });
  }
  return taken;
}

/** A clerk says which of the two words counts, and why. */
export function pickCard(
  bench: WriteBench,
  place: FormPlace,
  picked: {
    readonly role: PartyRole;
    readonly field: CardField;
    readonly word: CardWord;
    readonly reason: string;
  },
): Barred | 'no-difference' | null {
  const open = visitOfForm(bench, place);
  if (!open.ok) return open.refusal;
  const by = bench.asker.staff?.number ?? 'nobody';
  return pickCardWord(bench, open.value, { ...picked, atMs: bench.nowMs, by });
}

/** The visit whose people a form has, while they may still change. */
function visitOfForm(looking: Looking, place: FormPlace): Reply<VisitId, Barred> {
  const open = openForm(looking, place);
  if (!open.ok) return open;
  return caseById(looking.db, place.caseId)?.parties ? no('already-decided') : yes(open.whole.visitId);
}

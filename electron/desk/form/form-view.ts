import type { AskedField, FormValues, FormView } from '#contract/shapes/form-view.ts';
import type { FieldValue, SourcedValue } from '#contract/shapes/form-value.ts';
import type { Day } from '#contract/shapes/day.ts';
import type { CardField, CardLine } from '#contract/shapes/card-again.ts';
import { maskedField } from '#rules/form/field-mask.ts';
import { peopleAsked } from '#rules/form/person-values.ts';
import { showsPart } from '#rules/form/part-shown.ts';
import { agree, isStale } from '#rules/form/value-choice.ts';
import { maskedAddress, maskedName } from '#rules/identity/mask.ts';
import type { CardDifference } from '../identity/card-again.ts';
import type { Looking } from '../intake/case-whole.ts';
import { lastStep } from '../store/form-undo.ts';
import type { FormWord } from '../store/form-values.ts';
import { partiesOf } from '../store/parties.ts';
import { earlierOf } from './earlier-of.ts';
import { formPaperOf, isSignatureWanted } from './form-paper.ts';
import type { WholeForm } from './gather-form.ts';

/** A form as the clerk's screen shows it: its fields and what they hold, with everything personal masked. */
export function formView(looking: Looking, whole: WholeForm): FormView {
  const isSomebodyHere = Object.values(partiesOf(looking.db, whole.visitId)).some((party) => party !== null);
  const meanings = whole.fields.map(({ meaning }) => meaning);
  return {
    ...formValues(looking, whole),
    fields: [...whole.fields],
    terms: { today: looking.today, site: looking.parts.site.site },
    signatureWanted: isSignatureWanted(looking, whole),
    frozen: whole.frozen,
    people: !whole.frozen && isSomebodyHere ? peopleAsked(meanings) : [],
  };
}

/** What the fields hold now. */
export function formValues(looking: Looking, whole: WholeForm): FormValues {
  const earlier = earlierOf(looking, whole);
  const shown = (field: AskedField, word: FormWord | undefined): SourcedValue | null =>
    word ? sourced(field, word, looking.today) : null;
  return {
    visitId: whole.visitId,
    values: whole.fields.map((field): FieldValue => {
      const fact = whole.facts.get(field.meaning);
      return {
        meaning: field.meaning,
        value: shown(field, fact?.words[0]),
        trouble: fact?.trouble ?? null,
        readOnly: fact?.readOnly ?? null,
        sources:
          fact && fact.words.length > 1 ? fact.words.map((word) => sourced(field, word, looking.today)) : [],
        shownInPart: (fact?.inPart ?? []).map((word) => sourced(field, word, looking.today)),
        agreesAsShown: fact ? agreesWithPart(field, fact.words) : false,
        differs: fact?.differs ?? false,
        picked: fact?.picked ?? null,
        earlier: shown(field, earlier.get(field.meaning)),
      };
    }),
    cardLines: whole.cardLines.map(shownLine),
    standing: whole.standing,
    mayUndo: !whole.frozen && lastStep(looking.db, whole.visitId) > 0,
    paper: formPaperOf(looking, whole),
  };
}

function shownLine({ role, field, before, now }: CardDifference): CardLine {
  const shown = ({ value, ...said }: CardDifference['now']): SourcedValue => ({
    ...said,
    shown: MASKS[field]?.(value) ?? value,
    masked: MASKS[field] !== undefined,
    part: false,
    stale: false,
    origin: null,
  });
  return { role, field, before: shown(before), now: shown(now) };
}

const MASKS: Partial<Readonly<Record<CardField, (value: string) => string>>> = {
  name: maskedName,
  address: maskedAddress,
};

function agreesWithPart(field: AskedField, [counted, ...others]: readonly FormWord[]): boolean {
  return counted !== undefined && others.some((word) => showsPart(word) && agree(field.kind, word, counted));
}

function sourced(field: AskedField, { source, value, asOf, origin }: FormWord, today: Day): SourcedValue {
  const masked = maskedField(field, value);
  return {
    source,
    shown: masked ?? value,
    masked: masked !== null,
    asOf,
    part: showsPart({ source, value }),
    stale: isStale({ source, asOf }, today, field.freshForDays),
    origin,
  };
}

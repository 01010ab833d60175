import type { CaseId, VisitId } from '#contract/shapes/case.ts';
import type { Meaning } from '#contract/shapes/form.ts';
import type { AskedField } from '#contract/shapes/form-view.ts';
import type { FieldTrouble, FieldValue, FormStanding } from '#contract/shapes/form-value.ts';
import { normalisedText } from '#rules/form/field-text.ts';
import { fieldTrouble } from '#rules/form/field-trouble.ts';
import { formStanding } from '#rules/form/form-standing.ts';
import { unionOfForms } from '#rules/form/form-union.ts';
import { chosenWord } from '#rules/form/value-choice.ts';
import { takesPapers } from '#rules/intake/case-moves.ts';
import type { Looking } from '../intake/case-whole.ts';
import { type CardDifference, cardDifferencesOf } from '../identity/card-again.ts';
import type { CaseRecord } from '../store/cases.ts';
import { awaitedValues, namesOfCase } from '../store/open-bundles.ts';
import { type FormWord, picksOfVisit, wordsOfVisit } from '../store/form-values.ts';
import { type KeptFact, keptFormOf } from '../store/kept-forms.ts';
import { type FormPeople, peopleWords } from './party-words.ts';

/** What a form holds of one fact: every source's word, the one that counts first. */
export interface Fact {
  readonly words: readonly FormWord[];
  /** Words that show a part only, while nobody has said it whole. */
  readonly inPart: readonly FormWord[];
  readonly differs: boolean;
  readonly picked: FieldValue['picked'];
  readonly readOnly: FieldValue['readOnly'];
  readonly trouble: FieldTrouble | null;
}

/** A form with everything in it, gathered before anything is shown or decided. */
export interface WholeForm {
  readonly visitId: VisitId;
  readonly caseIds: readonly CaseId[];
  readonly people: FormPeople;
  readonly fields: readonly AskedField[];
  readonly facts: ReadonlyMap<Meaning, Fact>;
  /** What a card that was asked for again says otherwise. */
  readonly cardLines: readonly CardDifference[];
  /** Nothing is typed any more: the facts are those of the day the case was decided. */
  readonly frozen: boolean;
  readonly standing: FormStanding;
}

/**
 * Gathers the form of one case, or of several cases of one visit together.
 *
 * @param records cases of one visit, at least one
 * @param people as the case has them: frozen since its first outcome
 */
export function gatherForm(
  looking: Looking,
  records: readonly [CaseRecord, ...CaseRecord[]],
  people: FormPeople,
): WholeForm {
  const [{ id, visitId }] = records;
  const fields = unionOfForms(
    records.map((record) => ({
      caseId: record.id,
      fields: record.item.form,
      ...namesOfCase(looking.db, record),
    })),
  );
  const frozen = !records.some(({ state }) => takesPapers(state));
  // What a step before will bring is not asked of anybody: nothing waits for it at the window.
  const awaited = frozen ? NOBODY : awaitedValues(looking.db, visitId);
  const facts = fields.length === 0 ? NOTHING : frozen ? keptFacts(keptFormOf(looking.db, id)) : factsNow();
  const askedHere = fields.filter(({ meaning }) => !awaited.has(meaning));
  const caseIds = records.map((record) => record.id);
  // People that an outcome has kept stay as they were on its day, whatever their cards say since.
  const isKept = frozen || records.every(({ parties }) => parties !== null);
  const cardLines = isKept ? [] : cardDifferencesOf(looking, visitId);
  const standing = standingOf(askedHere, facts);
  return {
    visitId,
    caseIds,
    people,
    fields,
    facts,
    cardLines,
    frozen,
    standing: { ...standing, differing: standing.differing + cardLines.length },
  };

  function factsNow(): ReadonlyMap<Meaning, Fact> {
    const { db, parts, today } = looking;
    const terms = { today, site: parts.site.site };
    const kept = Map.groupBy(wordsOfVisit(db, visitId), ({ meaning }) => meaning);
    const picks = new Map(picksOfVisit(db, visitId).map((pick) => [pick.meaning, pick]));
    const said = peopleWords(people, terms, parts.site.timeZone);
    return new Map(
      fields.map((field) => {
        const { meaning } = field;
        const own = said.get(meaning);
        const fromParty = field.readOnlyFrom === 'applicant' && (own !== undefined || IDENTITY.has(meaning));
        const words = fromParty ? [] : (kept.get(meaning) ?? []);
        if (own && !words.some(({ source }) => source === own.source)) {
          words.push({ ...own, value: normalisedText(field.kind, own.value) });
        }
        const pick = picks.get(meaning) ?? null;
        const choice = chosenWord(words, pick, field.kind);
        const brought =
          field.readOnlyFrom === 'predecessor' &&
          (awaited.has(meaning) || words.some(({ source }) => source === 'predecessor'));
        return [
          meaning,
          {
            words: choice.words,
            inPart: choice.words.length === 0 ? words : [],
            differs: choice.differs,
            picked: choice.picked && pick ? { reason: pick.reason, by: pick.by, atMs: pick.atMs } : null,
            readOnly: fromParty ? 'applicant' : brought ? 'predecessor' : null,
            // A party has its own rules and its own objections, which a clerk may go past with a reason.
            trouble: fromParty ? null : fieldTrouble(field, choice.words[0]?.value ?? '', terms),
          },
        ] as const;
      }),
    );
  }
}

function standingOf(fields: readonly AskedField[], facts: WholeForm['facts']): FormStanding {
  return formStanding(fields, (meaning) => {
    const fact = facts.get(meaning);
    return {
      value: fact?.words[0]?.value ?? '',
      trouble: fact?.trouble ?? null,
      differs: fact?.differs ?? false,
    };
  });
}

/** What of a form is kept with an outcome: every fact that somebody has a word on. */
export function factsToKeep({ facts }: WholeForm): KeptFact[] {
  return [...facts].flatMap(([meaning, { words, picked }]) =>
    words.length > 0 ? [{ meaning, words: [...words], picked }] : [],
  );
}

const NOTHING: ReadonlyMap<Meaning, Fact> = new Map();
const NOBODY: ReadonlySet<Meaning> = new Set();

/** What the identity step asks itself: never typed a second time, even while it is still empty there. */
const IDENTITY: ReadonlySet<Meaning> = new Set([
  'applicant.name',
  'applicant.citizen-number',
  'applicant.phone',
  'applicant.address',
]);

function keptFacts(kept: readonly KeptFact[]): ReadonlyMap<Meaning, Fact> {
  return new Map(
    kept.map(({ meaning, words, picked }) => [
      meaning,
      { words, inPart: [], picked, differs: false, readOnly: null, trouble: null },
    ]),
  );
}

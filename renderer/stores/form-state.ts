import type { Input } from '#contract/calls.ts';
import type { CardAsked, CardField, CardLine, CardWord } from '#contract/shapes/card-again.ts';
import type { CaseId, CaseState } from '#contract/shapes/case.ts';
import type { Meaning } from '#contract/shapes/form.ts';
import type { FormSource, FormStanding } from '#contract/shapes/form-value.ts';
import type { FormPaper, FormView, SourcesAsked } from '#contract/shapes/form-view.ts';
import type { PartyRole } from '#contract/shapes/party.ts';
import type { Setback } from './asking.ts';
import type { FormSection, Slots } from './form-slots.ts';

export type FormScope = NonNullable<Input<'form.look'>['scope']>;

/** The form on the screen, and what can be done with it. */
export interface FormState {
  readonly caseId: CaseId | null;
  readonly scope: FormScope;
  /** `none`: no case. `reading`: on its way. `here`: it is on the screen. `away`: the desk did not answer. */
  readonly phase: 'none' | 'reading' | 'here' | 'away';
  readonly sections: readonly FormSection[];
  readonly slots: Slots;
  readonly terms: FormView['terms'] | null;
  readonly standing: FormStanding;
  readonly frozen: boolean;
  readonly paper: FormPaper | null;
  readonly signatureWanted: boolean;
  readonly mayUndo: boolean;
  readonly people: readonly string[];
  /** What came of asking the sources again; null: not asked since this form was opened. */
  readonly asked: SourcesAsked | null;
  /** The sources are being asked. Typing goes on meanwhile. */
  readonly asking: boolean;
  /** What a card that was asked for again says otherwise. */
  readonly cardLines: readonly CardLine[];
  /** What came of asking for the card; null: not asked since this form was opened. */
  readonly cardAsked: CardAsked | null;
  /** The card was asked for and is not there yet. Typing goes on meanwhile. */
  readonly cardWaits: boolean;
  readonly busy: boolean;
  readonly setback: Setback | null;
  /** The case on the sheet; its state, because a decided form is another one. */
  readonly follow: (caseId: CaseId | null, state: CaseState | null) => Promise<void>;
  readonly look: () => Promise<void>;
  readonly turnTo: (scope: FormScope) => Promise<void>;
  readonly type: (meaning: Meaning, text: string) => void;
  /** The fingers left a field: it is saved now and shown as it is kept. */
  readonly leave: (meaning: Meaning) => Promise<void>;
  readonly settle: () => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly pick: (meaning: Meaning, source: FormSource, reason: string) => Promise<boolean>;
  /** What was said long ago is still so. */
  readonly stillSo: (meanings: readonly Meaning[]) => Promise<void>;
  /** Asks departments and licence libraries that filled this form again. */
  readonly askSources: () => Promise<void>;
  /** Asks for the card of somebody of the form again; asked while it is waited for, it is not wanted any more. */
  readonly askCard: () => Promise<void>;
  readonly stopCard: () => Promise<void>;
  readonly pickCard: (line: CardLine, word: CardWord, reason: string) => Promise<boolean>;
  readonly revealCard: (role: PartyRole, field: CardField, word: CardWord) => Promise<string | null>;
  /** Freezes what the form says and puts it before the citizen to be signed. */
  readonly showCitizen: () => Promise<void>;
  readonly takePerson: (person: string, role: PartyRole) => Promise<void>;
  readonly takeEarlier: (meanings: readonly Meaning[]) => Promise<void>;
  /** The whole value of one source, or of the one that counts: an audited look. */
  readonly reveal: (
    meaning: Meaning,
    source: FormSource | null,
    purpose: Input<'form.reveal'>['purpose'],
  ) => Promise<string | null>;
  /** Fetches a masked value back to go on typing in it. */
  readonly fetchBack: (meaning: Meaning) => Promise<void>;
}

const NOTHING: FormStanding = { asked: 0, open: 0, wrong: 0, differing: 0 };
/** Nothing on the screen yet. */
export const EMPTY = {
  sections: [],
  slots: {},
  terms: null,
  standing: NOTHING,
  frozen: false,
  paper: null,
  signatureWanted: false,
  mayUndo: false,
  people: [],
  asked: null,
  cardLines: [],
  cardAsked: null,
  setback: null,
} as const;

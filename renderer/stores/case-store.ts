import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Input } from '#contract/calls.ts';
import type {
  CaseId,
  CaseView,
  CorrectionEntry,
  RefusalReason,
  VisitId,
  VisitView,
} from '#contract/shapes/case.ts';
import type { ItemCode } from '#contract/shapes/item.ts';
import type { NoticeContent, NoticeId, NoticeSummary } from '#contract/shapes/notice.ts';
import type { Desk } from '../desk.ts';
import { type Told, tell, type Setback } from './asking.ts';
import { type ItemSearch, itemsSought } from './items-sought.ts';
import {
  type CaseAct,
  type CaseCall,
  type OutcomeCall,
  type Provision,
  type Step,
  stepOf,
} from './case-acts.ts';

export interface Paper {
  readonly notice: NoticeSummary;
  readonly content: NoticeContent;
}

export interface CaseState {
  readonly file: CaseView | null;
  readonly step: Step;
  readonly search: ItemSearch;
  readonly busy: CaseAct | null;
  readonly setback: { readonly act: CaseAct; readonly setback: Setback } | null;
  readonly paper: Paper | null;
  readonly follow: (visit: VisitView | null) => Promise<void>;
  readonly look: (caseId: CaseId) => Promise<void>;
  /** Another case of the visit onto the sheet, at the step where its work goes on. */
  readonly turnTo: (caseId: CaseId) => Promise<void>;
  readonly goTo: (step: Step) => void;
  readonly find: (text: string) => Promise<void>;
  readonly open: (visitId: VisitId, itemCode: ItemCode) => Promise<boolean>;
  readonly oneMore: () => void;
  readonly answer: (situationId: string, optionId: string | null) => Promise<void>;
  readonly provide: (provision: Provision) => Promise<boolean>;
  /** Lets the copy of an earlier case stand for a paper. */
  readonly reuse: (materialId: string) => Promise<boolean>;
  readonly receive: () => Promise<boolean>;
  readonly accept: () => Promise<boolean>;
  readonly correct: (
    list: readonly CorrectionEntry[],
    second?: Input<'intake.correct'>['second'],
  ) => Promise<boolean>;
  readonly refuse: (reason: RefusalReason, say: string) => Promise<boolean>;
  readonly discard: () => Promise<void>;
  readonly showPaper: (noticeId: NoticeId) => Promise<void>;
  readonly reprint: (noticeId: NoticeId) => Promise<void>;
  readonly quiet: () => void;
}

export type CaseStore = StoreApi<CaseState>;

const NO_SEARCH: ItemSearch = { text: '', hits: [], state: 'idle' };
const CALM = { setback: null } as const;

/** The case on the sheet. A copy for looking at: the desk process holds the truth. */
export function createCaseStore(desk: Desk): CaseStore {
  const store = createStore<CaseState>()((set, get) => {
    let asked = 0;
    let shown = 0;
    let searches = 0;
    /** The visit on the sheet. Its later changes do not move what lies open. */
    let followed: string | null = null;
    let turn: Promise<boolean> = Promise.resolve(true);

    function show(order: number, file: CaseView | null): void {
      if (order < shown) return;
      shown = order;
      set({ file });
    }

    async function look(caseId: CaseId): Promise<void> {
      const order = (asked += 1);
      const told = await tell(desk, 'intake.look', { caseId });
      if (told.ok) show(order, told.value);
      else if (told.setback.kind === 'refused' && told.setback.refusal === 'no-such-case') show(order, null);
    }

    /** One act at a time. `ask` asks for it, and puts what the desk holds then on the sheet. */
    async function attempt(act: CaseAct, ask: () => Promise<Told<CaseCall | OutcomeCall>>): Promise<boolean> {
      if (get().busy) return false;
      const before = get().file;
      set({ busy: act, ...CALM });
      const told = await ask();
      if (told.ok) {
        set({ busy: null });
        return true;
      }
      const { setback } = told;
      // Decided by another, or the outcome is unknown: what the desk holds now is what counts.
      const unsure = setback.kind !== 'refused' || setback.refusal === 'already-decided';
      if (unsure && before) await look(before.id);
      set({ busy: null, setback: { act, setback } });
      const now = get().file;
      return (
        setback.kind !== 'refused' && before !== null && now?.id === before.id && now.state !== before.state
      );
    }

    function change<N extends CaseCall>(act: CaseAct, name: N, input: Input<N>): Promise<boolean> {
      return attempt(act, async () => {
        const order = (asked += 1);
        const told: Told<CaseCall> = await tell(desk, name, input);
        if (told.ok) show(order, told.value);
        return told;
      });
    }

    /** Digits come faster than answers: what is pressed meanwhile waits its turn and is not lost. */
    async function inTurn<N extends CaseCall>(act: CaseAct, name: N, input: Input<N>): Promise<boolean> {
      const mine = turn.then(async () => change(act, name, input));
      turn = mine;
      return mine;
    }

    async function decide<N extends OutcomeCall>(act: CaseAct, name: N, input: Input<N>): Promise<boolean> {
      const done = await attempt(act, async () => {
        const told: Told<OutcomeCall> = await tell(desk, name, input);
        if (told.ok) await look(told.value.id);
        return told;
      });
      if (done) set({ step: 'result', paper: null });
      return done;
    }

    return {
      file: null,
      step: 'identity',
      search: NO_SEARCH,
      busy: null,
      ...CALM,
      paper: null,

      look,
      turnTo: async (caseId) => {
        await look(caseId);
        const now = get().file;
        if (now?.id === caseId) set({ step: stepOf(now), ...CALM });
      },
      goTo: (step) => set({ step, ...CALM }),
      quiet: () => set(CALM),

      follow: async (visit) => {
        if (followed === (visit?.id ?? null)) return;
        followed = visit?.id ?? null;
        shown = asked += 1;
        set({ file: null, step: 'identity', search: NO_SEARCH, ...CALM, paper: null });
        const last = visit?.cases.at(-1);
        if (!last) return;
        await look(last.id);
        const now = get().file;
        if (now && followed === now.visitId) set({ step: stepOf(now) });
      },

      find: async (text) => {
        const mine = (searches += 1);
        if (text.trim() === '') {
          set({ search: { ...NO_SEARCH, text } });
          return;
        }
        set(({ search }) => ({ search: { ...search, text, state: 'looking' } }));
        const told = await tell(desk, 'intake.find-item', { text: text.trim().slice(0, 60), limit: 12 });
        if (mine !== searches) return;
        set({ search: itemsSought(text, told) });
      },

      open: async (visitId, itemCode) => {
        const done = await change('open', 'intake.open', { visitId, itemCode });
        const now = get().file;
        if (done && now) set({ step: stepOf(now), search: NO_SEARCH, paper: null });
        return done;
      },
      oneMore: () => {
        shown = asked += 1;
        set({ file: null, step: 'item', search: NO_SEARCH, ...CALM, paper: null });
      },

      answer: async (situationId, optionId) => {
        const file = get().file;
        if (file) await inTurn('answer', 'intake.answer', { caseId: file.id, situationId, optionId });
      },
      provide: async (provision) => {
        const file = get().file;
        return file ? inTurn('provide', 'intake.provide', { caseId: file.id, ...provision }) : false;
      },

      reuse: async (materialId) => {
        const file = get().file;
        return file ? inTurn('provide', 'materials.reuse', { caseId: file.id, materialId }) : false;
      },

      receive: async () => {
        const file = get().file;
        return file ? decide('receive', 'intake.receive', { caseId: file.id }) : false;
      },
      accept: async () => {
        const file = get().file;
        return file ? decide('accept', 'intake.accept', { caseId: file.id }) : false;
      },
      correct: async (list, second = null) => {
        const file = get().file;
        return file
          ? decide('correct', 'intake.correct', { caseId: file.id, list: [...list], second })
          : false;
      },
      refuse: async (reason, say) => {
        const file = get().file;
        return file ? decide('refuse', 'intake.refuse', { caseId: file.id, reason, say }) : false;
      },

      discard: async () => {
        const file = get().file;
        if (!file || get().busy) return;
        set({ busy: 'discard', ...CALM });
        const told = await tell(desk, 'intake.discard', { caseId: file.id });
        set({ busy: null });
        if (told.ok) return get().oneMore();
        await look(file.id);
        set({ setback: { act: 'discard', setback: told.setback } });
      },

      showPaper: async (noticeId) => {
        if (get().paper?.notice.id === noticeId) return;
        const told = await tell(desk, 'notices.look', { noticeId });
        set(told.ok ? { paper: told.value } : { setback: { act: 'reprint', setback: told.setback } });
      },

      reprint: async (noticeId) => {
        const file = get().file;
        if (!file || get().busy) return;
        set({ busy: 'reprint', ...CALM });
        const told = await tell(desk, 'notices.reprint', { noticeId });
        await look(file.id);
        set({ busy: null, setback: told.ok ? null : { act: 'reprint', setback: told.setback } });
      },
    };
  });

  listen(desk, store);
  return store;
}

function listen(desk: Desk, store: CaseStore): void {
  const lookAgain = (caseId: string | null) => {
    const { file, look } = store.getState();
    if (file && (caseId === null || file.id === caseId)) void look(file.id);
  };
  desk.hear('case.changed', ({ caseId }) => lookAgain(caseId));
  desk.hear('notice.pressed', ({ caseId }) => lookAgain(caseId));
  // Facts of the person (the card confirmed, a handler added) open and close outcomes.
  desk.hear('visit.changed', () => lookAgain(null));
  desk.hear('sync.changed', () => lookAgain(null));
  desk.hear('session.changed', () => lookAgain(null));
  desk.onBack(() => lookAgain(null));
}

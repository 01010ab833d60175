import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Input, Output } from '#contract/calls.ts';
import type { OpenBundleId } from '#contract/shapes/bundle.ts';
import type { BundleOffer, BundleView } from '#contract/shapes/bundle-view.ts';
import type { CaseId, VisitId, VisitView } from '#contract/shapes/case.ts';
import type { ItemCode } from '#contract/shapes/item.ts';
import type { Desk } from '../desk.ts';
import { type Setback, tell, type Told } from './asking.ts';

/** What lies under the picture of the steps. */
export type BundlePart = 'situation' | 'form' | 'materials' | 'result';

/** Calls that answer with the whole bundle. */
type BundleCall =
  | 'bundles.open'
  | 'bundles.leave-out'
  | 'bundles.take-in'
  | 'bundles.answer'
  | 'bundles.provide'
  | 'bundles.give'
  | 'bundles.deny';

export type BundleAct = 'open' | 'accept' | 'give' | 'deny' | 'leave-out' | 'discard' | 'change';
export type StepDone = Output<'bundles.accept'>['done'][number];
export type PoolProvision = Omit<Input<'bundles.provide'>, 'bundleId'>;

/** A paper that lies as pages in one case. */
interface Scan {
  readonly caseId: CaseId;
  readonly materialId: string;
  readonly fileHash: string;
}

export interface BundleState {
  /** A bundle of the catalogue that is looked at before it is opened. */
  readonly offer: BundleOffer | null;
  /** Steps that the citizen does not want, or that are done already. */
  readonly without: readonly ItemCode[];
  readonly view: BundleView | null;
  /** Whether the bundle lies on the sheet, instead of one of its cases. */
  readonly shown: boolean;
  readonly part: BundlePart;
  /** Grows when a part is asked for: asking for the same one again begins it again. */
  readonly turns: number;
  readonly busy: BundleAct | null;
  readonly setback: Setback | null;
  /** What the last act for all of them did. */
  readonly done: readonly StepDone[];
  readonly follow: (visit: VisitView | null) => Promise<void>;
  readonly offerOf: (catalogueId: string) => Promise<void>;
  readonly dropOffer: () => void;
  readonly toggle: (itemCode: ItemCode) => void;
  readonly open: (
    visitId: VisitId,
    again: boolean,
    sayOf: (itemCode: ItemCode) => string,
  ) => Promise<boolean>;
  readonly look: () => Promise<void>;
  readonly show: (id: OpenBundleId) => Promise<void>;
  readonly hide: () => void;
  readonly turnTo: (part: BundlePart) => void;
  readonly leaveOut: (itemCode: ItemCode, say: string) => Promise<boolean>;
  readonly takeIn: (itemCode: ItemCode) => Promise<boolean>;
  readonly answer: (questionId: string, optionId: string | null) => Promise<boolean>;
  readonly provide: (provision: PoolProvision) => Promise<boolean>;
  /** The pages that lie in one of its cases are the paper again; the desk gives them to the others. */
  readonly provideScan: (scan: Scan) => Promise<void>;
  readonly give: (given: Omit<Input<'bundles.give'>, 'bundleId'>) => Promise<boolean>;
  /** The department said no: what came of it is shown next. */
  readonly deny: (denial: Omit<Input<'bundles.deny'>, 'bundleId'>) => Promise<boolean>;
  readonly accept: () => Promise<boolean>;
  readonly discard: () => Promise<boolean>;
}

export type BundleStore = StoreApi<BundleState>;

const NOTHING = { offer: null, without: [], view: null, shown: false, part: 'materials', done: [] } as const;

/** The bundle on the sheet. A copy for looking at: the desk process holds the truth. */
export function createBundleStore(desk: Desk): BundleStore {
  const store = createStore<BundleState>()((set, get) => {
    let asked = 0;
    let shown = 0;
    let followed: string | null = null;
    let turn: Promise<boolean> = Promise.resolve(true);

    /** Answers may overtake each other; an older one never covers a newer one. */
    function show(order: number, view: BundleView): void {
      if (order < shown) return;
      shown = order;
      set({ view });
    }

    async function look(): Promise<void> {
      const id = get().view?.id;
      if (id === undefined) return;
      const order = (asked += 1);
      const told = await tell(desk, 'bundles.look', { bundleId: id });
      if (get().view?.id !== id) return;
      if (told.ok) show(order, told.value);
      else if (told.setback.kind === 'refused') set({ ...NOTHING });
    }

    async function change<N extends BundleCall>(act: BundleAct, name: N, input: Input<N>): Promise<boolean> {
      const order = (asked += 1);
      set({ busy: act, setback: null });
      const told: Told<BundleCall> = await tell(desk, name, input);
      set({ busy: null });
      if (told.ok) {
        show(order, told.value);
        return true;
      }
      await look();
      set({ setback: told.setback });
      return false;
    }

    /** Digits come faster than answers: what is pressed meanwhile waits its turn. */
    async function inTurn<N extends BundleCall>(act: BundleAct, name: N, input: Input<N>): Promise<boolean> {
      const mine = turn.then(async () => change(act, name, input));
      turn = mine;
      return mine;
    }

    /** An act on the bundle in hand; false where there is none. */
    async function onHand(act: (bundleId: OpenBundleId) => Promise<boolean>): Promise<boolean> {
      const id = get().view?.id;
      return id === undefined ? false : act(id);
    }

    return {
      ...NOTHING,
      busy: null,
      setback: null,
      turns: 0,

      follow: async (visit) => {
        if (followed === (visit?.id ?? null)) return;
        followed = visit?.id ?? null;
        set({ ...NOTHING, setback: null });
        const last = visit?.bundles.at(-1);
        if (last) await get().show(last.id);
      },

      offerOf: async (catalogueId) => {
        set({ setback: null });
        const told = await tell(desk, 'bundles.offer', { catalogueId });
        set(told.ok ? { offer: told.value, without: [] } : { setback: told.setback });
      },
      dropOffer: () => set({ offer: null, setback: null }),
      toggle: (itemCode) =>
        set(({ without }) => ({
          without: without.includes(itemCode)
            ? without.filter((one) => one !== itemCode)
            : [...without, itemCode],
        })),

      open: async (visitId, again, sayOf) => {
        const { offer, without, busy } = get();
        if (!offer || busy) return false;
        const opened = await change('open', 'bundles.open', {
          visitId,
          catalogueId: offer.bundle.id,
          again,
          without: without.map((itemCode) => ({ itemCode, say: sayOf(itemCode) })),
        });
        if (opened) set(({ view }) => ({ offer: null, shown: true, part: firstPart(view), done: [] }));
        return opened;
      },

      look,
      show: async (bundleId) => {
        const order = (asked += 1);
        const told = await tell(desk, 'bundles.look', { bundleId });
        if (!told.ok) return set({ setback: told.setback });
        show(order, told.value);
        set({ shown: true, offer: null, part: firstPart(told.value), done: [], setback: null });
      },
      hide: () => set({ shown: false, setback: null }),
      turnTo: (part) => set(({ turns }) => ({ part, turns: turns + 1, setback: null })),

      leaveOut: async (itemCode, say) =>
        onHand((bundleId) => change('leave-out', 'bundles.leave-out', { bundleId, itemCode, say })),
      takeIn: async (itemCode) =>
        onHand((bundleId) => change('change', 'bundles.take-in', { bundleId, itemCode })),
      answer: async (questionId, optionId) =>
        onHand((bundleId) => inTurn('change', 'bundles.answer', { bundleId, questionId, optionId })),
      provide: async (provision) =>
        onHand((bundleId) => inTurn('change', 'bundles.provide', { bundleId, ...provision })),
      provideScan: async (scan) => {
        const told = await tell(desk, 'intake.provide', { ...scan, route: 'scan' });
        await look();
        set({ setback: told.ok ? null : told.setback });
      },
      give: async (given) => onHand((bundleId) => change('give', 'bundles.give', { bundleId, ...given })),

      deny: async (denial) =>
        onHand(async (bundleId) => {
          const denied = await change('deny', 'bundles.deny', { bundleId, ...denial });
          if (denied) get().turnTo('result');
          return denied;
        }),

      accept: async () =>
        onHand(async (bundleId) => {
          if (get().busy) return false;
          const order = (asked += 1);
          set({ busy: 'accept', setback: null });
          const told = await tell(desk, 'bundles.accept', { bundleId });
          set({ busy: null });
          if (!told.ok) {
            await look();
            set({ setback: told.setback });
            return false;
          }
          show(order, told.value.bundle);
          set({ done: told.value.done, part: 'result' });
          return true;
        }),

      discard: async () =>
        onHand(async (bundleId) => {
          set({ busy: 'discard', setback: null });
          const told = await tell(desk, 'bundles.discard', { bundleId });
          set({ busy: null });
          if (told.ok) set({ ...NOTHING });
          else set({ setback: told.setback });
          return told.ok;
        }),
    };
  });

  let isLooking = false;
  let isStale = false;
  /** News come in bursts: while an answer is on its way they ask for one more, not for one each. */
  const lookAgain = async () => {
    isStale = true;
    if (isLooking || !store.getState().shown) return;
    isLooking = true;
    while (isStale) {
      isStale = false;
      await store.getState().look();
    }
    isLooking = false;
  };
  const again = () => void lookAgain();
  desk.hear('case.changed', again);
  desk.hear('visit.changed', again);
  desk.hear('sync.changed', again);
  desk.hear('notice.pressed', again);
  desk.hear('session.changed', again);
  desk.onBack(again);
  return store;
}

/** Where work goes on: the questions, then the form, the papers, and what came of it. */
function firstPart(view: BundleView | null): BundlePart {
  if (!view) return 'materials';
  if (view.steps.every(({ standing }) => standing !== 'ready')) return 'result';
  return view.questions.some(({ answer }) => answer === null) ? 'situation' : 'materials';
}

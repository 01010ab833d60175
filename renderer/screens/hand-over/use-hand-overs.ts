import { useCallback, useEffect, useState } from 'react';
import type { HandOverView } from '#contract/shapes/hand-over.ts';
import type { Input } from '#contract/calls.ts';
import type { Desk } from '../../desk.ts';
import { type Setback, type Told, tell } from '../../stores/asking.ts';

type Name = 'originals.look' | 'originals.hand-over' | 'originals.sign-list' | 'originals.give-back';

export interface HandOvers {
  /** Null before the first answer. */
  readonly view: HandOverView | null;
  readonly setback: Setback | null;
  readonly busy: boolean;
  /** True when it was done. */
  readonly make: (wish: Input<'originals.hand-over'>) => Promise<boolean>;
  readonly sign: (wish: Input<'originals.sign-list'>) => Promise<boolean>;
  readonly giveBack: (wish: Input<'originals.give-back'>) => Promise<boolean>;
  readonly reprint: (noticeId: string) => Promise<void>;
}

/** What lies here and where the rest went, read again when a case or a printed list changes. */
export function useHandOvers(desk: Desk): HandOvers {
  const [view, setView] = useState<HandOverView | null>(null);
  const [setback, setSetback] = useState<Setback | null>(null);
  const [busy, setBusy] = useState(false);
  const show = useCallback((told: Told<Name>) => {
    if (told.ok) setView(told.value);
    else setSetback(told.setback);
    return told.ok;
  }, []);
  const look = useCallback(async () => show(await tell(desk, 'originals.look', {})), [desk, show]);
  useEffect(() => {
    const lookAgain = () => void look();
    lookAgain();
    const left = [
      desk.onBack(lookAgain),
      desk.hear('case.changed', lookAgain),
      desk.hear('notice.pressed', lookAgain),
    ];
    return () => {
      for (const leave of left) leave();
    };
  }, [desk, look]);

  const act = async (told: Promise<Told<Name>>): Promise<boolean> => {
    setBusy(true);
    setSetback(null);
    const done = show(await told);
    if (!done) await look();
    setBusy(false);
    return done;
  };
  return {
    view,
    setback,
    busy,
    make: (wish) => act(tell(desk, 'originals.hand-over', wish)),
    sign: (wish) => act(tell(desk, 'originals.sign-list', wish)),
    giveBack: (wish) => act(tell(desk, 'originals.give-back', wish)),
    reprint: async (noticeId) => {
      const told = await tell(desk, 'notices.reprint', { noticeId });
      if (!told.ok) setSetback(told.setback);
      await look();
    },
  };
}

import { useEffect, useState } from 'react';
import type { Input } from '#contract/calls.ts';
import { CollectorRole } from '#contract/calls/progress.ts';
import type { CaseId } from '#contract/shapes/case.ts';
import type { ProgressView } from '#contract/shapes/progress.ts';
import type { Desk } from '../../desk.ts';
import { type Setback, tell } from '../../stores/asking.ts';

type Step = Input<'progress.act'>['step'];

export interface Progress {
  readonly view: ProgressView | null;
  readonly busy: boolean;
  readonly setback: Setback | null;
  /** True when it was done. */
  readonly take: (step: Step) => Promise<boolean>;
  /** Leaves the application to withdraw and asks the applicant to sign it on their screen. */
  readonly askWithdrawal: (reason: string) => Promise<void>;
  /** A supervisor's leave for one act; null when it was not given. */
  readonly vouch: (number: string, password: string) => Promise<VoucherOf | null>;
  /** Asks the platform whether whoever collects is this person of the case; the check, or null when it is not. */
  readonly checkCollector: (role: string, scanId: string) => Promise<string | null>;
  readonly quiet: () => void;
}

type VoucherOf = Extract<Step, { act: 'extend' }>['voucher'];

/** How a case goes on, and its further acts. Read anew whenever the case changes. */
export function useProgress(desk: Desk, caseId: CaseId): Progress {
  const [view, setView] = useState<ProgressView | null>(null);
  const [busy, setBusy] = useState(false);
  const [setback, setSetback] = useState<Setback | null>(null);

  useEffect(() => {
    let isHere = true;
    const look = async () => {
      const told = await tell(desk, 'progress.look', { caseId });
      if (!isHere) return;
      if (told.ok) setView(told.value);
      else setSetback(told.setback);
    };
    void look();
    const left = [
      desk.hear('case.changed', (changed) => {
        if (changed.caseId === caseId) void look();
      }),
      desk.onBack(() => void look()),
    ];
    return () => {
      isHere = false;
      for (const leave of left) leave();
    };
  }, [desk, caseId]);

  return {
    view: view?.caseId === caseId ? view : null,
    busy,
    setback,
    quiet: () => setSetback(null),
    take: async (step) => {
      setBusy(true);
      const told = await tell(desk, 'progress.act', { caseId, step });
      setBusy(false);
      setSetback(told.ok ? null : told.setback);
      if (told.ok) setView(told.value);
      return told.ok;
    },
    askWithdrawal: async (reason) => {
      setBusy(true);
      const told = await tell(desk, 'progress.ask-withdrawal', { caseId, reason });
      setBusy(false);
      setSetback(told.ok ? null : told.setback);
      if (told.ok) setView(told.value);
    },
    checkCollector: async (wanted, scanId) => {
      const role = CollectorRole.safeParse(wanted).data;
      if (role === undefined) return null;
      setBusy(true);
      const told = await tell(desk, 'progress.check-collector', { caseId, role, scanId });
      setBusy(false);
      setSetback(told.ok ? null : told.setback);
      return told.ok ? told.value.checkId : null;
    },
    vouch: async (number, password) => {
      setBusy(true);
      const told = await tell(desk, 'access.vouch', { number, password });
      setBusy(false);
      setSetback(told.ok ? null : told.setback);
      return told.ok ? told.value.voucher : null;
    },
  };
}

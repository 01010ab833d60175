import { useEffect, useState } from 'react';
import type { CaseId } from '#contract/shapes/case.ts';
import type { ExpertQuestion } from '#contract/shapes/expert.ts';
import type { Desk } from '../../desk.ts';
import { type Setback, tell } from '../../stores/asking.ts';

interface Expert {
  /** The newest first; null until it is known. */
  readonly questions: readonly ExpertQuestion[] | null;
  readonly setback: Setback | null;
  /** True when it was taken. */
  readonly ask: (text: string) => Promise<boolean>;
}

/** What was asked about a case; read anew whenever the case changes, as an answer makes it change. */
export function useExpert(desk: Desk, caseId: CaseId): Expert {
  const [questions, setQuestions] = useState<readonly ExpertQuestion[] | null>(null);
  const [setback, setSetback] = useState<Setback | null>(null);
  useEffect(() => {
    let isHere = true;
    const look = async () => {
      const told = await tell(desk, 'expert.look', { caseId });
      if (isHere && told.ok) setQuestions(told.value);
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
    questions,
    setback,
    ask: async (text) => {
      const told = await tell(desk, 'expert.ask', { caseId, text });
      setSetback(told.ok ? null : told.setback);
      if (told.ok) setQuestions(told.value);
      return told.ok;
    },
  };
}

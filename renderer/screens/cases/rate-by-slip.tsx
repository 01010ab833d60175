import { useState } from 'react';
import type { CaseId } from '#contract/shapes/case.ts';
import { ActButton } from '../../components/act-button.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import { type Setback, tell } from '../../stores/asking.ts';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { useWords } from '../../words/words.ts';

/** 凭条评价: somebody came back with the slip; the question goes to the screen turned to them and nowhere else. */
export function RateBySlip({ stores, caseId }: { readonly stores: Stores; readonly caseId: CaseId }) {
  const words = useWords();
  const [setback, setSetback] = useState<Setback | null>(null);
  const [busy, setBusy] = useState(false);
  const ask = async () => {
    setBusy(true);
    const told = await tell(stores.desk, 'citizen.rate-by-slip', { caseId });
    const shown = told.ok ? await tell(stores.desk, 'citizen.open-screen', {}) : told;
    setBusy(false);
    setSetback(shown.ok ? null : shown.setback);
  };
  return (
    <>
      <div className="h">
        {words.sheet.result.cases.rating}
        <ActButton act="rate-by-slip" look="quiet" busy={busy} onAct={ask}>
          {words.sheet.result.cases.rateBySlip}
        </ActButton>
      </div>
      {setback && <SetbackLine>{setbackWords(words, setback)}</SetbackLine>}
    </>
  );
}

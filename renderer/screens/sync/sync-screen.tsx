import './sync.css';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { CaseId } from '#contract/shapes/case.ts';
import type { Debt } from '#contract/shapes/sync-state.ts';
import { Bones } from '../../components/bones.tsx';
import { useAct } from '../../keys/keys-context.ts';
import { SetbackLine } from '../../components/setback-line.tsx';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { useWords } from '../../words/words.ts';
import { DebtDetail } from './debt-detail.tsx';
import { DEBT_GROUPS, type DebtGroup, grouped } from './debt-groups.ts';
import { DebtList } from './debt-list.tsx';
import { SyncProof } from './sync-proof.tsx';
import { SyncSide } from './sync-side.tsx';

/** 同步: what is owed to the province, in its own words, and what a clerk can do about it. */
export function SyncScreen({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const { sync } = words.sheet;
  const { view, chosenId, busy, setback, read, choose, tryNow, sendAgain } = useStore(stores.sync);
  const [picked, setPicked] = useState<DebtGroup | 'all'>('all');
  useEffect(() => void read(), [read]);
  useAct('try-now', tryNow);
  useAct('back', () => stores.screen.getState().go('counter'));

  // A debt chosen from elsewhere (a scanned receipt) is shown even if its tab is not the open one.
  const isElsewhere = view !== null && chosenId !== null && !holds(view, picked, chosenId);
  const tab = isElsewhere ? 'all' : picked;
  const setTab = (to: DebtGroup | 'all') => {
    if (view && chosenId !== null && !holds(view, to, chosenId)) choose(null);
    setPicked(to);
  };
  const shown = view ? debtsIn(view, tab) : [];
  const chosen = shown.find((debt) => debt.id === chosenId) ?? shown[0] ?? null;
  const returned = chosen?.offers.includes('send-again') ?? false;
  useAct('accept', () => (chosen ? sendAgain(chosen.id) : undefined), standingOf(chosen, returned));

  const openCase = (debt: Debt) => {
    const caseId = CaseId.safeParse(debt.caseId);
    if (caseId.success) stores.screen.getState().want({ kind: 'case', caseId: caseId.data });
  };

  if (!view) {
    return (
      <div className="sync-screen loading" aria-label={sync.loading}>
        {setback ? <SetbackLine>{setbackWords(words, setback)}</SetbackLine> : <Bones rows={5} />}
      </div>
    );
  }
  return (
    <div className="sync-screen" aria-label={sync.region}>
      <SyncProof stores={stores} view={view} />
      <DebtList
        stores={stores}
        view={view}
        tab={tab}
        chosen={chosen}
        onTab={setTab}
        onChoose={choose}
        onOpen={openCase}
      />
      <DebtDetail
        stores={stores}
        debt={chosen}
        busy={busy}
        setback={setback ? setbackWords(words, setback) : null}
        onSendAgain={(debt) => void sendAgain(debt.id)}
        onTryNow={() => void tryNow()}
        onOpen={openCase}
      />
      <SyncSide stores={stores} view={view} busy={busy === 'try-now'} onTryNow={() => void tryNow()} />
    </div>
  );
}

function debtsIn(view: Parameters<typeof grouped>[0], tab: DebtGroup | 'all'): readonly Debt[] {
  const groups = grouped(view);
  return DEBT_GROUPS.filter((group) => tab === 'all' || tab === group).flatMap(
    (group) => groups.get(group) ?? [],
  );
}

function holds(view: Parameters<typeof grouped>[0], tab: DebtGroup | 'all', debtId: string): boolean {
  return debtsIn(view, tab).some((debt) => debt.id === debtId);
}

function standingOf(chosen: Debt | null, returned: boolean): string {
  if (!chosen) return 'nothing-chosen';
  return returned ? 'open' : 'not-returned';
}

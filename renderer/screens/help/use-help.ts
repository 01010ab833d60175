import { useEffect, useState } from 'react';
import type { VisitId } from '#contract/shapes/case.ts';
import type { Help } from '#contract/shapes/help.ts';
import type { Desk } from '../../desk.ts';
import { tell } from '../../stores/asking.ts';

/** Who helps in a visit; null: nobody; undefined until the desk has said. Read anew whenever the visit changes. */
export function useHelp(desk: Desk, visitId: VisitId): Help | null | undefined {
  const [help, setHelp] = useState<Help | null>();
  useEffect(() => {
    let isHere = true;
    const look = async () => {
      const told = await tell(desk, 'help.look', { visitId });
      if (isHere) setHelp(told.ok ? told.value.help : null);
    };
    void look();
    const left = [desk.hear('visit.changed', () => void look()), desk.onBack(() => void look())];
    return () => {
      isHere = false;
      for (const leave of left) leave();
    };
  }, [desk, visitId]);
  return help;
}

import { useState } from 'react';
import type { VisitId } from '#contract/shapes/case.ts';
import type { Day } from '#contract/shapes/day.ts';
import type { ItemCode } from '#contract/shapes/item.ts';
import { ActButton } from '../../components/act-button.tsx';
import type { Stores } from '../../stores/stores.ts';
import { useWords } from '../../words/words.ts';
import { HelperDialog } from './helper-dialog.tsx';
import { useHelp } from './use-help.ts';

interface HelperKeyProps {
  readonly stores: Stores;
  readonly visitId: VisitId;
  readonly today: Day;
  readonly itemCode: ItemCode | null;
}

/** The key that opens who helps in this visit. */
export function HelperKey(props: HelperKeyProps) {
  const { help: said } = useWords();
  const help = useHelp(props.stores.desk, props.visitId);
  const [open, setOpen] = useState(false);
  return (
    <>
      <ActButton act="helper" look="quiet" onAct={() => setOpen(true)}>
        {said.open}
      </ActButton>
      {open && help !== undefined && <HelperDialog {...props} help={help} onClose={() => setOpen(false)} />}
    </>
  );
}

import { useState } from 'react';
import type { CaseView } from '#contract/shapes/case.ts';
import { RegionCode } from '#contract/shapes/crossing.ts';
import { Dialog } from '../../components/dialog.tsx';
import { DialogField, DialogForm, focusDialogForm } from '../../components/dialog-form.tsx';
import { PickList } from '../../components/pick-list.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import { type Setback, tell } from '../../stores/asking.ts';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { useWords } from '../../words/words.ts';

interface ElsewhereProps {
  readonly stores: Stores;
  readonly file: CaseView;
  readonly onClose: () => void;
}

const CHOICES = ['here', 'elsewhere'] as const;

/** Alt+0: which region decides this draft; another one is received for and passed on to. */
export function ElsewhereDialog({ stores, file, onClose }: ElsewhereProps) {
  const words = useWords();
  const { crossing: said } = words;
  const { chosen, decisionRegion, organ: organBefore } = file.crossing;
  const [at, setAt] = useState(chosen ? 1 : 0);
  const [region, setRegion] = useState(chosen ? decisionRegion : '');
  const [organ, setOrgan] = useState(chosen ? organBefore : '');
  const [setback, setSetback] = useState<Setback | null>(null);
  const isWhole = RegionCode.safeParse(region.trim()).success && organ.trim().length >= 2;

  const say = async (elsewhere: { readonly region: string; readonly organ: string } | null) => {
    const told = await tell(stores.desk, 'crossing.decided-in', { caseId: file.id, elsewhere });
    if (told.ok) onClose();
    else setSetback(told.setback);
  };
  return (
    <Dialog title={said.title} note={said.note} hint={words.frame.dialogs.keysHint} onClose={onClose}>
      <PickList
        label={said.title}
        rows={CHOICES}
        rowKey={(one) => one}
        at={at}
        digits
        first
        onMove={setAt}
        onChoose={(one) => {
          if (one === 'here') void say(null);
          else focusDialogForm();
        }}
        renderRow={(one, index) => (
          <>
            <kbd className="kbd">{index + 1}</kbd>
            <b>{one === 'here' ? said.chooseHere : said.chooseElsewhere}</b>
          </>
        )}
      />
      {at === 1 && (
        <DialogForm
          isWhole={isWhole}
          submit={said.do}
          onSubmit={() => void say({ region: region.trim(), organ: organ.trim() })}
        >
          <DialogField
            label={said.region}
            kind="digits"
            value={region}
            maxLength={12}
            placeholder={said.regionHint}
            onType={setRegion}
          />
          <DialogField label={said.organ} value={organ} maxLength={100} onType={setOrgan} />
        </DialogForm>
      )}
      {setback && <SetbackLine>{setbackWords(words, setback)}</SetbackLine>}
    </Dialog>
  );
}

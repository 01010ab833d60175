import { useState } from 'react';
import type { VisitId } from '#contract/shapes/case.ts';
import type { Day } from '#contract/shapes/day.ts';
import { type Help, HelpAct } from '#contract/shapes/help.ts';
import type { ItemCode } from '#contract/shapes/item.ts';
import { consentWord, isHelpersAct } from '#rules/intake/helping.ts';
import { Dialog } from '../../components/dialog.tsx';
import { PickList } from '../../components/pick-list.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import { type Setback, tell, type Told } from '../../stores/asking.ts';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { useWords } from '../../words/words.ts';
import { ConsentForm } from './consent-form.tsx';
import { HelpLine } from './help-line.tsx';

interface HelperDialogProps {
  readonly stores: Stores;
  readonly visitId: VisitId;
  readonly today: Day;
  /** Who helps already; null: nobody. */
  readonly help: Help | null;
  /** The item of the case in hand. */
  readonly itemCode: ItemCode | null;
  readonly onClose: () => void;
}

const ACTS = HelpAct.options.filter(isHelpersAct);

type Call = 'help.save' | 'help.ask-consent' | 'help.note' | 'citizen.open-screen';

/** 帮办代办: who helps on the citizen's signed word; once that stands, what they did is added line by line. */
export function HelperDialog({ stores, visitId, help, today, itemCode, onClose }: HelperDialogProps) {
  const words = useWords();
  const { help: said } = words;
  const { desk } = stores;
  const [at, setAt] = useState(0);
  const [setback, setSetback] = useState<Setback | null>(null);
  const stands = help !== null && consentWord(help.consent, itemCode ? [itemCode] : [], today) === null;
  const act = async (asked: Promise<Told<Call>>): Promise<boolean> => {
    const told = await asked;
    setSetback(told.ok ? null : told.setback);
    return told.ok;
  };
  return (
    <Dialog title={said.title} note={said.note} hint={words.frame.dialogs.keysHint} wide onClose={onClose}>
      <HelpLine stores={stores} visitId={visitId} />
      {stands ? (
        <PickList
          label={said.did}
          rows={ACTS}
          rowKey={(one) => one}
          at={at}
          digits
          first
          onMove={setAt}
          onChoose={(one) => void act(tell(desk, 'help.note', { visitId, act: one }))}
          renderRow={(one, index) => (
            <>
              <kbd className="kbd">{index + 1}</kbd>
              <b>{said.acts[one]}</b>
            </>
          )}
        />
      ) : (
        <ConsentForm
          help={help}
          today={today}
          itemCode={itemCode}
          onSave={async (seen) => {
            if (await act(tell(desk, 'help.save', { visitId, ...seen }))) onClose();
          }}
          onAsk={(wish) => act(tell(desk, 'help.ask-consent', { visitId, ...wish }))}
          onOpenScreen={() => act(tell(desk, 'citizen.open-screen', {}))}
        />
      )}
      {setback && <SetbackLine>{setbackWords(words, setback)}</SetbackLine>}
    </Dialog>
  );
}

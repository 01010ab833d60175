import './help.css';
import type { VisitId } from '#contract/shapes/case.ts';
import type { Help } from '#contract/shapes/help.ts';
import { Icon } from '../../components/icon.tsx';
import type { Stores } from '../../stores/stores.ts';
import { dayWords } from '../../words/dates.ts';
import { useWords, type Words } from '../../words/words.ts';
import { useHelp } from './use-help.ts';

/** Who helps, on whose word until when, and what they did; nothing where nobody helps. */
export function HelpLine({ stores, visitId }: { readonly stores: Stores; readonly visitId: VisitId }) {
  const words = useWords();
  const { help: said } = words;
  const help = useHelp(stores.desk, visitId);
  if (!help) return null;
  const { mode, helper, consent, did } = help;
  const isSeen = consent.originalSeen;
  return (
    <p className="help-line">
      <Icon name={isSeen ? 'card' : 'todo'} size="s" tone={isSeen ? 'qing' : 'amber'} />
      <b>{said.line(helper.name, helper.point)}</b>{' '}
      <span className="note">
        {[
          said.standing(said.modes[mode], dayWords(consent.until, words)),
          ...consentSaid(words, consent),
          ...did.map(({ act }) => said.acts[act]),
        ].join(' · ')}
      </span>
    </p>
  );
}

/** How the consent stands that was made here; one that came on paper needs no word. */
function consentSaid({ help, papers }: Words, { paper, originalSeen }: Help['consent']): string[] {
  if (!paper) return originalSeen ? [] : [help.signAnew];
  const { documentNumber, signing } = paper;
  const how = signing.state === 'settled' ? papers.outcome[signing.outcome] : papers.state[signing.state];
  return [`${documentNumber} ${how}`];
}

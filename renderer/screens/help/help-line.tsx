import './help.css';
import type { VisitId } from '#contract/shapes/case.ts';
import { Icon } from '../../components/icon.tsx';
import type { Stores } from '../../stores/stores.ts';
import { dayWords } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import { useHelp } from './use-help.ts';

/** Who helps, on whose word until when, and what they did; nothing where nobody helps. */
export function HelpLine({ stores, visitId }: { readonly stores: Stores; readonly visitId: VisitId }) {
  const words = useWords();
  const { help: said } = words;
  const help = useHelp(stores.desk, visitId);
  if (!help) return null;
  const { mode, helper, consent, did } = help;
  return (
    <p className="help-line">
      <Icon name="card" size="s" tone="qing" />
      <b>{said.line(helper.name, helper.point)}</b>{' '}
      <span className="note">
        {[
          said.standing(said.modes[mode], dayWords(consent.until, words)),
          ...did.map(({ act }) => said.acts[act]),
        ].join(' · ')}
      </span>
    </p>
  );
}

import { useStore } from 'zustand';
import { ActButton } from '../../components/act-button.tsx';
import { Icon } from '../../components/icon.tsx';
import type { Slots } from '../../stores/form-slots.ts';
import type { Stores } from '../../stores/stores.ts';
import { useWords } from '../../words/words.ts';

/** 动态更新: what departments and licences filled in, and the key that asks them again from the form itself. */
export function SourceLine({ stores }: { readonly stores: Stores }) {
  const { form } = useWords();
  const frozen = useStore(stores.form, (s) => s.frozen);
  const queried = useStore(stores.form, ({ slots }) => queriedOf(slots).length);
  const stale = useStore(
    stores.form,
    ({ slots }) => queriedOf(slots).filter(({ held }) => held.value?.stale === true).length,
  );
  const asked = useStore(stores.form, (s) => s.asked);
  const asking = useStore(stores.form, (s) => s.asking);
  const askSources = useStore(stores.form, (s) => s.askSources);
  if (frozen || queried === 0) return null;
  const isOpen = stale > 0 && asked === null;
  return (
    <div className="form-line">
      <Icon name={isOpen ? 'wait' : 'info'} size="s" tone={isOpen ? 'amber' : 'dim'} />
      <output aria-live="polite">{asked ? form.asked(asked) : form.queried(queried, stale)}</output>
      <ActButton act="recheck" look="quiet" busy={asking} onAct={() => void askSources()}>
        {asking ? form.asking : form.askSources}
      </ActButton>
    </div>
  );
}

const QUERIED: ReadonlySet<string> = new Set(['shared-data', 'licence']);

/** Fields on which a source that can be asked has a word, counted or not. */
function queriedOf(slots: Slots) {
  return Object.values(slots).filter(
    ({ held }) =>
      held.readOnly === null &&
      [held.value, ...held.sources, ...held.shownInPart].some(
        (word) => word !== null && QUERIED.has(word.source),
      ),
  );
}

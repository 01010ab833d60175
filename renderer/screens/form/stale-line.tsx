import { useStore } from 'zustand';
import { ActButton } from '../../components/act-button.tsx';
import { Icon } from '../../components/icon.tsx';
import type { Slots } from '../../stores/form-slots.ts';
import type { Stores } from '../../stores/stores.ts';
import { useWords } from '../../words/words.ts';

/** 动态更新: values older than they may be. What somebody said is asked again; a source is asked where its paper is. */
export function StaleLine({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const { form } = words;
  const frozen = useStore(stores.form, (s) => s.frozen);
  const said = useStore(stores.form, ({ slots }) => staleOf(slots, SAID).join(' '));
  const queried = useStore(stores.form, ({ slots }) => staleOf(slots, QUERIED).length);
  const stillSo = useStore(stores.form, (s) => s.stillSo);
  const meanings = said === '' ? [] : said.split(' ');
  if (frozen || meanings.length + queried === 0) return null;
  return (
    <div className="form-line">
      <Icon name="wait" size="s" tone="amber" />
      <span>
        {meanings.length > 0 && form.staleSaid(meanings.length)}
        {queried > 0 && form.staleQueried(queried)}
      </span>
      {meanings.length > 0 && (
        <ActButton act="form-still" look="quiet" onAct={() => void stillSo(meanings)}>
          {form.stillSo}
        </ActButton>
      )}
    </div>
  );
}

const SAID: ReadonlySet<string> = new Set(['by-hand', 'earlier-case']);
const QUERIED: ReadonlySet<string> = new Set(['shared-data', 'licence']);

function staleOf(slots: Slots, sources: ReadonlySet<string>): string[] {
  return Object.values(slots)
    .filter(
      ({ held, draft }) =>
        !draft && !held.readOnly && held.value?.stale === true && sources.has(held.value.source),
    )
    .map(({ field }) => field.meaning);
}

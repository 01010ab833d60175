import { useStore } from 'zustand';
import { ActButton } from '../../components/act-button.tsx';
import { Icon } from '../../components/icon.tsx';
import type { Slots } from '../../stores/form-slots.ts';
import type { Stores } from '../../stores/stores.ts';
import { useWords } from '../../words/words.ts';

/** 动态更新: what somebody said longer ago than it may be is asked again. */
export function StaleLine({ stores }: { readonly stores: Stores }) {
  const { form } = useWords();
  const frozen = useStore(stores.form, (s) => s.frozen);
  const said = useStore(stores.form, ({ slots }) => staleOf(slots).join(' '));
  const stillSo = useStore(stores.form, (s) => s.stillSo);
  if (frozen || said === '') return null;
  const meanings = said.split(' ');
  return (
    <div className="form-line">
      <Icon name="wait" size="s" tone="amber" />
      <span>{form.staleSaid(meanings.length)}</span>
      <ActButton act="form-still" look="quiet" onAct={() => void stillSo(meanings)}>
        {form.stillSo}
      </ActButton>
    </div>
  );
}

const SAID: ReadonlySet<string> = new Set(['by-hand', 'earlier-case']);

function staleOf(slots: Slots): string[] {
  return Object.values(slots)
    .filter(
      ({ held, draft }) =>
        !draft && !held.readOnly && held.value?.stale === true && SAID.has(held.value.source),
    )
    .map(({ field }) => field.meaning);
}

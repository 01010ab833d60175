import { useStore } from 'zustand';
import { Icon } from '../../components/icon.tsx';
import type { StatusStore } from '../../stores/status-store.ts';
import { useWords } from '../../words/words.ts';

/** A desk whose first catalogue is large starts without one: how far it is, and what can be done meanwhile. */
export function FirstCatalogue({ status }: { readonly status: StatusStore }) {
  const { firstCatalogue: said } = useWords().frame;
  const first = useStore(status, (s) => s.status?.firstCatalogue ?? null);
  if (first === null) return null;
  const { state, written, items } = first;
  if (state === 'missing') {
    return (
      <div className="banner low warn" role="alert">
        <Icon name="warn" tone="amber" />
        <p>
          <b>{said.missing}</b>
          {said.missingNote}
        </p>
      </div>
    );
  }
  const far = items === null ? said.reading : said.loading(written, items);
  return (
    <output className="banner low">
      <Icon name="wait" tone="indigo" />
      <span>
        <b>{far}</b>
        {said.loadingNote}
      </span>
      <progress aria-label={far} {...(items === null ? {} : { value: written, max: items })} />
    </output>
  );
}

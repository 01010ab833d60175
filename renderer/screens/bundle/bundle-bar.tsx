import { useStore } from 'zustand';
import type { BundleView } from '#contract/shapes/bundle-view.ts';
import { ActButton } from '../../components/act-button.tsx';
import { Icon, type IconName, type Tone } from '../../components/icon.tsx';
import type { Stores } from '../../stores/stores.ts';
import { useWords, type Words } from '../../words/words.ts';
import { lacks, stepNo } from './step-words.ts';

interface BundleBarProps {
  readonly stores: Stores;
  readonly view: BundleView;
}

/** What F9 would do now: how many are accepted, how many received, and what the others lack. */
export function BundleBar({ stores, view }: BundleBarProps) {
  const words = useWords();
  const { busy, accept } = useStore(stores.bundle);
  const acts = view.steps.flatMap(({ case: one }) => one?.act ?? []);
  const said = barWords(words, view);
  return (
    <footer className="act-bar">
      <output className="say" aria-live="polite">
        <Icon name={said.sign} size="l" tone={said.tone} />
        <span>
          <b title={said.headline}>{said.headline}</b>
          <span title={said.note}>{said.note}</span>
        </span>
      </output>
      <ActButton
        act="accept"
        look="big"
        main
        busy={busy === 'accept'}
        standing={acts.length > 0 ? 'open' : 'nothing-ready'}
        onAct={accept}
      >
        {acts.length > 0 ? words.bundle.bar.accept(acts.length) : words.sheet.deciding.acts.accept}
      </ActButton>
    </footer>
  );
}

interface BarWords {
  readonly sign: IconName;
  readonly tone: Tone;
  readonly headline: string;
  readonly note: string;
}

function barWords(words: Words, view: BundleView): BarWords {
  const { bar } = words.bundle;
  const acts = view.steps.flatMap(({ case: one }) => one?.act ?? []);
  const receive = acts.filter((act) => act === 'receive').length;
  const stopped = view.steps.flatMap((step) => {
    const what = step.standing === 'ready' ? lacks(words, step) : null;
    return what ? [bar.lacks(String(stepNo(view, step.itemCode)), what)] : [];
  });
  const blocked = view.steps.filter(({ standing }) => standing === 'waits');
  const stuck = blocked.filter((step) => step.stuck).length;
  const waiting = blocked.length - stuck;
  const note = [
    ...stopped.slice(0, 2),
    waiting > 0 ? bar.waits(waiting) : '',
    stuck > 0 ? bar.stuck(stuck) : '',
  ]
    .filter(Boolean)
    .join(' · ');
  if (acts.length > 0) {
    const headline = bar.ready(acts.length - receive, receive);
    return { sign: 'ok', tone: 'pine', headline, note: note || bar.each };
  }
  if (stopped.length > 0) return { sign: 'warn', tone: 'amber', headline: bar.notReady, note };
  if (stuck > 0) {
    const headline = bar.stuck(stuck);
    return { sign: 'warn', tone: 'amber', headline, note: waiting > 0 ? bar.waits(waiting) : bar.each };
  }
  return waiting > 0
    ? { sign: 'wait', tone: 'indigo', headline: bar.waits(waiting), note: bar.each }
    : { sign: 'ok', tone: 'pine', headline: bar.allDone, note: '' };
}

import type { BundleStepView, BundleView } from '#contract/shapes/bundle-view.ts';
import { Icon, type IconName, type Tone } from '../../components/icon.tsx';
import { inLanguage, useWords, type Words } from '../../words/words.ts';
import { stepNo, waitedNames } from './step-words.ts';

/**
 * What the citizen is told when a step ended without a result: what came to nothing, why, by which paper and what can be
 * done; what waited for it; and what is not touched by it. Shows nothing while nothing ended.
 *
 * @source domain.md 7 (7)
 */
export function PartlyFailed({ view }: { readonly view: BundleView }) {
  const words = useWords();
  const said = words.bundle.told;
  const { steps } = view;
  const ended = steps.filter(({ standing }) => standing === 'ended');
  const [firstStuck, ...otherStuck] = steps.filter((step) => step.standing === 'waits' && step.stuck);
  const done = steps.filter(({ standing }) => standing === 'done');
  const goesOn = steps.filter(({ standing }) => standing === 'under-way');
  if (ended.length === 0) return null;
  return (
    <section className="partly-failed" aria-label={said.head}>
      <h2>{said.head}</h2>
      {ended.map((step) => (
        <Line key={step.itemCode} icon="stop" tone="zhu" head={said.ended} view={view} steps={[step]}>
          {endedWords(words, step)}
        </Line>
      ))}
      {firstStuck && (
        <Line icon="warn" tone="amber" head={said.stuck} view={view} steps={[firstStuck, ...otherStuck]}>
          {said.stuckWhy(waitedNames(words, view, firstStuck))}
        </Line>
      )}
      {done.length > 0 && (
        <Line icon="ok" tone="pine" head={said.done} view={view} steps={done}>
          {said.untouched}
        </Line>
      )}
      {goesOn.length > 0 && (
        <Line icon="ok" tone="pine" head={said.goesOn} view={view} steps={goesOn}>
          {said.untouched}
        </Line>
      )}
    </section>
  );
}

interface LineProps {
  readonly icon: IconName;
  readonly tone: Tone;
  readonly head: string;
  readonly view: BundleView;
  readonly steps: readonly BundleStepView[];
  readonly children: string;
}

function Line({ icon, tone, head, view, steps, children }: LineProps) {
  const words = useWords();
  const names = steps.map(
    (one) => `${stepNo(view, one.itemCode)} ${inLanguage(words, one.itemNameZh, one.itemNameEn)}`,
  );
  return (
    <p>
      <Icon name={icon} size="s" tone={tone} />
      <b className="nw">{head}</b>
      <span>
        <b>{names.join(words.sheet.intake.listMark)}</b> <span className="note">{children}</span>
      </span>
    </p>
  );
}

function endedWords(words: Words, { ended, case: one }: BundleStepView): string {
  const { told: said } = words.bundle;
  if (!ended) return '';
  const standing = one && one.state !== 'received' ? words.sheet.deciding.states[one.state] : '';
  return [
    [standing, ended.say].filter(Boolean).join(said.colon),
    ended.paper ? said.by(ended.paper) : '',
    said.next[ended.next](ended.organ ?? ''),
  ]
    .filter(Boolean)
    .join(' · ');
}

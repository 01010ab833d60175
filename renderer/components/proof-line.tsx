import { Icon, type IconName, type Tone } from './icon.tsx';

export interface ProofPoint {
  readonly key: string;
  /** done: has happened and has a time · busy: under way · owed: not yet · failed: stopped here */
  readonly state: 'done' | 'busy' | 'owed' | 'failed';
  readonly title: string;
  readonly note: string;
}

const SHOWN = {
  done: ['ok', 'pine'],
  busy: ['wait', 'indigo'],
  owed: ['wait', 'indigo'],
  failed: ['stop', 'zhu'],
} as const satisfies Record<ProofPoint['state'], readonly [IconName, Tone]>;

/** The way of a record: solid green has happened, dashed indigo is owed. */
export function ProofLine({
  label,
  points,
}: {
  readonly label: string;
  readonly points: readonly ProofPoint[];
}) {
  return (
    <ol className="proof-line" aria-label={label}>
      {points.map((point, index) => {
        const next = points[index + 1];
        const cut = point.state !== 'done' || next?.state === 'owed' || next?.state === 'failed';
        return (
          <li key={point.key} className={cut ? 'cut' : undefined} data-state={point.state}>
            <Icon name={SHOWN[point.state][0]} tone={SHOWN[point.state][1]} />
            <b>{point.title}</b>
            <span>{point.note}</span>
          </li>
        );
      })}
    </ol>
  );
}

import type { ReactNode } from 'react';

/** Shapes on a 20×20 field. A state is told by its outline, never by colour alone. */
const SHAPES = {
  ok: (
    <>
      <circle cx="10" cy="10" r="8.2" fill="currentColor" stroke="none" />
      <path d="M6.2 10.3l2.6 2.6 5-5.4" stroke="#fff" strokeWidth="2" />
    </>
  ),
  warn: (
    <>
      <path d="M10 2.4 18.4 17H1.6z" fill="currentColor" stroke="currentColor" />
      <path d="M10 7.6v4.6M10 14.6v.1" stroke="#fff" strokeWidth="2" />
    </>
  ),
  stop: (
    <>
      <path
        d="M6.6 1.8h6.8l4.8 4.8v6.8l-4.8 4.8H6.6l-4.8-4.8V6.6z"
        fill="currentColor"
        stroke="currentColor"
      />
      <path d="M7 7l6 6M13 7l-6 6" stroke="#fff" strokeWidth="2" />
    </>
  ),
  wait: (
    <>
      <circle cx="10" cy="10" r="7.6" />
      <path d="M10 5.6V10l3 2" />
    </>
  ),
  todo: <circle cx="10" cy="10" r="7.4" strokeDasharray="3.1 2.7" />,
  none: (
    <>
      <circle cx="10" cy="10" r="7.4" />
      <path d="M6.4 10h7.2" />
    </>
  ),
  star: <path d="m10 2.6 2.3 4.8 5.2.7-3.8 3.6.9 5.2-4.6-2.5-4.6 2.5.9-5.2L2.5 8.1l5.2-.7z" />,
  swap: <path d="M3 7h12.5M12 3.5 15.5 7 12 10.5M17 13H4.5M8 9.5 4.5 13 8 16.5" />,
  redo: <path d="M16 10a6 6 0 1 1-1.9-4.4L16 7.4M16 3.4v4h-4" />,
  pause: <path d="M7 4v12M13 4v12" strokeWidth="2.6" />,
  user: (
    <>
      <circle cx="10" cy="6.6" r="3.6" />
      <path d="M3 17.6c.8-4 3.4-5.4 7-5.4s6.2 1.4 7 5.4" />
    </>
  ),
  find: (
    <>
      <circle cx="8.8" cy="8.8" r="5.6" />
      <path d="m13 13 4.2 4.2" />
    </>
  ),
  owe: <path d="M3 11.5 5.4 4h9.2L17 11.5V16H3zM3 11.5h4l1.2 2h3.6l1.2-2h4" />,
  disk: (
    <>
      <ellipse cx="10" cy="5" rx="6.8" ry="2.6" />
      <path d="M3.2 5v10c0 1.4 3 2.6 6.8 2.6s6.8-1.2 6.8-2.6V5M3.2 10c0 1.4 3 2.6 6.8 2.6s6.8-1.2 6.8-2.6" />
    </>
  ),
  volume: <path d="M3 8v4h3l4.5 3.6V4.4L6 8zM13.5 7.4a4 4 0 0 1 0 5.2M15.8 5a7.4 7.4 0 0 1 0 10" />,
  arrow: <path d="M3 10h13.5M11.5 5l5 5-5 5" />,
  card: (
    <>
      <rect x="2" y="4" width="16" height="12" rx="2" />
      <circle cx="6.8" cy="9" r="1.8" />
      <path d="M4.4 13.4c.6-1.6 4.2-1.6 4.8 0M12 8.4h3.6M12 11.6h3.6" />
    </>
  ),
  eye: (
    <>
      <path d="M1.8 10C4 6 6.8 4.4 10 4.4S16 6 18.2 10C16 14 13.2 15.6 10 15.6S4 14 1.8 10z" />
      <circle cx="10" cy="10" r="2.6" />
    </>
  ),
  calendar: (
    <>
      <rect x="3" y="4.4" width="14" height="13" rx="1.6" />
      <path d="M3 8.4h14M6.8 2.6v3.4M13.2 2.6v3.4" />
    </>
  ),
  lock: (
    <>
      <rect x="4" y="9" width="12" height="8.4" rx="1.6" />
      <path d="M6.8 9V6.6a3.2 3.2 0 0 1 6.4 0V9" />
    </>
  ),
  code: <path d="M3 4v12M6 4v12M8.6 4v12M12 4v12M14.4 4v12M17 4v12" />,
  line: <path d="M3 13.5c2.5 0 2.5-7 5-7M12 13.5c2.5 0 2.5-7 5-7M10 8.5v3" />,
  info: (
    <>
      <circle cx="10" cy="10" r="7.6" />
      <path d="M10 9.2v4.6M10 6.2v.1" />
    </>
  ),
  file: <path d="M5 2.6h6.4L15 6.2v11.2H5zM11 2.8v3.8h4" />,
  cut: (
    <path d="M6.4 14.6H5.2a3.4 3.4 0 0 1-.4-6.8M8.6 5.2A4.6 4.6 0 0 1 14 8.6a3.2 3.2 0 0 1 1.6 5.6M3 3l14 14" />
  ),
  cross: <path d="M5 5l10 10M15 5 5 15" />,
  ticket: <path d="M3 5h14v3.4a1.8 1.8 0 0 0 0 3.4V15H3v-3.2a1.8 1.8 0 0 0 0-3.4zM12 5v10" />,
} as const satisfies Record<string, ReactNode>;

export type IconName = keyof typeof SHAPES;

/** Decoration beside a word: it is never the only bearer of a meaning. */
export function Icon({
  name,
  size,
  tone,
}: {
  readonly name: IconName;
  readonly size?: 's' | 'l';
  readonly tone?: Tone;
}) {
  return (
    <svg className={['i', size, tone].filter(Boolean).join(' ')} viewBox="0 0 20 20" aria-hidden="true">
      {SHAPES[name]}
    </svg>
  );
}

export type Tone = 'pine' | 'amber' | 'zhu' | 'indigo' | 'qing' | 'dim';

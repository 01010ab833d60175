import { type PointerEvent, useRef } from 'react';
import type { Stroke } from '#contract/shapes/signature.ts';
import { useWords } from '../../words/words.ts';

/** The pad counts so many units, whatever the screen. */
const WIDTH = 1000;
const HEIGHT = 400;
const LONGEST_STROKE = 600;
const MOST_STROKES = 60;

interface SignaturePadProps {
  readonly strokes: readonly Stroke[];
  readonly onChange: (strokes: readonly Stroke[]) => void;
}

/** Where the citizen writes a name with a finger, a pen or a mouse. */
export function SignaturePad({ strokes, onChange }: SignaturePadProps) {
  const { citizen: said } = useWords();
  const isDown = useRef(false);

  const begin = (event: PointerEvent<SVGSVGElement>): void => {
    if (strokes.length >= MOST_STROKES) return;
    isDown.current = true;
    event.currentTarget.setPointerCapture(event.pointerId);
    onChange([...strokes, [pointOf(event)]]);
  };
  const move = (event: PointerEvent<SVGSVGElement>): void => {
    const last = strokes.at(-1);
    if (!isDown.current || !last || last.length >= LONGEST_STROKE) return;
    onChange([...strokes.slice(0, -1), [...last, pointOf(event)]]);
  };
  const end = (): void => {
    isDown.current = false;
  };

  return (
    <div className="pad">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        aria-label={said.pen}
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <line x1="60" y1="330" x2="940" y2="330" />
        {strokes.map((stroke, at) => (
          // Strokes are only added at the end: their place names them.
          // oxlint-disable-next-line react/no-array-index-key
          <polyline key={at} points={stroke.map(({ x, y }) => `${x},${y}`).join(' ')} />
        ))}
      </svg>
      {strokes.length === 0 && <span>{said.pen}</span>}
      <button
        type="button"
        className="btn touch"
        disabled={strokes.length === 0}
        onClick={() => onChange([])}
      >
        {said.clear}
      </button>
    </div>
  );
}

function pointOf(event: PointerEvent<SVGSVGElement>): Stroke[number] {
  const box = event.currentTarget.getBoundingClientRect();
  const within = (part: number, most: number): number => Math.round(Math.min(1, Math.max(0, part)) * most);
  return {
    x: within((event.clientX - box.left) / Math.max(1, box.width), WIDTH),
    y: within((event.clientY - box.top) / Math.max(1, box.height), HEIGHT),
  };
}

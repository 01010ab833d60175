import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import type { Crop, Page } from '#contract/shapes/page.ts';
import { type Edge, moveEdge, turnedFrame, unturnedCrop } from '#rules/intake/page-frame.ts';
import { useAct } from '../../keys/keys-context.ts';
import { useWords } from '../../words/words.ts';

const EDGES = ['left', 'top', 'right', 'bottom'] as const satisfies readonly Edge[];
const STEP = 0.01;
const LARGE_STEP = 0.05;

interface CropFrameProps {
  readonly page: Page;
  readonly onKeep: (crop: Crop | null) => void;
  readonly onLeave: () => void;
}

/** Four edges over the whole page, each moved with the arrow keys or the pointer. */
export function CropFrame({ page, onKeep, onLeave }: CropFrameProps) {
  const words = useWords();
  const [frame, setFrame] = useState(() => turnedFrame(page.crop, page.turn));
  const box = useRef<HTMLDivElement>(null);
  useAct('back', onLeave);
  useEffect(() => box.current?.querySelector<HTMLElement>('input')?.focus(), []);

  const press = (event: KeyboardEvent, edge: Edge) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      return onKeep(unturnedCrop(frame, page.turn));
    }
    const by = arrowOf(event.key, edge);
    if (by === 0) return;
    event.preventDefault();
    setFrame(moveEdge(frame, edge, by * (event.shiftKey ? LARGE_STEP : STEP)));
  };
  const drag = (event: PointerEvent, edge: Edge) => {
    const whole = box.current?.getBoundingClientRect();
    if (!whole || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const place =
      edge === 'left' || edge === 'right'
        ? (event.clientX - whole.left) / whole.width
        : (event.clientY - whole.top) / whole.height;
    setFrame(moveEdge(frame, edge, place - frame[edge]));
  };

  return (
    <div className="crop" ref={box}>
      <div
        className="crop-keep"
        style={{
          left: `${frame.left * 100}%`,
          top: `${frame.top * 100}%`,
          width: `${(frame.right - frame.left) * 100}%`,
          height: `${(frame.bottom - frame.top) * 100}%`,
        }}
      >
        {EDGES.map((edge) => (
          <input
            key={edge}
            type="range"
            className={`crop-edge ${edge}`}
            aria-label={words.pages.edges[edge]}
            min={0}
            max={100}
            step={1}
            value={Math.round(frame[edge] * 100)}
            onChange={(event) =>
              setFrame(moveEdge(frame, edge, Number(event.target.value) / 100 - frame[edge]))
            }
            onKeyDown={(event) => press(event, edge)}
            onPointerDown={(event) => {
              // The edge follows the pointer itself, not the track of the slider.
              event.preventDefault();
              event.currentTarget.focus();
              event.currentTarget.setPointerCapture(event.pointerId);
            }}
            onPointerMove={(event) => drag(event, edge)}
          />
        ))}
      </div>
    </div>
  );
}

/** Which way an arrow moves an edge; arrows along the edge do nothing. */
function arrowOf(key: string, edge: Edge): number {
  const across = edge === 'left' || edge === 'right';
  if (key === (across ? 'ArrowRight' : 'ArrowDown')) return 1;
  return key === (across ? 'ArrowLeft' : 'ArrowUp') ? -1 : 0;
}

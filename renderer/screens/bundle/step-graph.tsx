import { type CSSProperties, type KeyboardEvent, type ReactNode, useRef } from 'react';
import type { ItemCode } from '#contract/shapes/item.ts';
import { graphPlaces, type GraphStep, type Place } from './graph-places.ts';

interface StepGraphProps<S extends GraphStep> {
  readonly label: string;
  readonly steps: readonly S[];
  readonly at: ItemCode | null;
  readonly onMove: (itemCode: ItemCode) => void;
  /** False: the key was not for this step. */
  readonly onKey: (key: string, step: S) => boolean;
  readonly classOf: (step: S) => string;
  readonly render: (step: S, no: number) => ReactNode;
}

/** The picture of a bundle: who waits for whom, left to right. Arrows go from step to step. */
export function StepGraph<S extends GraphStep>(props: StepGraphProps<S>) {
  const { label, steps, at, onMove, onKey, classOf, render } = props;
  const list = useRef<HTMLOListElement>(null);
  const places = graphPlaces(steps);
  const size: Record<string, number> = { '--columns': places.columns, '--rows': places.rows };
  const style: CSSProperties = size;

  const move = (index: number, by: number) => {
    const next = steps[index + by];
    if (!next) return;
    onMove(next.itemCode);
    list.current?.querySelectorAll<HTMLElement>('[data-step-card]')[index + by]?.focus();
  };
  const press = (event: KeyboardEvent, step: S, index: number) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowRight') move(index, 1);
    else if (event.key === 'ArrowUp' || event.key === 'ArrowLeft') move(index, -1);
    else if (!onKey(event.key, step)) return;
    event.preventDefault();
  };

  return (
    <ol className="step-graph" aria-label={label} style={style} ref={list}>
      <li className="wires" aria-hidden="true">
        <svg viewBox={`0 0 ${places.columns * 100} ${places.rows * 100}`} preserveAspectRatio="none">
          {steps.flatMap(({ itemCode, after }) =>
            after.map((code) => (
              <path key={`${code} ${itemCode}`} d={wire(places.at.get(code), places.at.get(itemCode))} />
            )),
          )}
        </svg>
      </li>
      {steps.map((step, index) => {
        const place = places.at.get(step.itemCode);
        const isNow = step.itemCode === at;
        return (
          <li key={step.itemCode} style={place && { gridColumn: place.column + 1, gridRow: place.row + 1 }}>
            <button
              type="button"
              data-step-card={step.itemCode}
              className={`step-card ${classOf(step)}${isNow ? ' now' : ''}`}
              aria-current={isNow || undefined}
              tabIndex={isNow || (at === null && index === 0) ? 0 : -1}
              onFocus={() => onMove(step.itemCode)}
              onClick={() => onMove(step.itemCode)}
              onKeyDown={(event) => press(event, step, index)}
            >
              {render(step, index + 1)}
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function wire(from: Place | undefined, to: Place | undefined): string {
  if (!from || !to) return '';
  const [x1, y1] = [from.column * 100 + 94, from.row * 100 + 50];
  const [x2, y2] = [to.column * 100 + 6, to.row * 100 + 50];
  const middle = to.column * 100;
  return `M${x1} ${y1}H${middle}V${y2}H${x2}`;
}

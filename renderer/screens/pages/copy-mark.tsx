import { useId } from 'react';

/** Units of the drawing, not dots: the mark grows and shrinks with the page it lies on. */
const SHORT_SIDE = 600;
const SIZE = 15;
const ROW = 118;

interface CopyMarkProps {
  readonly text: string;
  /** Width by height of the page it lies on. */
  readonly ratio: number;
}

/**
 * The mark of a reused copy over the whole page: who compared it with the original, and the one use it may have. It
 * lies over the picture and is not in its bytes, so the copy stays what it was.
 *
 * @source domain.md 4.3
 */
export function CopyMark({ text, ratio }: CopyMarkProps) {
  const id = useId();
  const [width, height] = ratio < 1 ? [SHORT_SIDE, SHORT_SIDE / ratio] : [SHORT_SIDE * ratio, SHORT_SIDE];
  // A mark is about as wide as its signs: the next one begins behind it.
  const long = (text.length + 2) * SIZE;
  return (
    <svg className="copy-over" viewBox={`0 0 ${width} ${height}`}>
      <title>{text}</title>
      <defs aria-hidden="true">
        <pattern
          id={id}
          width={long}
          height={ROW}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-28)"
        >
          <text x={SIZE} y={SIZE * 2} fontSize={SIZE}>
            {text}
          </text>
          <text x={SIZE - long / 2} y={SIZE * 2 + ROW / 2} fontSize={SIZE}>
            {text}
          </text>
          <text x={SIZE + long / 2} y={SIZE * 2 + ROW / 2} fontSize={SIZE}>
            {text}
          </text>
        </pattern>
      </defs>
      <rect width={width} height={height} fill={`url(#${id})`} />
    </svg>
  );
}

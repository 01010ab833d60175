import type { ReactNode } from 'react';
import type { Crop, Turn } from '#contract/shapes/page.ts';
import { turnedFrame } from '#rules/intake/page-frame.ts';

interface PagePictureProps {
  readonly url: string;
  readonly said: string;
  /** Of the picture as the browser shows it. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly turn: Turn;
  /** Null: all of it. */
  readonly crop: Crop | null;
  /** The room it must fit into at zoom 1. */
  readonly room: { readonly width: number; readonly height: number };
  readonly zoom: number;
  /** Laid over the picture, e.g. the edges of a crop. */
  readonly children?: ReactNode;
}

/** A page as it is to be read: turned and cropped by the browser, its bytes untouched. */
export function PagePicture(props: PagePictureProps) {
  const { url, said, widthPx, heightPx, turn, crop, room, zoom, children } = props;
  const onSide = turn === 90 || turn === 270;
  const [fullWidth, fullHeight] = onSide ? [heightPx, widthPx] : [widthPx, heightPx];
  const frame = turnedFrame(crop, turn);
  const width = fullWidth * (frame.right - frame.left);
  const height = fullHeight * (frame.bottom - frame.top);
  const scale = Math.min(room.width / width, room.height / height) * zoom;
  const [shiftX, shiftY] = [frame.left * fullWidth * scale, frame.top * fullHeight * scale];
  const [startX, startY] = startOf(turn, widthPx * scale, heightPx * scale);
  return (
    <div className="page-cut" style={{ width: width * scale, height: height * scale }}>
      <img
        src={url}
        alt={said}
        draggable={false}
        style={{
          width: widthPx * scale,
          height: heightPx * scale,
          transform: `translate(${startX - shiftX}px, ${startY - shiftY}px) rotate(${turn}deg)`,
        }}
      />
      {children}
    </div>
  );
}

/** Where the corner of a picture must begin so that it lies at 0, 0 when it has been turned about that corner. */
function startOf(turn: Turn, width: number, height: number): readonly [number, number] {
  switch (turn) {
    case 0:
      return [0, 0];
    case 90:
      return [height, 0];
    case 180:
      return [width, height];
    case 270:
      break;
  }
  return [0, width];
}

import { type CSSProperties, type ReactNode, useLayoutEffect, useRef } from 'react';
import type { Crop, Turn } from '#contract/shapes/page.ts';
import { turnedFrame } from '#rules/intake/page-frame.ts';
import { CopyMark } from './copy-mark.tsx';

interface PagePictureProps {
  /** An address for an image, or a page that is drawn already. */
  readonly picture: string | HTMLCanvasElement;
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
  /** The mark it must bear wherever it is shown; null for none. */
  readonly mark: string | null;
  /** Laid over the picture, e.g. the edges of a crop. */
  readonly children?: ReactNode;
}

/** A page as it is to be read: turned and cropped by the browser, its bytes untouched. */
export function PagePicture(props: PagePictureProps) {
  const { picture, said, mark, widthPx, heightPx, turn, crop, room, zoom, children } = props;
  const onSide = turn === 90 || turn === 270;
  const [fullWidth, fullHeight] = onSide ? [heightPx, widthPx] : [widthPx, heightPx];
  const frame = turnedFrame(crop, turn);
  const width = fullWidth * (frame.right - frame.left);
  const height = fullHeight * (frame.bottom - frame.top);
  const scale = Math.min(room.width / width, room.height / height) * zoom;
  const [shiftX, shiftY] = [frame.left * fullWidth * scale, frame.top * fullHeight * scale];
  const [startX, startY] = startOf(turn, widthPx * scale, heightPx * scale);
  const style = {
    width: widthPx * scale,
    height: heightPx * scale,
    transform: `translate(${startX - shiftX}px, ${startY - shiftY}px) rotate(${turn}deg)`,
  };
  return (
    <div className="page-cut" style={{ width: width * scale, height: height * scale }}>
      {typeof picture === 'string' ? (
        <img src={picture} alt={said} draggable={false} style={style} />
      ) : (
        <DrawnPicture canvas={picture} said={said} style={style} />
      )}
      {mark !== null && <CopyMark text={mark} ratio={width / height} />}
      {children}
    </div>
  );
}

interface DrawnPictureProps {
  readonly canvas: HTMLCanvasElement;
  readonly said: string;
  readonly style: CSSProperties;
}

/** A picture that was drawn outside of the tree, put into it as it is. */
function DrawnPicture({ canvas, said, style }: DrawnPictureProps) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    place.current?.replaceChildren(canvas);
    place.current?.firstElementChild?.setAttribute('role', 'img');
    place.current?.firstElementChild?.setAttribute('aria-label', said);
  }, [canvas, said]);
  return <div className="page-drawn" style={style} ref={place} />;
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

import type { KeyboardEvent } from 'react';
import type { Page } from '#contract/shapes/page.ts';
import { Icon } from '../../components/icon.tsx';
import { useWords } from '../../words/words.ts';
import { CopyMark } from './copy-mark.tsx';

/** The mark is read on the page itself; on a thumbnail it says at a glance that there is one. */
const THUMB_RATIO = 0.8;

interface PageThumbnailProps {
  readonly page: Page;
  readonly of: number;
  /** Of the small picture; null while there is none. */
  readonly address: string | null;
  readonly isAt: boolean;
  readonly isArmed: boolean;
  readonly onFocus: () => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onLook: () => void;
}

/** One page in the strip: its small picture as it will be shown, or its number where there is none. */
export function PageThumbnail(props: PageThumbnailProps) {
  const { page, of, address, isAt, isArmed, onFocus, onKey, onLook } = props;
  const words = useWords();
  const { turn, crop, mark } = page;
  const said = [
    words.pages.page(page.place, of),
    page.file.name,
    turn === 0 ? '' : words.pages.turned(turn),
    crop ? words.pages.cropped : '',
    mark ?? '',
  ];
  return (
    <button
      type="button"
      className={['thumb', isAt && 'at', isArmed && 'armed'].filter(Boolean).join(' ')}
      data-page={page.id}
      tabIndex={isAt ? 0 : -1}
      aria-current={isAt || undefined}
      aria-label={said.filter(Boolean).join(' · ')}
      onFocus={onFocus}
      onKeyDown={onKey}
      onClick={onFocus}
      onDoubleClick={onLook}
    >
      {address === null ? (
        <span className="no-picture">
          <Icon name="none" tone="dim" />
          <small>{page.widthPx === null ? words.pages.ofPdf(page.pagesInFile) : ''}</small>
        </span>
      ) : (
        <img
          src={address}
          alt=""
          loading="lazy"
          decoding="async"
          style={{
            transform: `rotate(${turn}deg)`,
            ...(crop ? { objectViewBox: viewBoxOf(crop) } : {}),
          }}
        />
      )}
      {address !== null && page.widthPx === null && (
        <small className="of-pdf">{words.pages.ofPdf(page.pagesInFile)}</small>
      )}
      {mark !== null && <CopyMark text={mark} ratio={THUMB_RATIO} />}
      <b className="n">{page.place}</b>
    </button>
  );
}

function viewBoxOf({ left, top, right, bottom }: NonNullable<Page['crop']>): string {
  return `inset(${top * 100}% ${(1 - right) * 100}% ${(1 - bottom) * 100}% ${left * 100}%)`;
}

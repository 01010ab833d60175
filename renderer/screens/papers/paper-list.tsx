import { useEffect, useRef } from 'react';
import type { NoticeId, NoticeLine, NoticeSummary } from '#contract/shapes/notice.ts';
import { Icon, type IconName, type Tone } from '../../components/icon.tsx';
import { PickList } from '../../components/pick-list.tsx';
import { inLanguage, useWords, type Words } from '../../words/words.ts';
import type { ListOf, usePapers } from './use-papers.ts';

interface PaperListProps {
  readonly papers: ReturnType<typeof usePapers>;
  readonly marked: readonly NoticeId[];
  readonly onMark: (id: NoticeId) => void;
}

const LISTS = ['visit', 'today'] as const satisfies readonly ListOf[];

/** One stop for Tab: the arrows choose, Space, Enter or a click mark for one print. */
export function PaperList({ papers, marked, onMark }: PaperListProps) {
  const { papers: said } = useWords();
  const lines = papers.lines ?? [];
  const at = Math.max(
    0,
    lines.findIndex(({ notice }) => notice.id === papers.chosen?.notice.id),
  );
  // The list comes after the dialog has opened: the focus waits for it, so that the arrows work at once.
  const place = useRef<HTMLDivElement>(null);
  const isThere = lines.length > 0;
  useEffect(() => {
    if (isThere) place.current?.querySelector<HTMLElement>('[data-row]')?.focus();
  }, [isThere]);
  return (
    <div className="made-papers" ref={place}>
      <div className="tabs" role="tablist">
        {LISTS.map((of) => (
          <button
            key={of}
            type="button"
            role="tab"
            aria-selected={papers.listOf === of}
            className={papers.listOf === of ? 'btn on' : 'btn'}
            onClick={() => papers.show(of)}
          >
            {of === 'visit' ? said.ofVisit : said.ofToday}
          </button>
        ))}
      </div>
      <PickList
        label={said.list}
        rows={lines}
        rowKey={({ notice }) => notice.id}
        at={at}
        first
        onMove={(index) => {
          const line = lines[index];
          if (line) papers.choose(line.notice.id);
        }}
        onChoose={({ notice }) => onMark(notice.id)}
        rowClass={(_, index) => (index === at ? 'on' : '')}
        renderRow={(line) => <Row line={line} isMarked={marked.includes(line.notice.id)} />}
      />
    </div>
  );
}

function Row({ line, isMarked }: { readonly line: NoticeLine; readonly isMarked: boolean }) {
  const words = useWords();
  const { notice } = line;
  const [icon, tone] = signOf(notice);
  return (
    <>
      <span className="mark">
        {isMarked && <Icon name="ok" size="s" tone="pine" />}
        {isMarked && <span className="sr">{words.papers.marked}</span>}
      </span>
      <span className="nm">
        <b className="el">{words.sheet.result.kinds[notice.kind]}</b>
        <span className="note el">
          {[
            line.itemNameZh && inLanguage(words, line.itemNameZh, line.itemNameEn ?? ''),
            notice.documentNumber,
          ]
            .filter(Boolean)
            .join(' ')}
        </span>
        <span className="note el">
          <Icon name={icon} size="s" tone={tone} /> {stateWords(words, notice)}
        </span>
      </span>
    </>
  );
}

function signOf({ signing }: NoticeSummary): readonly [IconName, Tone] {
  if (signing.state === 'wanted') return ['warn', 'amber'];
  if (signing.state === 'on-screen') return ['wait', 'indigo'];
  if (signing.state === 'objected') return ['stop', 'zhu'];
  return ['ok', 'pine'];
}

function stateWords(words: Words, { signing, pdf, reprints }: NoticeSummary): string {
  const { result } = words.sheet;
  const state =
    signing.state === 'settled' ? words.papers.outcome[signing.outcome] : words.papers.state[signing.state];
  return [state, result.pdf[pdf.state], reprints > 0 ? result.reprints(reprints) : '']
    .filter(Boolean)
    .join(' · ');
}

import { useCallback, useEffect, useRef, useState } from 'react';
import type { CaseId, CaseLine, CaseView } from '#contract/shapes/case.ts';
import type { NoticeId } from '#contract/shapes/notice.ts';
import type { Desk } from '../../desk.ts';
import { type Setback, tell } from '../../stores/asking.ts';

/** The desk gives at most so many lines; more are found by searching more narrowly. */
export const LINES_AT_MOST = 50;

export interface CaseSearch {
  /** What the lines are for; null before the first search. */
  readonly sought: string | null;
  readonly lines: readonly CaseLine[];
  readonly opened: CaseView | null;
  readonly busy: 'find' | 'open' | 'reprint' | null;
  readonly setback: Setback | null;
  readonly find: (text: string) => Promise<void>;
  /** The cases of the person whose card was read; `name` is masked. */
  readonly findByCard: (readingId: string, name: string) => Promise<void>;
  readonly open: (caseId: CaseId) => Promise<void>;
  readonly close: () => void;
  readonly reprint: (noticeId: NoticeId) => Promise<void>;
}

/** Searches on Enter only, because a search by a person is an audited act; opens a case to look at. */
export function useCaseSearch(desk: Desk): CaseSearch {
  const [sought, setSought] = useState<string | null>(null);
  const [lines, setLines] = useState<readonly CaseLine[]>([]);
  const [opened, setOpened] = useState<CaseView | null>(null);
  const [busy, setBusy] = useState<CaseSearch['busy']>(null);
  const [setback, setSetback] = useState<Setback | null>(null);
  const openId = useRef<CaseId | null>(null);
  const listed = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    listed.current = new Set(lines.map(({ id }) => id));
  }, [lines]);

  const look = useCallback(
    async (caseId: CaseId) => {
      const told = await tell(desk, 'intake.look', { caseId });
      if (openId.current !== caseId) return;
      if (told.ok) {
        setOpened(told.value);
        setLines((before) => asSeen(before, told.value));
      }
      setSetback(told.ok ? null : told.setback);
    },
    [desk],
  );

  /** A case of the list that is not open was acted on, here or by the desk itself. */
  const lookAtLine = useCallback(
    async (caseId: string) => {
      const told = await tell(desk, 'intake.look', { caseId });
      if (told.ok) setLines((before) => asSeen(before, told.value));
    },
    [desk],
  );

  const findByCard = useCallback(
    async (readingId: string, name: string) => {
      setBusy('find');
      const told = await tell(desk, 'intake.cases-of-card', { readingId, limit: LINES_AT_MOST });
      setBusy(null);
      setSetback(told.ok ? null : told.setback);
      if (!told.ok) return;
      openId.current = null;
      setOpened(null);
      setSought(name);
      setLines(told.value);
    },
    [desk],
  );

  useEffect(() => {
    const lookAgain = () => {
      if (openId.current) void look(openId.current);
    };
    const left = [
      desk.hear('case.changed', ({ caseId }) => {
        if (caseId === openId.current) lookAgain();
        else if (listed.current.has(caseId)) void lookAtLine(caseId);
      }),
      desk.hear('notice.pressed', lookAgain),
      desk.hear('sync.changed', lookAgain),
      desk.onBack(lookAgain),
    ];
    return () => {
      for (const leave of left) leave();
    };
  }, [desk, look, lookAtLine]);

  return {
    sought,
    lines,
    opened,
    busy,
    setback,
    find: async (text) => {
      const wanted = text.trim();
      if (wanted === '') return;
      setBusy('find');
      const told = await tell(desk, 'intake.find-cases', { text: wanted, limit: LINES_AT_MOST });
      setBusy(null);
      setSetback(told.ok ? null : told.setback);
      if (!told.ok) return;
      setSought(wanted);
      setLines(told.value);
    },
    findByCard,
    open: async (caseId) => {
      openId.current = caseId;
      setBusy('open');
      await look(caseId);
      setBusy(null);
    },
    close: () => {
      openId.current = null;
      setOpened(null);
    },
    reprint: async (noticeId) => {
      setBusy('reprint');
      const told = await tell(desk, 'notices.reprint', { noticeId });
      if (openId.current) await look(openId.current);
      setBusy(null);
      setSetback(told.ok ? null : told.setback);
    },
  };
}

/** What may change in a line after it was found. */
const CHANGES = [
  'state',
  'receiptNumber',
  'officialNumber',
  'promisedDueOn',
  'sync',
  'identityWait',
] as const satisfies readonly (keyof CaseLine & keyof CaseView)[];

/** What a look at a case says newer than its line; the same lines where nothing is: a new list is drawn anew. */
function asSeen(lines: readonly CaseLine[], seen: CaseView): readonly CaseLine[] {
  const { state, receiptNumber, officialNumber, promisedDueOn, sync, identityWait } = seen;
  const newer = { state, receiptNumber, officialNumber, promisedDueOn, sync, identityWait };
  const isOld = (line: CaseLine) =>
    line.id === seen.id && CHANGES.some((field) => line[field] !== seen[field]);
  return lines.some(isOld)
    ? lines.map((line) => (line.id === seen.id ? { ...line, ...newer } : line))
    : lines;
}

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Output } from '#contract/calls.ts';
import type { NoticeId, NoticeLine, PdfState } from '#contract/shapes/notice.ts';
import type { Desk } from '../../desk.ts';
import { type Setback, tell, type Told } from '../../stores/asking.ts';

export type ListOf = 'visit' | 'today';
type Look = Output<'notices.look'>;

interface Batch {
  readonly batchId: string;
  readonly count: number;
  readonly pdf: PdfState;
}

/** The papers of the dialog: the list, the one looked at, what is asked of the desk about it. */
export function usePapers(desk: Desk) {
  const [listOf, setListOf] = useState<ListOf>('visit');
  const [lines, setLines] = useState<readonly NoticeLine[] | null>(null);
  const [chosenId, setChosenId] = useState<NoticeId | null>(null);
  const [paper, setPaper] = useState<Look | null>(null);
  const [batch, setBatch] = useState<Batch | null>(null);
  const [setback, setSetback] = useState<Setback | null>(null);
  const asked = useRef(0);
  const chosen = lines?.find(({ notice }) => notice.id === chosenId) ?? lines?.[0] ?? null;
  const shownId = chosen?.notice.id ?? null;

  const read = useCallback(async () => {
    const order = (asked.current += 1);
    const told = await tell(desk, 'notices.list', { of: listOf });
    if (order !== asked.current) return;
    if (told.ok) setLines(told.value);
    else setSetback(told.setback);
  }, [desk, listOf]);

  useEffect(() => {
    const again = () => void read();
    again();
    const left = [
      desk.hear('notice.pressed', again),
      desk.hear('case.changed', again),
      desk.hear('citizen.changed', again),
      desk.onBack(again),
    ];
    return () => {
      for (const leave of left) leave();
    };
  }, [desk, read]);

  // Looking names the citizen and is audited: it is asked once for each paper that is chosen.
  useEffect(() => {
    if (shownId === null) return undefined;
    let isLeft = false;
    const look = async (noticeId: NoticeId): Promise<void> => {
      const told = await tell(desk, 'notices.look', { noticeId });
      if (isLeft) return;
      if (told.ok) setPaper(told.value);
      else setSetback(told.setback);
    };
    void look(shownId);
    return () => {
      isLeft = true;
    };
  }, [desk, shownId]);

  useEffect(() => {
    const batchId = batch?.batchId;
    if (batchId === undefined) return undefined;
    const look = async (): Promise<void> => {
      const told = await tell(desk, 'notices.batch-state', { batchId });
      if (told.ok) setBatch((now) => (now?.batchId === batchId ? { ...now, pdf: told.value } : now));
    };
    return desk.hear('batch.pressed', (news) => {
      if (news.batchId === batchId) void look();
    });
  }, [desk, batch?.batchId]);

  async function act(
    asking: Promise<
      Told<
        'notices.ask-signature' | 'notices.stop-signing' | 'notices.settle-signature' | 'citizen.open-screen'
      >
    >,
  ): Promise<boolean> {
    const told = await asking;
    setSetback(told.ok ? null : told.setback);
    await read();
    return told.ok;
  }

  async function print(noticeIds: readonly NoticeId[]): Promise<void> {
    const told = await tell(desk, 'notices.batch', { noticeIds: [...noticeIds] });
    setSetback(told.ok ? null : told.setback);
    if (told.ok)
      setBatch({ batchId: told.value.batchId, count: noticeIds.length, pdf: { state: 'waiting' } });
  }

  return {
    listOf,
    lines,
    chosen,
    paper: paper?.notice.id === shownId ? paper : null,
    batch,
    setback,
    show: (of: ListOf) => {
      setListOf(of);
      setLines(null);
    },
    choose: setChosenId,
    print,
    act,
  };
}

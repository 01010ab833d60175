import { useCallback, useEffect, useState } from 'react';
import type { Input } from '#contract/calls.ts';
import type { NoticeId, PdfState } from '#contract/shapes/notice.ts';
import type { Desk } from '../../desk.ts';
import { type Setback, tell } from '../../stores/asking.ts';

export interface GuidanceList {
  /** The paper that was made last, and whether its PDF is there. */
  readonly made: { readonly documentNumber: string; readonly pdf: PdfState['state'] } | null;
  readonly busy: boolean;
  readonly setback: Setback | null;
  readonly make: (of: Input<'guidance.print'>['of']) => Promise<void>;
  readonly forget: () => void;
}

interface Made {
  readonly noticeId: NoticeId;
  readonly documentNumber: string;
  readonly pdf: PdfState['state'];
}

/** 办事一次性告知单 of one citizen: makes it, and follows it until its PDF is there. */
export function useGuidanceList(desk: Desk): GuidanceList {
  const [made, setMade] = useState<Made | null>(null);
  const [busy, setBusy] = useState(false);
  const [setback, setSetback] = useState<Setback | null>(null);
  const noticeId = made?.noticeId ?? null;

  useEffect(() => {
    if (noticeId === null) return undefined;
    const look = async (): Promise<void> => {
      const told = await tell(desk, 'guidance.print-state', { noticeId });
      if (told.ok) setMade((now) => (now?.noticeId === noticeId ? { ...now, pdf: told.value.state } : now));
    };
    // It may have been pressed before anybody listened.
    void look();
    const left = [
      desk.hear('notice.pressed', (news) => {
        if (news.noticeId === noticeId) void look();
      }),
      desk.onBack(() => void look()),
    ];
    return () => {
      for (const leave of left) leave();
    };
  }, [desk, noticeId]);

  const forget = useCallback(() => {
    setMade(null);
    setSetback(null);
  }, []);

  return {
    made,
    busy,
    setback,
    forget,
    make: async (of) => {
      setBusy(true);
      const told = await tell(desk, 'guidance.print', { of });
      setBusy(false);
      setSetback(told.ok ? null : told.setback);
      if (told.ok) setMade({ ...told.value, pdf: 'waiting' });
    },
  };
}

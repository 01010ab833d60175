import type { NoticeKind } from '#contract/shapes/notice.ts';
import type { SigningState, Stroke } from '#contract/shapes/signature.ts';

/**
 * Papers that the citizen signs: what they apply with, that they were told everything once, what they promise, that they take back,
 * that they collected, that somebody may help them. A helper signs for what they take along.
 *
 * @source domain.md 5.3, 5.4, 13.2 withdraw
 */
const SIGNED_KINDS: ReadonlySet<NoticeKind> = new Set([
  'correction',
  'tolerance',
  'commitment',
  'withdrawal',
  'collection',
  'application-form',
  'help-consent',
  'help-list',
]);

/**
 * Papers of which both sides keep one each: the PDF holds both, and their foot says so. Of every other paper the citizen
 * gets one and the hall keeps what was frozen.
 *
 * @source domain.md 5.3, 5.4
 */
const TWO_COPY_KINDS: ReadonlySet<NoticeKind> = new Set(['tolerance', 'commitment', 'hand-over']);

export function wantsSignature(kind: NoticeKind): boolean {
  return SIGNED_KINDS.has(kind);
}

export function hasTwoCopies(kind: NoticeKind): boolean {
  return TWO_COPY_KINDS.has(kind);
}

/** Whether a signing ended with a name under the paper, on the screen or with a pen. */
export function isSigned(signing: SigningState): boolean {
  return signing.state === 'settled' && (signing.outcome === 'signed' || signing.outcome === 'on-paper');
}

/** Units of ink below which a pad holds a slip of the finger and no name. */
const SHORTEST_INK = 300;

/** Whether somebody wrote something: a tap or a short line is no signature. */
export function isWritten(strokes: readonly Stroke[]): boolean {
  let ink = 0;
  for (const stroke of strokes) {
    for (const [at, point] of stroke.entries()) {
      const before = stroke[at - 1];
      if (before) ink += Math.hypot(point.x - before.x, point.y - before.y);
    }
  }
  return ink >= SHORTEST_INK;
}

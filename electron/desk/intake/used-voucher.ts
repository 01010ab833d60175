import type { VoucherId } from '#contract/shapes/progress.ts';
import type { WriteBench } from '../answering.ts';
import { takeVoucher } from '../store/vouchers.ts';

/** Uses a supervisor's leave up for this act: the number of the supervisor, or null when it is not good here. */
export function usedVoucher({ db, asker, nowMs }: WriteBench, id: VoucherId): string | null {
  return takeVoucher(db, { id, seat: asker.seat, clerk: asker.staff?.number ?? 'nobody', atMs: nowMs });
}

import { z } from 'zod';
import type { CaseId } from '#contract/shapes/case.ts';
import { DeliveryWay } from '#contract/shapes/trip.ts';
import { one, type Reader, run, type Writer } from '#native/sqlite/database.ts';

const Delivery = z
  .strictObject({ way: DeliveryWay, address: z.string().nullable(), phone: z.string().nullable() })
  .nullable();
type Delivery = z.output<typeof Delivery>;

const CHOOSE = `INSERT INTO case_delivery (case_id, way, address, phone, chosen_at_ms, chosen_with)
  VALUES (@caseId, @way, @address, @phone, @atMs, @clerk)
  ON CONFLICT (case_id) DO UPDATE SET way = @way, address = @address, phone = @phone,
    chosen_at_ms = @atMs, chosen_with = @clerk`;
const OF_CASE = 'SELECT way, address, phone FROM case_delivery WHERE case_id = @caseId';

/** How the result of a case is to reach the citizen; the last choice counts. */
export function chooseDelivery(
  db: Writer,
  chosen: NonNullable<Delivery> & { readonly caseId: CaseId; readonly atMs: number; readonly clerk: string },
): void {
  run(db, CHOOSE, { ...chosen });
}

/** Null while the citizen was not asked. */
export function deliveryOf(db: Reader, caseId: CaseId): Delivery {
  return Delivery.parse(one(db, OF_CASE, { caseId }) ?? null);
}

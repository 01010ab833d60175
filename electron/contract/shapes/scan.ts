import { z } from 'zod';
import { CaseId } from './case.ts';
import { ItemCode } from './item.ts';
import { TicketId } from './ticket.ts';

/** What a scanned code turned out to be. It is never opened, only recognised. */
export const RoutedCode = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('receipt'), receiptNumber: z.string(), caseId: CaseId.nullable() }),
  z.strictObject({ kind: z.literal('ticket'), number: z.string(), ticketId: TicketId.nullable() }),
  z.strictObject({ kind: z.literal('item'), itemCode: ItemCode }),
  z.strictObject({ kind: z.literal('credit-code'), creditCode: z.string() }),
  /** GB/T 36904; a wrong check character is a warning in the field. */
  z.strictObject({ kind: z.literal('licence'), identifier: z.string(), checkHolds: z.boolean() }),
  z.strictObject({ kind: z.literal('clerk-badge'), number: z.string() }),
  /** 网证. The code is a secret and stays in the desk for a minute; `scanId` names it there. */
  z.strictObject({ kind: z.literal('network-identity'), scanId: z.uuid().nullable() }),
  /** Shown literally, at most 60 characters, control characters as dots. */
  z.strictObject({ kind: z.literal('unknown'), shown: z.string() }),
]);

/** Why a scan gave no code. */
export const ScanTrouble = z.enum(['too-long', 'control-characters', 'not-text']);

export type RoutedCode = z.output<typeof RoutedCode>;
export type ScanTrouble = z.output<typeof ScanTrouble>;

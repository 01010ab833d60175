import { z } from 'zod';

/** Replies of the platform, as openapi.yaml has them. What does not fit is not believed. */
const ReceiptNo = z.string().max(60);
const ProjectNo = z.string().min(1).max(50).nullable();

export const Session = z.object({ token: z.string().min(8).max(4096), expires_in_s: z.int().positive() });

export const Health = z.object({
  service: z.literal('province-platform'),
  status: z.enum(['up', 'read-only']),
});

export const Acknowledgement = z.object({
  idempotency_key: z.string(),
  body_hash: z.string(),
  case_guid: z.string(),
  step: z.int(),
  receipt_no: ReceiptNo,
  project_no: ProjectNo,
  platform_receipt: z.string().min(1).max(100),
  kept_at: z.iso.datetime({ offset: true }),
});

export const CaseList = z.object({
  cases: z
    .array(
      z.object({
        case_guid: z.string(),
        receipt_no: ReceiptNo,
        project_no: ProjectNo,
        acknowledgements: z.array(Acknowledgement),
      }),
    )
    .max(10),
});

export const NumberBlock = z.object({
  idempotency_key: z.string(),
  body_hash: z.string(),
  block_no: z.string().min(1).max(50),
  serial_from: z.int().min(1).max(999_999),
  serial_to: z.int().min(1).max(999_999),
});

export const Catalogue = z.object({
  catalogue_version: z.string().min(1).max(50),
  package: z.string().max(4_000_000).optional(),
  items: z.array(
    z.object({
      task_code: z.string().min(1).max(50),
      catalog_code: z.string().max(50),
      task_version: z.int().positive(),
      task_name: z.string().min(1).max(200),
      task_state: z.enum(['1', '2']),
    }),
  ),
});

export const Problem = z.object({
  code: z.string().min(1).max(50),
  message: z.string().max(1_000),
  field_errors: z
    .array(z.object({ field: z.string().max(200), message: z.string().max(500) }))
    .max(100)
    .default([]),
});

export type Acknowledgement = z.output<typeof Acknowledgement>;

import { z } from 'zod';
import { Day } from '#contract/shapes/day.ts';
import { ValueKind } from '#contract/shapes/material.ts';

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
  pages: z.int().min(1).max(1000),
  package: z
    .object({
      package_hash: z.string().regex(/^[0-9a-f]{64}$/),
      package_bytes: z.int().min(1).max(400_000_000),
      piece_count: z.int().min(1).max(100_000),
    })
    .optional(),
  items: z.array(
    z.object({
      task_code: z.string().min(1).max(50),
      catalog_code: z.string().max(50),
      task_version: z.int().positive(),
      task_name: z.string().min(1).max(200),
      // One that we do not know must not make the whole list unreadable.
      task_state: z.string().min(1).max(20),
    }),
  ),
});

export const PackagePiece = z.object({
  package_hash: z.string(),
  piece_no: z.int(),
  content: z.base64().min(1).max(700_000),
});

const Value = z.object({
  code: z.string().min(1).max(80),
  name: z.string().min(1).max(200),
  kind: ValueKind,
  value: z.string().max(2000),
});

const Answered = z.object({
  query_guid: z.string(),
  answered_by: z.string().min(1).max(200),
  answered_level: z.string().regex(/^[0-9]$/),
  answered_at: z.iso.datetime({ offset: true }),
  supervision: z
    .array(
      z.object({
        flag_code: z.string().regex(/^[0-9]{2}$/),
        explain: z.string().max(500),
        since: Day.nullable(),
      }),
    )
    .max(20),
});

export const LicenceReply = Answered.extend({
  licences: z
    .array(
      z.object({
        identifier: z.string().min(1).max(120),
        licence_name: z.string().min(1).max(200),
        licence_no: z.string().min(1).max(100),
        holder_name: z.string().min(1).max(200),
        holder_code: z.string().min(1).max(50),
        issuer_name: z.string().min(1).max(200),
        issue_date: Day.nullable(),
        valid_to: Day.nullable(),
        status: z.string().regex(/^[0-9]{2}$/),
        values: z.array(Value).max(40),
      }),
    )
    .max(20),
});

export const SharedReply = Answered.extend({
  found: z.boolean(),
  as_of: Day.nullable(),
  holder_code: z.string().max(50).nullable(),
  values: z.array(Value).max(40),
});

const MaybeName = z.string().max(200).nullable();

export const NetworkReply = z.object({
  check_guid: z.string(),
  result: z.string().max(4),
  mode: z.string().max(4).nullable(),
  level: z.string().max(4).nullable(),
  holder_name: MaybeName,
  holder_type: z.string().max(12).nullable(),
  holder_code: z.string().max(50).nullable(),
  answered_by: z.string().min(1).max(200),
  answered_at: z.iso.datetime({ offset: true }),
});

export const QueryList = z.object({
  queries: z
    .array(
      z.object({
        query_code: z.string().min(1).max(80),
        query_name: z.string().min(1).max(200),
        source_system: z.string().min(1).max(200),
        source_org: z.string().min(1).max(200),
        connected: z.boolean(),
        timeout_ms: z.int().min(500).max(30_000),
        fields: z
          .array(z.object({ code: z.string().min(1).max(80), name: z.string().min(1).max(200) }))
          .min(1)
          .max(40),
      }),
    )
    .max(2_000),
});

export const ExpertReply = z.object({
  question_guid: z.string(),
  kept_at: z.iso.datetime({ offset: true }),
  answer: z
    .object({
      text: z.string().min(1).max(2_000),
      answered_by: z.string().min(1).max(200),
      answered_at: z.iso.datetime({ offset: true }),
    })
    .nullable(),
});

export const Problem = z.object({
  code: z.string().min(1).max(50),
  message: z.string().max(1_000),
  field_errors: z
    .array(z.object({ field: z.string().max(200), message: z.string().max(500) }))
    .max(100)
    .default([]),
});

export type NetworkReply = z.output<typeof NetworkReply>;
export type Acknowledgement = z.output<typeof Acknowledgement>;

import { z } from 'zod';
import { call } from '../call.ts';
import { CaseId, CaseState } from '../shapes/case.ts';
import { Day } from '../shapes/day.ts';
import { EvaluationLevel, EvaluationReason } from '../shapes/evaluation.ts';
import { Meaning } from '../shapes/form.ts';
import { FormSource } from '../shapes/form-value.ts';
import { QueryKind } from '../shapes/material.ts';
import { NoticeContent } from '../shapes/notice.ts';
import { Strokes } from '../shapes/signature.ts';

/** The paper that waits for the citizen's pen: the frozen words, without the marks of the hall. */
const PaperToSign = NoticeContent.pick({
  kind: true,
  title: true,
  organ: true,
  rows: true,
  paragraphs: true,
  table: true,
  annex: true,
}).extend({
  signingId: z.uuid(),
  signer: z.string(),
  /** 申请表: its answers section by section, in both languages; each may be pointed at as wrong. */
  sections: z
    .array(
      z.strictObject({
        labelZh: z.string(),
        labelEn: z.string(),
        lines: z.array(
          z.strictObject({
            meaning: Meaning,
            labelZh: z.string(),
            labelEn: z.string(),
            shownZh: z.string(),
            shownEn: z.string(),
            source: FormSource,
            asOf: Day,
          }),
        ),
      }),
    )
    .optional(),
});

/** A source is to be asked, on the citizen's word. The purpose is Chinese: it is what the source keeps. */
const ConsentAsked = z.strictObject({
  consentId: z.uuid(),
  kind: QueryKind,
  what: z.string(),
  purpose: z.string(),
  itemNameZh: z.string(),
  itemNameEn: z.string(),
});

/**
 * The citizen's screen. It asks as nobody and sees what the citizen at this window may see: its seat is made by
 * the shell and cannot be taken by another window.
 */
export const citizenCalls = {
  'citizen.view': call({
    kind: 'read',
    role: 'anyone',
    input: z.strictObject({}),
    output: z.strictObject({
      hallName: z.string(),
      hallNameEn: z.string(),
      hallPhone: z.string(),
      window: z.int(),
      /** Null between citizens, and for every other screen than the citizen's. */
      serving: z
        .strictObject({
          ticketNumber: z.string().nullable(),
          /** Masked. */
          applicantName: z.string().nullable(),
          /** How each item stands, and until when the citizen hears, brings or collects something. */
          items: z.array(
            z.strictObject({
              nameZh: z.string(),
              nameEn: z.string(),
              state: CaseState,
              day: Day.nullable(),
            }),
          ),
        })
        .nullable(),
      paper: PaperToSign.nullable(),
      /** Whether a source may be asked about the citizen, and what for. */
      consent: ConsentAsked.nullable(),
      /** 好差评 of the visit that was just finished: what it was about. Gone when somebody else sits down. */
      rating: z
        .strictObject({
          offerId: z.uuid(),
          items: z.array(z.strictObject({ nameZh: z.string(), nameEn: z.string() })),
        })
        .nullable(),
    }),
    refusals: [],
  }),

  /** The citizen signed. What the pen wrote becomes a picture that names the content it signs. */
  'citizen.sign': call({
    kind: 'write',
    role: 'anyone',
    input: z.strictObject({ signingId: z.uuid(), strokes: Strokes }),
    output: z.strictObject({}),
    refusals: ['not-the-citizens-screen', 'no-longer-asked', 'nothing-written'],
  }),

  /** 有地方不对: the citizen says that the paper is not right. The clerk is told and the paper leaves the screen. */
  'citizen.object': call({
    kind: 'write',
    role: 'anyone',
    input: z.strictObject({
      signingId: z.uuid(),
      /** 申请表: the answers that are not right. */
      wrong: z.array(Meaning).max(200).default([]),
    }),
    output: z.strictObject({}),
    refusals: ['not-the-citizens-screen', 'no-longer-asked'],
  }),

  /** Whether the citizen lets a source be asked. */
  'citizen.consent': call({
    kind: 'write',
    role: 'anyone',
    input: z.strictObject({ consentId: z.uuid(), agrees: z.boolean() }),
    output: z.strictObject({}),
    refusals: ['not-the-citizens-screen', 'no-longer-asked'],
  }),

  /** 好差评. Once for a service, never to be seen by the clerk; what was not good wants a reason. */
  'citizen.rate': call({
    kind: 'write',
    role: 'anyone',
    input: z.strictObject({
      offerId: z.uuid(),
      level: EvaluationLevel,
      reasons: z.array(EvaluationReason).max(6).default([]),
    }),
    output: z.strictObject({}),
    refusals: ['not-the-citizens-screen', 'no-longer-asked', 'reason-missing', 'reason-not-asked'],
  }),

  /** 不评价. */
  'citizen.skip-rating': call({
    kind: 'write',
    role: 'anyone',
    input: z.strictObject({ offerId: z.uuid() }),
    output: z.strictObject({}),
    refusals: ['not-the-citizens-screen', 'no-longer-asked'],
  }),

  /** 凭条评价: asks on the citizen's screen about the case of a slip. Whoever brings it is asked; nobody sees the answer. */
  'citizen.rate-by-slip': call({
    kind: 'write',
    role: 'case-worker',
    input: z.strictObject({ caseId: CaseId }),
    output: z.strictObject({}),
    refusals: ['no-such-case', 'somebody-is-served', 'nothing-received', 'rated-already', 'too-late-to-rate'],
  }),

  /** Opens the citizen's screen, or brings it to the front. Only a shell has screens. */
  'citizen.open-screen': call({
    kind: 'outside',
    role: 'clerk',
    input: z.strictObject({}),
    output: z.strictObject({}),
    refusals: ['no-screens-here'],
  }),
} as const;

import { z } from 'zod';
import { Meaning } from './form.ts';
import { DeclaredException } from './exception.ts';
import { DelegatedSeal, LevelCode, RegionCode } from './crossing.ts';
import { CertificateKind } from './party.ts';
import { ClerkNumber, Role } from './person.ts';
import { QueueCode, WindowNumber } from './ticket.ts';

const Baud = z.union([
  z.literal(9600),
  z.literal(19200),
  z.literal(38400),
  z.literal(57600),
  z.literal(115200),
]);

/** What a printed code may hold and a phone opens as it stands. */
function isPlainAddress(text: string): boolean {
  return /^[!-"$-~]+$/.test(text);
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(`^(?:${text})$`, 'u').source !== '';
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return false;
    throw thrown;
  }
}

const Queue = z.strictObject({ code: QueueCode, nameZh: z.string().min(1), nameEn: z.string().min(1) });

/**
 * `site.json`: what makes this computer this window of this hall. Written at commissioning.
 * Its JSON Schema is `build/site.schema.json`, generated from here.
 */
export const Site = z.strictObject({
  $schema: z.string().optional(),
  /** Site code, the first digits of every receipt number. */
  site: z.string().regex(/^[0-9]{6,12}$/),
  /** What this hall is (GB/T 39046 exercise level): 3 city, 4 county, 5 township, 6 village. Items delegated to it are accepted here. */
  level: LevelCode.default('4'),
  /** Where it lies; null: the first six digits of the site code. */
  region: RegionCode.nullable().default(null),
  hallName: z.string().min(1),
  hallNameEn: z.string().min(1),
  hallPhone: z.string().default('0000-0000000'),
  /**
   * The page on which a citizen follows a case: the code on every paper of a case opens it, with the receipt number and the
   * check code as its last parameters, `receipt` and `code`. Short, or the code is too fine for a small printer. Null: there
   * is none, and the papers do not say there is.
   */
  trackingUrl: z
    .url({ protocol: /^https$/ })
    .max(120)
    .refine(isPlainAddress, 'an address of plain ASCII without a fragment')
    .nullable()
    .default(null),
  timeZone: z.string().default('Asia/Shanghai'),
  window: WindowNumber,
  windowName: z.string().default('综合'),
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
  queues: z.array(Queue).min(1),
  /** Queues this window calls. */
  served: z.array(QueueCode).min(1),
  /** How often a ticket is called again before it may be passed. */
  recallsBeforePass: z.int().min(0).max(10).default(1),
  /** Ordinary tickets must not starve: priority tickets called in a row while one waits. */
  priorityInARow: z.int().min(1).max(10).default(2),
  /** Working days to bring a correction, where the item sets none; null: no case lapses. */
  correctionDays: z.int().min(1).max(250).nullable().default(30),
  /** Working days within which a commitment is checked after acceptance (承诺核查); the hall's own number. */
  commitmentCheckDays: z.int().min(1).max(250).default(20),
  /** Seconds without a key before the screen locks. */
  lockAfterSeconds: z.int().min(60).max(600).default(120),
  devices: z.strictObject({
    idCardReader: z
      .strictObject({
        port: z.string().min(1),
        baud: Baud.default(115200),
        /** Compared after every opening; null accepts any module. */
        samId: z.string().nullable().default(null),
      })
      .nullable()
      .default(null),
    scanner: z
      .strictObject({
        port: z.string().min(1),
        baud: Baud.default(9600),
        /** utf-8 first, then gb18030, unless the scanner is known to send one of them only. */
        encoding: z.enum(['detect', 'utf-8', 'gb18030']).default('detect'),
        /** true: only silence ends a record, so a code may hold line breaks. */
        gapOnly: z.boolean().default(false),
      })
      .nullable()
      .default(null),
  }),
  hall: z.strictObject({
    /** null: embedded board in hall.db. */
    url: z.string().nullable().default(null),
  }),
  province: z.strictObject({
    /** null: nothing is reported, everything stays owed. */
    url: z
      .url({ protocol: /^https?$/ })
      .nullable()
      .default(null),
    account: z.string().default(''),
    secret: z.string().default(''),
    /** The platform's certificate authority, PEM file; null uses the system's. */
    certificateAuthority: z.string().nullable().default(null),
    /** Hours after which the platform may have forgotten a key. */
    keyMemoryHours: z.int().min(1).default(24),
    /** The platform's own codes of certificates, where they differ from the national ones (111, 414, 001 …). */
    certificateCodes: z.partialRecord(CertificateKind, z.string().regex(/^[0-9A-Za-z]{1,12}$/)).default({}),
  }),
  /**
   * 网证: what the code of a network certificate looks like to the scanner, as a regular expression for the whole text.
   * Null: the hall takes none. Ask whoever connects the hall: no public document gives the format.
   */
  networkIdentity: z
    .strictObject({ codePattern: z.string().min(4).max(500).refine(isPattern, 'not a regular expression') })
    .nullable()
    .default(null),
  /** First block of local serials, as in the paper register it continues. */
  numbers: z.strictObject({ from: z.int().positive(), to: z.int().positive() }),
  /** Catalogue file; null uses the demo catalogue. */
  catalogue: z.string().nullable().default(null),
  /** Folder of packages to import and of what is exported; null: beside the catalogue file, or in the desk's home. */
  catalogueFolder: z.string().nullable().default(null),
  /**
   * Whose signatures on packages are believed: Ed25519 public keys, 32 bytes in base64. None: files of the folder and
   * the site's own are taken unsigned, and the screen says so; nothing else is taken.
   */
  catalogueKeys: z
    .array(z.strictObject({ name: z.string().min(1), key: z.string().regex(/^[A-Za-z0-9+/]{43}=$/) }))
    .default([]),
  /**
   * Systems of departments that have no interface, so that a case must be typed into them once more (二次录入): what
   * their form asks for, in its order.
   */
  departmentSystems: z
    .array(
      z.strictObject({
        /** The department's key in the catalogue. */
        department: z.string().min(1),
        nameZh: z.string().min(1),
        nameEn: z.string().min(1),
        order: z.array(Meaning).min(1),
      }),
    )
    .default([]),
  /**
   * 孤网例外: who answers for a source that is not connected, an item that is not done online or a second entry, and
   * until when. One that is missing here is shown as a fault of the site.
   */
  exceptions: z.array(DeclaredException).default([]),
  /** 委托专用章: the seals that departments have given this hall for what it accepts in their name. */
  delegatedSeals: z.array(DelegatedSeal).default([]),
  /** Created on first start only. They must change the password at their first sign-in. */
  people: z
    .array(
      z.strictObject({
        number: ClerkNumber,
        name: z.string().min(1),
        roles: z.array(Role).min(1),
        initialPassword: z.string().min(6),
      }),
    )
    .default([]),
  /** Practice only: the socket of the stand-ins' control line. */
  practice: z.strictObject({ control: z.string() }).nullable().default(null),
});

export type Site = z.output<typeof Site>;

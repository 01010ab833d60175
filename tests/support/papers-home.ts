import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { NoticeContent } from '#contract/shapes/notice.ts';
import { frozenText } from '#desk/papers/frozen-text.ts';
import { signaturePng } from '#desk/papers/signature-png.ts';
import { migrate, newestOf } from '#desk/store/migrate.ts';
import { MIGRATIONS } from '#desk/store/migrations/all.ts';
import { addNotice, newNoticeId } from '#desk/store/notices.ts';
import { keepSignature } from '#desk/store/signatures.ts';
import { openDatabase } from '#native/sqlite/open-database.ts';

const KEY = '5a'.repeat(32);
const PEN = [
  [
    { x: 200, y: 120 },
    { x: 700, y: 110 },
  ],
  [
    { x: 430, y: 60 },
    { x: 420, y: 330 },
    { x: 300, y: 280 },
  ],
];

export interface HomePaper {
  readonly name: string;
  readonly content: NoticeContent;
  /** Signed on the screen. */
  readonly signed?: true;
}

/**
 * The home of a desk whose papers still wait for the press, as after a day without a shell. They are papers of
 * hand-over lists, so that no case has to be made up beside them.
 *
 * @returns the id of each paper by its name
 */
export function homeWithPapers(home: string, papers: readonly HomePaper[]): ReadonlyMap<string, string> {
  fs.mkdirSync(home, { recursive: true, mode: 0o700 });
  fs.writeFileSync(path.join(home, 'desk.key'), `${KEY}\n`, { mode: 0o600 });
  const db = openDatabase({ file: path.join(home, 'desk.db'), keyHex: KEY, newest: newestOf(MIGRATIONS) });
  try {
    migrate(db, MIGRATIONS);
    return new Map(
      papers.map(({ name, content, signed }) => {
        const id = newNoticeId();
        const frozen = frozenText(content);
        addNotice(db, {
          id,
          about: { handOverId: id },
          content,
          frozen,
          issuedAtMs: 1,
          issuedBy: '0317',
        });
        if (signed) {
          const png = signaturePng(PEN);
          keepSignature(db, {
            noticeId: id,
            outcome: 'signed',
            contentHash: frozen.sha256,
            png,
            sha256: createHash('sha256').update(png).digest('hex'),
            reason: null,
            atMs: Date.UTC(2026, 10, 24, 2, 5),
            clerk: '0317',
            window: 3,
          });
        }
        return [name, id] as const;
      }),
    );
  } finally {
    db.close();
  }
}

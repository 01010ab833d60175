import { crc32, deflateSync } from 'node:zlib';

/** A real picture of dots that do not compress away. */
export function aPng(size = 150, { width = size, height = size, seed = 7_919 } = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const row = size * 3 + 1;
  const dots = Buffer.from(
    Array.from({ length: row * size }, (_, at) => (at % row === 0 ? 0 : (at * seed) % 251)),
  );
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(dots, { level: 0 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** The segments of a JPEG in their order: a table with an end mark among its values, a frame, a scan, the end. */
export function aJpeg({ widthPx = 1, heightPx = 1, scan = Buffer.from('aabbcc', 'hex') } = {}): Buffer {
  const frame = Buffer.from('ffc0000b080000000001011100', 'hex');
  frame.writeUInt16BE(heightPx, 5);
  frame.writeUInt16BE(widthPx, 7);
  return Buffer.concat([
    Buffer.from('ffd8ffdb0006ffd90102', 'hex'),
    frame,
    Buffer.from('ffda0008010100003f00', 'hex'),
    scan,
    Buffer.from('ffd9', 'hex'),
  ]);
}

interface PdfOptions {
  readonly pages?: number;
  /** Put into the catalogue, as it is. */
  readonly catalogue?: string;
  readonly trailer?: string;
  /** Packed into an object stream. */
  readonly packed?: string;
  /** The words on the page, in a stream. */
  readonly words?: string;
}

/** A PDF of a few objects with a true table of where they lie. */
export function aPdf({
  pages = 1,
  catalogue = '',
  trailer = '',
  packed,
  words = 'hello',
}: PdfOptions = {}): Buffer {
  const kids = Array.from({ length: pages }, (_, at) => `${at + 10} 0 R`).join(' ');
  const objects: (readonly [number, Buffer])[] = [
    [1, Buffer.from(`<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`)],
    [2, Buffer.from(`<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`)],
    [3, stream('', Buffer.from(`BT (${words}) Tj ET`))],
    ...Array.from(
      { length: pages },
      (_, at) =>
        [
          at + 10,
          Buffer.from('<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R >>'),
        ] as const,
    ),
  ];
  if (packed !== undefined) {
    objects.push([
      4,
      stream('/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode', deflateSync(Buffer.from(`5 0 ${packed}`))),
    ]);
  }
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets = new Map<number, number>();
  for (const [no, body] of objects) {
    offsets.set(no, Buffer.concat(parts).length);
    parts.push(Buffer.from(`${no} 0 obj\n`), body, Buffer.from('\nendobj\n'));
  }
  const at = Buffer.concat(parts).length;
  const rows = [...offsets].map(([no, offset]) => `${no} 1\n${String(offset).padStart(10, '0')} 00000 n \n`);
  parts.push(
    Buffer.from(`xref\n0 1\n0000000000 65535 f \n${rows.join('')}`),
    Buffer.from(`trailer\n<< /Size ${pages + 10} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`),
  );
  return Buffer.concat(parts);
}

/**
 * A PDF as an office makes it, each page with a Chinese line in a font it does not carry, a Latin line in a standard
 * font, and a block of colour that tells the pages apart.
 */
export function anOfficePdf(pages: number): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages} /Kids [${Array.from({ length: pages }, (_, at) => `${at * 2 + 7} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [5 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 6 0 R /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
    ...Array.from({ length: pages }, (_, at) => {
      const line = Buffer.from(`示范章程第${at + 1}页`, 'utf16le')
        .swap16()
        .toString('hex');
      const colour = `${((at * 37) % 100) / 100} ${((at * 61) % 100) / 100} 0.5 rg`;
      const content = `${colour} 60 60 200 200 re f 0 g BT /C 40 Tf 60 700 Td <${line}> Tj ET BT /L 24 Tf 60 640 Td (Page ${at + 1}) Tj ET`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${at * 2 + 8} 0 R /Resources << /Font << /L 3 0 R /C 4 0 R >> >> >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }).flat(),
  ];
  let text = '%PDF-1.7\n';
  const rows = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  return Buffer.from(
    `${text}xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
  );
}

function stream(dictionary: string, content: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${content.length} >>\nstream\n`),
    content,
    Buffer.from('\nendstream'),
  ]);
}

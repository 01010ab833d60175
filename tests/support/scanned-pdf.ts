/**
 * A PDF as a scanner makes it, a picture on each page: one in JBIG2, black below and white above; one in JPEG 2000, all
 * of one grey; and, where asked for, one whose picture is broken.
 */
export function aScannedPdf({ broken = false } = {}): Buffer {
  const pictures = [
    { filter: '/JBIG2Decode', colours: '/DeviceGray', bits: 1, data: jbig2() },
    { filter: '/JPXDecode', colours: '/DeviceGray', bits: 8, data: jpeg2000() },
    ...(broken
      ? [{ filter: '/JPXDecode', colours: '/DeviceGray', bits: 8, data: Buffer.from('ff4fff5100', 'hex') }]
      : []),
  ];
  const kids = pictures.map((_, at) => `${at * 3 + 3} 0 R`).join(' ');
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(`<< /Type /Pages /Count ${pictures.length} /Kids [${kids}] >>`),
    ...pictures.flatMap(({ filter, colours, bits, data }, at) => [
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${at * 3 + 4} 0 R /Resources << /XObject << /P ${at * 3 + 5} 0 R >> >> >>`,
      ),
      stream('', Buffer.from('q 595 0 0 842 0 0 cm /P Do Q')),
      stream(
        `/Type /XObject /Subtype /Image /Width ${SIDE} /Height ${SIDE} /ColorSpace ${colours} /BitsPerComponent ${bits} /Filter ${filter}`,
        data,
      ),
    ]),
  ];
  let text = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1');
  const rows = objects.map((object, at) => {
    const row = `${String(text.length).padStart(10, '0')} 00000 n \n`;
    text = Buffer.concat([text, Buffer.from(`${at + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    return row;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\n`;
  return Buffer.concat([text, Buffer.from(`${table}startxref\n${text.length}\n%%EOF\n`)]);
}

const SIDE = 64;

/**
 * Two segments, the page and one region coded as Group 4: a white line is V0; the first black one is a horizontal run of
 * no white and 64 black dots; each after it is V0 twice.
 *
 * @source ITU-T T.88 6.2.6, 7.2, 7.4.6, 7.4.8; T.6 table 1
 */
function jbig2(): Buffer {
  const white = '1'.repeat(SIDE / 2);
  const firstBlack = ['001', '00110101', '0000001111', '0000110111'].join('');
  const bits = `${white}${firstBlack}${'11'.repeat(SIDE / 2 - 1)}${'000000000001'.repeat(2)}`;
  const coded = Buffer.from(
    Array.from({ length: Math.ceil(bits.length / 8) }, (_, at) =>
      Number.parseInt(bits.slice(at * 8, at * 8 + 8).padEnd(8, '0'), 2),
    ),
  );
  const page = Buffer.concat([u32(SIDE), u32(SIDE), u32(0), u32(0), Buffer.from([0, 0, 0])]);
  const region = Buffer.concat([u32(SIDE), u32(SIDE), u32(0), u32(0), Buffer.from([0, 1]), coded]);
  return Buffer.concat([segment(0, 48, page), segment(1, 38, region)]);
}

function segment(no: number, type: number, data: Buffer): Buffer {
  return Buffer.concat([u32(no), Buffer.from([type, 0, 1]), u32(data.length), data]);
}

/**
 * One tile, no wavelet level, one empty packet: every dot is the middle grey.
 *
 * @source ITU-T T.800 A.4–A.6, B.10
 */
function jpeg2000(): Buffer {
  const side = u32(SIDE);
  const size = Buffer.concat([
    Buffer.from('ff5100290000', 'hex'),
    Buffer.concat([side, side, u32(0), u32(0), side, side, u32(0), u32(0)]),
    Buffer.from('0001070101', 'hex'),
  ]);
  return Buffer.concat([
    Buffer.from('ff4f', 'hex'),
    size,
    Buffer.from('ff52000c00000001000004040001', 'hex'),
    Buffer.from('ff5c00044040', 'hex'),
    Buffer.from('ff90000a00000000000f0001', 'hex'),
    Buffer.from('ff9300', 'hex'),
    Buffer.from('ffd9', 'hex'),
  ]);
}

function u32(value: number): Buffer {
  const four = Buffer.alloc(4);
  four.writeUInt32BE(value);
  return four;
}

function stream(dictionary: string, content: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${content.length} >>\nstream\n`),
    content,
    Buffer.from('\nendstream'),
  ]);
}

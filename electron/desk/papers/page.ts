/** Text as it stands in HTML: nothing a citizen, a clerk or a catalogue wrote can become markup. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

export const SERIF = `"Noto Serif CJK SC","Source Han Serif SC","SimSun","Songti SC",serif`;
export const SANS = `"Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","SimHei",sans-serif`;

/**
 * A whole page that stands alone: its style inside, no script, nothing to load.
 *
 * @param head more of the head, already markup
 * @param body already markup
 * @param pictures lets pictures in that lie in the page itself
 */
export function page({
  title,
  style,
  head = '',
  body,
  pictures = false,
}: {
  readonly title: string;
  readonly style: string;
  readonly head?: string;
  readonly body: string;
  readonly pictures?: boolean;
}): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'${pictures ? '; img-src data:' : ''}">
${head}<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/**
 * A page without script, for the one moment when the window itself cannot speak. Both languages, because
 * there is nobody to ask which one.
 */
export function plainPage(detail: string): string {
  const html = `<!doctype html><meta charset="utf-8"><title>Yichuang</title>
<body style="font:16px/1.6 'Noto Sans CJK SC','Microsoft YaHei',sans-serif;background:#e5eceb;color:#11272c;display:grid;place-items:center;height:100vh;margin:0">
<main style="max-width:36em;background:#fff;border:1px solid #c4d0d0;border-radius:10px;padding:28px 32px">
<h1 style="font-size:22px;margin:0 0 8px">窗口画面停了，办件都在。关掉再打开。</h1>
<p style="margin:0 0 12px">The window stopped drawing. Every case is kept. Close the program and open it again.</p>
<p style="margin:0;color:#536669;font-size:14px">${detail.replaceAll(/[^a-z-]/g, '')}</p></main>`;
  return `data:text/html;charset=utf-8,${encodeURIComponent(html)}`;
}

import type { Upload } from '../../stores/case-store.ts';
import { useWords } from '../../words/words.ts';

/** How much of a file the desk holds already. */
export function UploadBar({ upload }: { readonly upload: Upload }) {
  const words = useWords();
  const percent = Math.floor((upload.sentBytes / upload.totalBytes) * 100);
  return (
    <div className="upload">
      <span className="el">{upload.name}</span>
      <progress value={upload.sentBytes} max={upload.totalBytes} aria-label={upload.name} />
      <span className="note n nw">
        {words.sheet.intake.papers.sending(percent, sizeOf(upload.sentBytes), sizeOf(upload.totalBytes))}
      </span>
    </div>
  );
}

function sizeOf(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

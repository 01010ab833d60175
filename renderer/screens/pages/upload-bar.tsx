import { SetbackLine } from '../../components/setback-line.tsx';
import type { Upload } from '../../stores/page-uploads.ts';
import { setbackWords } from '../../words/saying.ts';
import { useWords } from '../../words/words.ts';

interface UploadBarProps {
  readonly upload: Upload;
  readonly onForget: () => void;
}

/** How much of a file the desk holds already, or why it is not taken. */
export function UploadBar({ upload, onForget }: UploadBarProps) {
  const words = useWords();
  if (upload.setback) {
    return (
      <div className="upload">
        <SetbackLine>{words.pages.notTaken(upload.name, setbackWords(words, upload.setback))}</SetbackLine>
        <button type="button" className="btn quiet" onClick={onForget}>
          {words.pages.forget}
        </button>
      </div>
    );
  }
  const percent = Math.floor((upload.sentBytes / upload.totalBytes) * 100);
  return (
    <div className="upload">
      <span className="el">{upload.name}</span>
      <progress value={upload.sentBytes} max={upload.totalBytes} aria-label={upload.name} />
      <span className="note n nw">
        {upload.sentBytes === 0
          ? words.pages.waiting
          : words.pages.sending(percent, sizeOf(upload.sentBytes), sizeOf(upload.totalBytes))}
      </span>
    </div>
  );
}

/** Bytes as a person says them. */
export function sizeOf(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

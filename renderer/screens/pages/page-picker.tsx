import { useWords } from '../../words/words.ts';

interface PagePickerProps {
  readonly paperId: string;
  readonly onFiles: (files: readonly File[]) => void;
}

/** The field behind "add": pictures and PDFs, several at once. */
export function PagePicker({ paperId, onFiles }: PagePickerProps) {
  const { papers } = useWords().sheet.intake;
  return (
    <input
      type="file"
      multiple
      className="sr"
      tabIndex={-1}
      aria-label={papers.file}
      accept="image/jpeg,image/png,application/pdf"
      data-picker={paperId}
      onChange={(event) => {
        const files = [...(event.target.files ?? [])];
        event.target.value = '';
        onFiles(files);
      }}
    />
  );
}

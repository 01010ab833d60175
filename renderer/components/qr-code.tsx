import { QRCode } from 'antd';

interface QrCodeProps {
  readonly text: string;
  readonly label: string;
  readonly size?: number;
}

/** A code drawn as the paper carries it. Loaded apart, because nothing else needs it. */
export function QrCode({ text, label, size = 92 }: QrCodeProps) {
  return (
    <span className="qr">
      <span className="sr">{label}</span>
      <span aria-hidden="true">
        <QRCode value={text} type="svg" size={size} bordered={false} color="#11272c" bgColor="#ffffff" />
      </span>
    </span>
  );
}

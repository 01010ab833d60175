import { QRCode } from 'antd';

/** A code drawn as the paper carries it. Loaded apart, because nothing else needs it. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    <span className="qr">
      <span className="sr">{label}</span>
      <span aria-hidden="true">
        <QRCode value={text} type="svg" size={92} bordered={false} color="#11272c" bgColor="#ffffff" />
      </span>
    </span>
  );
}

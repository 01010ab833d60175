import { ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import zhCn from 'antd/locale/zh_CN';
import { type ReactNode, useMemo } from 'react';
import { useWords } from '../words/words.ts';
import { antdTheme } from './antd-theme.ts';
import { useMedia, WIDE } from './use-media.ts';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content;
const csp = nonce ? { nonce } : {};

/** antd in our hand: colours, sizes, language, and styles that the window's policy lets in. */
export function AntdFrame({ children }: { readonly children: ReactNode }) {
  const words = useWords();
  const isWide = useMedia(WIDE);
  const theme = useMemo(() => antdTheme(isWide), [isWide]);
  return (
    <ConfigProvider
      theme={theme}
      csp={csp}
      componentSize="small"
      button={{ autoInsertSpace: false }}
      locale={words.language === 'en' ? en : zhCn}
      wave={{ disabled: true }}
    >
      {children}
    </ConfigProvider>
  );
}

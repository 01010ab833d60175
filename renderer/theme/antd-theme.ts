import type { ThemeConfig } from 'antd';

const FONT =
  '"Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", system-ui, sans-serif';
const FOCUS = '#d16008';

/** The values of styles/tokens.css under antd's names; the second set is for 1600 px and more. */
export function antdTheme(isWide: boolean): ThemeConfig {
  return {
    token: {
      colorPrimary: '#0c5566',
      colorPrimaryHover: '#1a7084',
      colorPrimaryBg: '#dcecef',
      controlItemBgActive: '#dcecef',
      colorLink: '#0c5566',
      colorSuccess: '#1a6542',
      colorSuccessBg: '#ddf0e5',
      colorWarning: '#854c00',
      colorWarningBg: '#fcefd3',
      colorError: '#a9261c',
      colorErrorBg: '#fae3e0',
      colorInfo: '#3a4a9a',
      colorInfoBg: '#e5e8f6',
      colorTextBase: '#11272c',
      colorText: '#11272c',
      colorTextSecondary: '#3a5056',
      colorTextTertiary: '#536669',
      colorTextPlaceholder: '#536669',
      colorTextDisabled: '#536669',
      colorBorder: '#758a8e',
      colorBorderSecondary: '#dfe6e6',
      colorBgLayout: '#e5eceb',
      colorFillAlter: '#f3f7f6',
      fontFamily: FONT,
      fontFamilyCode: '"Noto Sans Mono CJK SC", "DejaVu Sans Mono", Consolas, monospace',
      fontSize: isWide ? 16 : 14,
      fontSizeSM: isWide ? 14 : 13,
      fontSizeLG: isWide ? 18 : 16,
      fontSizeHeading4: isWide ? 24 : 20,
      lineHeight: isWide ? 24 / 16 : 20 / 14,
      fontWeightStrong: 700,
      controlHeight: isWide ? 36 : 32,
      controlHeightLG: isWide ? 56 : 48,
      controlHeightSM: isWide ? 32 : 28,
      borderRadius: 6,
      borderRadiusLG: 10,
      borderRadiusSM: 4,
      lineWidthFocus: 3,
      controlOutline: FOCUS,
      motionDurationFast: '0.09s',
      motionDurationMid: '0.16s',
      boxShadowTertiary: '0 1px 0 rgb(10 59 70 / .05), 0 2px 8px rgb(10 59 70 / .06)',
      boxShadowSecondary: '0 12px 40px rgb(10 59 70 / .26)',
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: 400 },
      Input: { activeShadow: `0 0 0 2px #fff, 0 0 0 5px ${FOCUS}` },
      Select: { activeOutlineColor: FOCUS },
      Table: {
        headerBg: '#f3f7f6',
        headerSplitColor: 'transparent',
        rowHoverBg: '#dcecef',
        rowSelectedBg: '#fcefd3',
        cellPaddingBlockSM: 6,
      },
    },
  };
}

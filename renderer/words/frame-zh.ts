import { accessZh } from './access-zh.ts';
import { queueZh } from './queue-zh.ts';
import { dialogsZh } from './dialogs-zh.ts';
import { statusZh } from './status-zh.ts';
import { hallZh } from './hall-zh.ts';

/** Words of the frame: sign-in, queue, status, dialogs, display, practice. Chinese first. */
export const frameZh = {
  ...accessZh,
  ...queueZh,
  ...dialogsZh,
  ...statusZh,
  ...hallZh,

  product: '一窗',
  seal: '窗',
  practiceTag: '练习',
  windowNamed: (number: number, name: string) => `${number} 号窗口 · ${name}`,
  windowBrief: (number: number, name: string) => `${number} 号窗口 · ${name}`,
  windowShort: (number: number) => `${number} 号窗`,
  windowWhole: (number: number) => `${number} 号窗口`,
  mainMenu: '主菜单',
  screens: {
    counter: '柜台',
    cases: '办件',
    sync: '同步',
    catalogue: '目录',
    'hand-over': '交接',
    'one-number': '一号',
    guidance: '导办',
  },
  needClerk: (count: number) => `${count} 条要处理`,
  findHint: '找人、事项、收件号',
  lock: '锁屏',
  signOut: '换人',
  otherLanguage: 'EN',
  largeType: '大字',
  otherLanguageLong: '换成英文',
  regions: { queue: '排队', case: '办件', person: '人和旧材料', today: '今天', status: '状态栏' },
  loading: '正在读取',
  loadingFor: (seconds: number) => `正在读取，${seconds} 秒`,
  close: '关闭',
  back: '返回',
  confirm: '确定',
  keyIsOff: (reason: string) => `现在不能：${reason}`,
  why: '为什么',
  noWhy: '这里没有要解释的。按方向键换一个再按 F1。',

  roles: { clerk: '窗口人员', manager: '值班长', technician: '技术员' },

  /** Why a key is off, where no refusal of the desk says it. */
  reasons: {
    'no-pages': '还没有扫描页。先按 2 扫描',
    'first-page': '这是第一页',
    'last-page': '这是最后一页',
    'page-as-it-is': '已定的页、复用的件和 PDF 只能看',
    'window-free': '手上没有号。先按 F2 叫下一位。',
    'not-called': '没有正在叫的号。',
    'nothing-held': '没有挂起的号。',
    'other-screen': '先回柜台，按 Alt Z。',
    'choose-first': '先选一项。',
    'fill-first': '先填完上面的。',
    'nobody-signs': '群众没来，签不了。请看纸质同意书。',
    'no-target': '手上没有号，列表里也没选。',
    'desk-gone': '后台正在重新启动。',
    'this-month': '已是这个月。',
    'nothing-here': '这里没有原件。',
    'receiver-first': '先写接收人和证件号。',
    busy: '上一步还没完。',
  },
  reasonUnknown: '现在不能做这一步。',
  /** The first catalogue of a desk on its way in. */
  firstCatalogue: {
    reading: '正在读目录',
    loading: (written: number, items: number) => `目录正在装入 ${written} / ${items}`,
    loadingNote: '装好就能选事项，不用重开。叫号、核身份照常。',
    missing: '还没有目录，不能选事项',
    missingNote: '装入的目录没有通过。请技术员在“目录”（Alt M）里看原因。',
  },
};

export type FrameWords = typeof frameZh;

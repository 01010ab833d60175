import type { MessageLine, ToldStep } from '#contract/shapes/message.ts';

/** 办件短信: what the citizen is written on each step, and how it stands. */
export const messagesZh = {
  title: '办件短信',
  to: (phone: string, language: MessageLine['language']) => `${phone} ${language === 'en' ? '英文' : '中文'}`,
  states: {
    sent: '省平台已收，由平台发送',
    owed: '待上报，还没发',
    'not-sent': '上报被退回，没发',
  } satisfies Record<MessageLine['state'], string>,
  stop: '不再发短信',
  stopped: '群众不要再发，以后各步不发',
  /** What the message of a step tells. The words that are sent are the platform's own templates. */
  tells: {
    'case.received': '材料收下了',
    'case.accepted': '受理了',
    'case.correction': '请一次补齐材料',
    'case.refused': '不予受理',
    'case.not-needed': '不需要许可',
    'case.wrong-organ': '不归本机关办',
    'case.all-in': '补的材料收到了',
    'case.lapsed': '逾期未补，办理终止',
    'case.deemed-accepted': '依法视为受理',
    'case.referred': '转报上级机关',
    'case.withdrawn': '按申请撤回，办理结束',
    'case.suspended': '特别程序开始，暂停计时',
    'case.resumed': '特别程序结束，继续计时',
    'case.extended': '办理延期',
    'case.owed-filled': '容缺材料补齐了',
    'case.owed-late': '容缺材料逾期，请来补',
    'case.granted': '准予',
    'case.denied': '不予许可',
    'case.result-made': '结果做好，可以领取',
    'case.delivered': '结果已送达',
    'case.given-back': '容缺未补，已退件',
    'case.passed-on': '材料已转送审批机关',
    'case.arrived': '审批机关收到材料',
  } satisfies Record<ToldStep, string>,
};

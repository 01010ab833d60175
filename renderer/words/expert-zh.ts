/** 远程帮办：向县里专家提问。 */
export const expertZh = {
  open: '问县级专家',
  title: '问县级专家',
  note: '问题随事项和办件编号送省平台。不写姓名、证件号码。不耽误办理。',
  label: '要问什么',
  do: '送出',
  none: '这件还没有问过',
  owed: '还没送到，线路通了自动送',
  waits: '已送到，等答复',
  asked: (by: string, at: string) => `${by} ${at} 问`,
  answered: (by: string, at: string) => `${by} ${at} 答复`,
  line: (answer: string, by: string) => `专家答复：${answer}（${by}）`,
  lineWaits: (question: string) => `已问专家：${question}`,
};

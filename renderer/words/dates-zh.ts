/** How days, times and lengths of time are said in Chinese. */
export const datesZh = {
  monthDay: (month: number, day: number) => `${month}月${day}日`,
  yearMonthDay: (year: number, month: number, day: number) => `${year}年${month}月${day}日`,
  longDay: (month: number, day: number, weekday: string) => `${month}月${day}日 ${weekday}`,
  weekdays: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  underAMinute: '不到 1 分',
  minutes: (minutes: number) => `${minutes} 分`,
  hours: (hours: number, minutes: number) => `${hours} 小时 ${minutes} 分`,
  seconds: (seconds: number) => `${seconds} 秒`,
  minutesSeconds: (minutes: number, seconds: number) => `${minutes} 分 ${seconds} 秒`,
};

export type DateWords = typeof datesZh;

/** Signing in, changing the password, the locked screen. */
export const accessZh = {
  signIn: {
    title: '登录',
    number: '工号',
    password: '密码',
    go: '登录',
    going: '正在核对',
    people: '练习人员',
    peopleHint: '↑↓ 选人，Enter 直接登录',
    initialHint: '大厅、人员都是编的，可以放心练。',
    cardHint: '也可以扫工牌填工号。',
    version: (version: string) => `版本 ${version}`,
    waiting: '正在启动后台',
  },

  password: {
    title: '先换密码',
    because: '这是初始密码，换一个自己的再开始。',
    old: '现在的密码',
    next: '新密码',
    again: '再输一遍',
    rule: '至少 8 位；不用工号，不用初始密码。',
    differ: '两遍不一样。再输一遍。',
    go: '换好，开始',
  },

  locked: {
    title: '已锁屏',
    sentence: '填的都在后台存着，输密码接着办。',
    unlock: '解锁',
    other: '换人登录',
    otherHint: '手上的号不会丢。',
    ownBadge: '工牌是本人的。输密码就解锁。',
    otherBadge: (number: string) => `扫的是 ${number} 的工牌。换人按 Alt O。`,
  },
};

export type AccessWords = typeof accessZh;

import type { IdentityNeed, NetworkLevel, NetworkMode } from '#contract/shapes/network-identity.ts';

/** 网证: the network certificate as one more way to say who it is. */
export const networkZh = {
  name: '网证',
  proved: '网证已核',
  checking: '正在核验网证，身份证也可以先拿出来',
  orCode: '平放在读卡器上；有网证的，请出示网证码来扫',
  title: '网证没有的，补在这里',
  fromNetwork: '网证核验过，不能改',
  levels: { basic: '普通级', high: '高级' } satisfies Record<NetworkLevel, string>,
  modes: {
    'name-number': '核对姓名和号码',
    'name-number-validity': '核对姓名、号码和有效期',
    'name-number-face': '核对姓名、号码和人像',
    certificate: '只核对网证',
    'face-certificate': '核对人像和网证',
    'card-face-certificate': '核对身份证、人像和网证',
  } satisfies Record<NetworkMode, string>,
  said: (level: string, mode: string) => `${level}，${mode}`,
  by: (at: string, who: string) => `${at} ${who}核验`,
  notHere: '这是网证码。到身份那一步再扫。',
  need: '身份核验',
  needs: {
    any: '证件或网证都行',
    'high-level': '要证件，或高级网证',
    face: '要证件，或核对过人像的网证',
    document: '要证件原件，网证不行',
    chip: '要读证件芯片',
  } satisfies Record<IdentityNeed, string>,
};

export type NetworkWords = typeof networkZh;

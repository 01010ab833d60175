import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS } from '#desk/store/migrations/all.ts';

/**
 * The case file's steps as they were released: version → sha-256 of its SQL. A hall may hold a file at any of
 * them, so none is ever edited; a change is a new step. Add a line when you add a step.
 */
const RELEASED: Readonly<Record<number, string>> = {
  10: 'ad4ba167500ddc9ff75729de9f178462b4e1c4f6550969cc4b54c6be9bb0c7a3',
  20: 'f943c431d12bc678f17c5992472f594a2ccc8fac3dec6a1502b5f126c2231e4e',
  30: '86c6555293f212d78ee173eb3b92cbcf599b5c548a366f0b404201ee9d10abbf',
  40: '53a934d15993c0a65a4ac1cd72e4f05edbed17a8eb0f9c2929c046d77ad4aa53',
  100: 'b1abff1bc0a205cc298a4d70afa76644a20f18033831a37b604ed977aec01a84',
  101: 'e635e9ee084a07306e8e13d61f1569b6ef2c35b00f8ad7c864cdb7441a97313e',
  110: '7ea4bae115f1479ae7eb7abb7eca8399f78bf80dc613f92275df10df416027e7',
  111: '50944f1f162a7d174bfa6511f7b693768d03c8a59f87a158e535fd559de683ef',
  120: 'f967ba8c7c903f6e224a7d8fcc681558decca9de25d5cc9fd0a24c08c35f5a0d',
  121: 'c3aed8b1369303e326a52f53f7c2a94aab8e318a548e16e98bac4e0bf4d4403f',
  122: '1dbd5e64ce4673143ddd1eb6bfcca87162aab17863ffc6154b7af8d9089f930d',
  123: '5c9c948315be95015e02f14afa5b5429c5e09c9d74482b72aadb59137634897c',
  124: '73e61d9efffc175deeeceab18fa14f44d4601f16e90bb83a8c814ba943e66648',
  125: '7045fd9523852793bdaf065dd2f72bbbeedbb470eac75ae8a8b19d4ce9bf7d47',
  126: '3d102f597fb93cc33175c5194b8e89a21d820754976f2c34169d6c7958be8460',
  130: 'e6911d36d8c3938242da329dfb82a38cc4d49b1929fadde03d8a180d5add8c7a',
  140: 'e4af871699de8785bdf0b34d739c0a32fbd0d76cc0e7d5ec8211d38d4cf8d79c',
  141: '77a49aeea7f0ff6e13d27b1f7f57278467a4f7b134f1718bfb53fc4a3e59b7d2',
  142: '993a613260ab03bdcd2c6e54a2e0680cdc5dee213c6fff6c5374ba4a7025e00c',
  150: '97a6623f1d2e7ac12731de3ee248ccde8b56e4c2940f47f77b52aa0219e881dc',
  160: '8550d27599dc9d53d6773fda4c091ca3ea166482e53fa933cd062ecb05b56426',
  170: 'efb5d063dd0c0889bb0d293b3e8adb2edde36c5505c6c1a050581884f870c8e7',
  171: '4dc2d9c7b154cd2c5832ed4ba6036b68053d615829e1800cc0e2d780e1d9b8d4',
  175: '8dafc2c9c937bca50df163c979940e4a38d2bc8a4f8ce31d11cda1e3e0158fd8',
  176: '6a024a0af8329cd58a547e90b161f315fa0c220d8f9e7b7e50aa8fed891f5512',
  177: '3b615b6c71fd801cfd67d6c79815f7e7a8629f671b923452f1831ee706463b94',
  180: 'd7af93d81f8b8bb21d0246981c56592de7a1a58708d7111c5f7f64c0c3f8518f',
  181: 'b8c62eb8dfe3f8cba5bd8e6c2ed0f9095428a0db81a9a73dbad0dc0bd83522fd',
  182: '27636d7e547e140d35c3a7a019ee1b7368fe3293853cb26d8256eaec6c3350ba',
  190: '01c138cae2c658ee4417b05e42b34b3fc88aa4ea7f6b9ac1837bf5a21e2fc37c',
  195: '7a0060f24aa5c6748e78f799a7c4a4f2b02cadae050d2237fe7f006907562fe4',
  196: 'ecbb6395173c87d32f71ec150f256ad3fb6fce6537764f8a3e45b9e147a00100',
  200: '1970bcd6c22cb95054ed4a1bfbf375f2bf31fab4ac5c77b0322fa09c641abb23',
  201: '73e3b5da2342b3698ddb001ca7ac6dfb4d032d2f926ec360a903baffc93e8ed0',
  202: 'fdf26246b66d687f5e78ce6bf9f60be373fba6bbec809c11161101e59a6d69c0',
  205: '4ce2f8eba1199cdd51957f7269654db92ed3c1b23b70caf1022d8fa69ac2bcb8',
  210: 'ba773c6e3a7b9691389401dba2289a3b0530ab7b2994555b0363283fac4646d6',
  211: 'cd1cf729096a1c0d50ea550c0eb2d03fbc5b0a3d7e6adef2a87356dafd24ce60',
  215: 'b704c72dba3315e4c710406fd3d7ccafa6ab3d08c8bab27d6c736fbc018f0935',
  216: '264861cadaa50e2cb0d3b85baa5a16f2357450da7060aec692a5db7b08019e9b',
  217: '3916c18ebad4c6a05a9e859b97ec0e96dab4edd3631308d8592d2b837e22431b',
  220: '283f3287b8bdf40f0cf23cdcac22b4b5d8d3f8d072aa37b82109525d9782b7b9',
  230: 'dc5f1f22b558bbfc4d30b749608a81f7173b5ba4f28fac7059eaf26695af1381',
  231: 'ac4c870c06b12f698f19f55e934212d401267ae0df3c9946926c0621fe8cbfc0',
  232: '92e841084046b47600da1bfda7c006718d792a5cfe550530c33288def9fdeb81',
  240: 'fb29e75aa3262eb18e3ea2bbeb1ad0eab08d64509104f7dffc9dd40d92ea2ced',
  250: '201720b284652dcb9ea67714496659e4de9aeb01aff8f9cede52eaf4bf11c768',
  251: '354e880f4bd76b5d0c80a7aaf0a24794660334bc2a153f9198286fbaba9e7417',
  252: 'f6c205998cc9aa8a001c7642cb157dda13d4360c926f54e76edd603286adfbca',
  253: '7df1f919db341d554d4ba53a90611b39d7ac3d2c452f8a9ed3211bcd5f322117',
  260: '7735a1da8e88112e862c1b897ebd184d8704089f964dd86a8a743c051174afe1',
  261: '68b0fbb40acabe4cd41692d1dd7541510f5934b9fb115866e64492478cd30bc2',
  263: '432275cd9bdb9f35c1fb0d1b6e0fb0626d64434d8f7097509062cb00185af7ab',
  264: '2cf096cd7c86aa8f21ae9b79a3cce6383b3ba54dce4eea93ade20d3bcfa29576',
  265: 'f1082df72d2fe160a0c50912be82770adf632162cb5afaaea3c4225326522e70',
};

describe('a released step of the case file', () => {
  it.each(MIGRATIONS)('$version is as it was', ({ version, up, remake }) => {
    const text = remake ? `${JSON.stringify(remake)}${up}` : up;
    expect(createHash('sha256').update(text).digest('hex')).toBe(RELEASED[version]);
  });

  it('is never taken out', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(Object.keys(RELEASED).map(Number));
  });

  it('stands in a file that begins with its number', () => {
    const numbers = globSync('electron/desk/store/migrations/[0-9]*.ts').map((file) =>
      Number(/(\d{4})-/.exec(file)?.[1]),
    );
    expect(numbers.toSorted((a, b) => a - b)).toEqual(MIGRATIONS.map(({ version }) => version));
  });
});

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * The check character of ISO 7064 MOD 37,36 over digits and capital letters.
 * It finds every single wrong character and every swap of two neighbours.
 *
 * @throws RangeError on any other character: check the text before asking.
 * @source ISO 7064, hybrid system MOD 37,36
 */
export function mod3736CheckCharacter(text: string): string {
  let carried = 36;
  for (const character of text) {
    const value = alphabet.indexOf(character);
    if (value < 0) throw new RangeError('MOD 37,36 covers digits and capital letters only');
    const sum = (carried + value) % 36 || 36;
    carried = (sum * 2) % 37;
  }
  return alphabet.charAt((37 - carried) % 36);
}

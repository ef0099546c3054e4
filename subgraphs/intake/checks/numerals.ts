/** Chinese numerals in a text written as Arabic digits: `八十万元` → `80万元`, `二〇二三年六月` → `2023年6月`. */
export function arabicNumerals(text: string): string {
  return text.replace(/[〇○零一二三四五六七八九两壹贰叁肆伍陆柒捌玖十拾百佰千仟]+/g, (found, at: number) =>
    // 5百万: the digits stand before, so this is a multiplier and stays.
    /\d/.test(text[at - 1] ?? '') ? found.replace(/[拾佰仟]/g, (c) => plainMultipliers[c]!) : read(found),
  )
}

const digits: Record<string, number> = Object.fromEntries(
  ['〇○零', '一壹', '二贰两', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((characters, digit) =>
    [...characters].map((character) => [character, digit]),
  ),
)
const multipliers: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }
const plainMultipliers: Record<string, string> = { 拾: '十', 佰: '百', 仟: '千' }

function read(text: string): string {
  if (![...text].some((character) => multipliers[character])) {
    return [...text].map((character) => digits[character]).join('')
  }
  let total = 0
  let digit: number | undefined
  for (const character of text) {
    const multiplier = multipliers[character]
    if (multiplier) total += (digit ?? 1) * multiplier
    digit = multiplier ? undefined : digits[character]
  }
  return String(total + (digit ?? 0))
}

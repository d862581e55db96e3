import { expect, it } from 'vitest'
import { CallSign } from './squad.ts'

it.each([
  ['Viper', 'Viper'],
  ['  Night Owl ', 'Night Owl'],
  ['نسر الليل', 'نسر الليل'],
  ['צִפּוֹר', 'צִפּוֹר'.normalize('NFC')],
  ['🦅'.repeat(18), '🦅'.repeat(18)],
  ['👩‍🚀👩‍🚀', '👩‍🚀👩‍🚀'],
  ['狼'.repeat(24), '狼'.repeat(24)],
  ['e\u0301agle', '\u00e9agle'],
])('%s is a call-sign', (given, kept) => {
  expect(CallSign.parse(given)).toBe(kept)
})

it.each([
  ['one letter', 'V'],
  ['white space alone', '    '],
  ['25 letters', 'x'.repeat(25)],
  ['more emoji than a report has room for', '🦅'.repeat(19)],
  ['a mark that turns its direction around', 'admin\u202enimda'],
  ['a character without width', 'Vi\u200bper'],
  ['an Arabic mark of direction', 'Vi\u061cper'],
  ['letters without a shape', '\u3164\u3164'],
  ['a hyphen that is not shown', 'Vi\u00adper'],
  ['joiners alone', '\u200c \u200c'],
  ['a line break', 'Vi\nper'],
  ['half a character', 'Viper\ud83e'],
])('%s is none', (_, given) => {
  expect(CallSign.safeParse(given).success).toBe(false)
})

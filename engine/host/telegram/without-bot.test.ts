import { expect, it } from 'vitest'
import { LINK_WORDS } from '../../telegram/connection/link-words.ts'
import { WITHOUT_BOT } from './without-bot.ts'

it.each(Object.values(WITHOUT_BOT))('of a bot that is $state the host says what the bot would', view => {
  const { text, nextStep } = view
  expect({ text, nextStep }).toEqual(LINK_WORDS[view.state])
  expect(WITHOUT_BOT).toHaveProperty(view.state, view)
})

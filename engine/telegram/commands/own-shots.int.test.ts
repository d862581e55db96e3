import { expect, it } from 'vitest'
import { EpochMs } from '../../contracts/primitives.ts'
import { botBench } from '../../testkit/bot-bench.ts'
import { ONE_OF_EACH } from '../../testkit/one-of-each.ts'
import { answered, fill, MISSION, ORDER, recorded } from '../../testkit/shot-bench.ts'
import type { PersonInChat } from '../../testkit/telegram-server/people/person-in-chat.ts'
import { aPerson, privateChat } from '../../testkit/telegram-server/people/people.ts'
import { aMission, aMissionView, aWarRoom } from '../../testkit/views.ts'

const headsIn = (chat: PersonInChat, after: number) =>
  chat
    .read()
    .filter(({ isFromBot, id }) => isFromBot && id > after)
    .map(({ text }) => text.split('\n')[0])

/** A commander and a spotter who both have the message of a mission. */
async function told(settings = {}) {
  const bench = await botBench({ settings })
  const { desk, chat, bot, pair } = bench
  const ben = privateChat(bot, aPerson(77, 'Ben'))
  await pair(chat)
  await pair(ben, 'spotter')
  const mission = aMission()
  desk.shown = aWarRoom({ missions: [aMissionView({ mission })] })
  const { terminal } = mission
  desk.tell({ ...ONE_OF_EACH.terminalLinked, terminal, account: 'simulated' })
  desk.tell({ ...ONE_OF_EACH.armed, terminal })
  desk.tell({ kind: 'missionIssued', atMs: EpochMs.parse(1), mission })
  return { ...bench, ben }
}

async function fire(chat: PersonInChat) {
  const asked = chat.send(`/fire ${MISSION}`)
  const question = await chat.waitFor(({ id, buttons }) => id > asked && buttons.flat().includes('No'))
  const pressed = chat.press(question.id, '✅ FIRE 0.40 EURUSD')
  if (pressed === 'stale') throw new Error('There is no button.')
  await pressed.answer
  return question.id
}

it('a shot is answered where it was asked for and told in its mission, and others hear of it in its order', async () => {
  const { desk, chat, ben } = await told()
  const briefing = await chat.waitFor(({ text }) => text.includes('PENDING'))
  const bens = await ben.waitFor(({ text }) => text.includes('PENDING'))
  desk.obeys = () => {
    desk.tell(recorded())
    setTimeout(() => desk.tell(fill('0.40')), 300)
    return { is: 'done', text: 'Fired.', order: ORDER }
  }
  const question = await fire(chat)
  await chat.waitFor(({ id, text }) => id === question && text.includes('✅ FILLED 0.40 lots'))
  await chat.waitFor(({ id, text }) => id === briefing.id && text.includes('FILLED #77'))
  await ben.waitFor(({ text }) => text.startsWith('✅ FILLED #77'))
  expect(headsIn(ben, bens.id)).toEqual(['💥 FIRED · EURUSD LONG ▲', '✅ FILLED #77 · EURUSD LONG ▲'])
  expect(headsIn(chat, question)).toEqual([])
})

it('without a message of its mission a chat hears of its own shot as everybody does', async () => {
  const { noise } = (await botBench()).config.settings
  const { desk, chat, ben } = await told({ noise: { ...noise, mission: 'off' } })
  desk.obeys = () => {
    desk.tell(recorded(), fill('0.40'))
    return { is: 'done', text: 'Fired.', order: ORDER }
  }
  const question = await fire(chat)
  await chat.waitFor(({ id, text }) => id > question && text.startsWith('✅ FILLED #77'))
  await ben.waitFor(({ text }) => text.startsWith('✅ FILLED #77'))
  expect(headsIn(ben, 0).slice(-2)).toEqual(['💥 FIRED · EURUSD LONG ▲', '✅ FILLED #77 · EURUSD LONG ▲'])
})

it('what comes of it later is told: the rest of an order whose answer had come', async () => {
  const { desk, chat } = await told()
  const briefing = await chat.waitFor(({ text }) => text.includes('PENDING'))
  desk.obeys = () => {
    desk.tell(recorded())
    return { is: 'refused', code: 'ENGINE_RESTARTED', text: 'The engine stopped before it answered.' }
  }
  const question = await fire(chat)
  await chat.waitFor(({ id, text }) => id === question && text.includes('Nobody knows'))
  desk.tell(fill('0.40'))
  await chat.waitFor(({ text }) => text.startsWith('✅ FILLED #77'))
  await chat.waitFor(({ id, text }) => id === briefing.id && text.includes('FILLED #77'))
  expect(headsIn(chat, question)).toEqual(['✅ FILLED #77 · EURUSD LONG ▲'])
})

it('a shot that was denied or refused is answered, and is no alert besides where it was asked for', async () => {
  const { desk, chat, ben } = await told()
  await chat.waitFor(({ text }) => text.includes('PENDING'))
  const bens = await ben.waitFor(({ text }) => text.includes('PENDING'))
  const denials = [{ code: 'PAUSED', text: 'New trades are paused.', value: null, limit: null }] as const
  desk.obeys = () => {
    desk.tell({ ...ONE_OF_EACH.fireDenied, mission: MISSION, origin: 'telegram', denials: [...denials] })
    return { is: 'denied', denials: [...denials] }
  }
  const denied = await fire(chat)
  await chat.waitFor(({ id, text }) => id === denied && text.includes('Not fired: denied'))
  await ben.waitFor(({ text }) => text.startsWith('⛔ NOT FIRED'))
  desk.obeys = () => {
    desk.tell(recorded(), answered('rejected', { retcode: 10_019, text: 'No money' }))
    return { is: 'done', text: 'Fired.', order: ORDER }
  }
  const refused = await fire(chat)
  await chat.waitFor(({ id, text }) => id === refused && text.includes('NOT FILLED'))
  await ben.waitFor(({ id, text }) => id > bens.id && text.startsWith('⚠️'))
  expect([...headsIn(chat, denied), ...headsIn(chat, refused)]).toEqual([
    expect.stringContaining('NOT FILLED'),
  ])
})

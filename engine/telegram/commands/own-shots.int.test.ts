import { expect, it, onTestFinished } from 'vitest'
import type { EventOf } from '../../contracts/events.ts'
import { EpochMs } from '../../contracts/primitives.ts'
import type { TelegramConfig } from '../../contracts/telegram-port.ts'
import { AlertReader } from '../../testkit/alerts.ts'
import { botBench } from '../../testkit/bot-bench.ts'
import { ONE_OF_EACH } from '../../testkit/one-of-each.ts'
import type { ScriptedDesk } from '../../testkit/scripted-desk.ts'
import { answered, fill, MISSION, ORDER, recorded } from '../../testkit/shot-bench.ts'
import type { PersonInChat } from '../../testkit/telegram-server/people/person-in-chat.ts'
import { aPerson, privateChat } from '../../testkit/telegram-server/people/people.ts'
import { aMission, aMissionView, aWarRoom } from '../../testkit/views.ts'
import { TelegramBot } from '../bot.ts'
import type { Speaker } from '../voice/speaker.ts'

const headsIn = (chat: PersonInChat, after: number) =>
  chat
    .read()
    .filter(({ isFromBot, id }) => isFromBot && id > after)
    .map(({ text }) => text.split('\n')[0])

/** A commander and a spotter who both have the message of a mission. */
async function told(settings = {}, speaker?: Speaker) {
  const bench = await botBench({ settings, ...(speaker ? { speaker } : {}) })
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
  expect(headsIn(chat, question)).toEqual(['💥 FIRED · EURUSD LONG ▲', '✅ FILLED #77 · EURUSD LONG ▲'])
})

it('of an engine that dies over a shot the chat hears as everybody does, for its answer knows nothing', async () => {
  const { desk, chat } = await told()
  await chat.waitFor(({ text }) => text.includes('PENDING'))
  desk.obeys = () => {
    desk.tell(recorded(), fill('0.40'))
    return { is: 'refused', code: 'ENGINE_RESTARTED', text: 'The engine stopped before it answered.' }
  }
  const question = await fire(chat)
  await chat.waitFor(({ id, text }) => id === question && text.includes('Nobody knows'))
  await chat.waitFor(({ text }) => text.startsWith('✅ FILLED #77'))
})

it('of an order that AUTO or the window has sent between press and answer the chat hears as everybody does', async () => {
  const { desk, chat } = await told()
  await chat.waitFor(({ text }) => text.includes('PENDING'))
  const denials = [{ code: 'MISSION_GONE', text: 'This mission is not pending.', value: null, limit: null }] as const // prettier-ignore
  desk.obeys = () => {
    desk.tell({ ...(recorded() as EventOf<'orderRecorded'>), origin: 'auto' }, fill('0.40'))
    desk.tell({ ...ONE_OF_EACH.fireDenied, mission: MISSION, origin: 'telegram', denials: [...denials] })
    return { is: 'denied', denials: [...denials] }
  }
  const question = await fire(chat)
  await chat.waitFor(({ id, text }) => id === question && text.includes('not pending'))
  await chat.waitFor(({ text }) => text.startsWith('✅ FILLED #77'))
  expect(headsIn(chat, question)).toEqual(['💥 FIRED · EURUSD LONG ▲', '✅ FILLED #77 · EURUSD LONG ▲'])
})

it('a part is answered at once, and the rest is an alert', async () => {
  const { desk, chat } = await told()
  const briefing = await chat.waitFor(({ text }) => text.includes('PENDING'))
  desk.obeys = () => {
    desk.tell(recorded(), fill('0.20'))
    return { is: 'done', text: 'Fired.', order: ORDER }
  }
  const question = await fire(chat)
  await chat.waitFor(({ id, text }) => id === question && text.includes('FILLED 0.20 of 0.40 lots'))
  expect(headsIn(chat, question)).toEqual([])
  desk.tell(fill('0.20', '901'))
  await chat.waitFor(({ text }) => text.startsWith('✅ FILLED #77') && /Lots +0\.40/.test(text))
  await chat.waitFor(({ id, text }) => id === briefing.id && text.includes('FILLED #77'))
  expect(headsIn(chat, question)).toEqual(['✅ FILLED #77 · EURUSD LONG ▲'])
})

it('what a stopped bot could not answer any more is told by the next one', async () => {
  const { desk, chat, program, config } = await told()
  desk.answers.telegramRecord = () => structuredClone(new AlertReader().read(desk.ledger).book.record())
  await chat.waitFor(({ text }) => text.includes('PENDING'))
  desk.obeys = () => {
    desk.tell(recorded(), fill('0.20'))
    return { is: 'done', text: 'Fired.', order: ORDER }
  }
  const question = await fire(chat)
  await program.stop()
  expect(chat.read().find(({ id }) => id === question)?.text).toContain('Nobody knows')
  expect(headsIn(chat, question)).toEqual([])
  const again = nextBot(desk, config)
  again.start()
  await chat.waitFor(({ text }) => text.startsWith('✅ FILLED #77'))
})

it('no voice says what the answer tells, and none what is switched off', async () => {
  const speaker: Speaker = {
    text: 'A script speaks here.',
    speak: () => Promise.resolve({ is: 'spoken', ogg: OGG, seconds: 3 }),
  }
  const { noise } = (await botBench()).config.settings
  const { desk, chat } = await told(
    {
      noise: { ...noise, fired: 'off' },
      voice: { kinds: ['fired', 'filled', 'desk'], persona: 'QUIET' },
    },
    speaker,
  )
  await chat.waitFor(({ text }) => text.includes('PENDING'))
  desk.obeys = () => {
    desk.tell(recorded(), fill('0.40'))
    return { is: 'done', text: 'Fired.', order: ORDER }
  }
  const question = await fire(chat)
  await chat.waitFor(({ id, text }) => id === question && text.includes('✅ FILLED 0.40 lots'))
  desk.tell(ONE_OF_EACH.paused)
  const paused = await chat.waitFor(({ text }) => text.includes('PAUSED'))
  await chat.waitFor(({ is, id }) => is === 'voice' && id > paused.id)
  expect(chat.read().filter(({ is }) => is === 'voice')).toHaveLength(1)
})

/** The first page of a stream of Opus, as far as a server looks at it. */
const OGG = Buffer.from(
  'OggS\0\x02\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\x13OpusHead\x01\x01',
  'latin1',
)

const nextBot = (desk: ScriptedDesk, config: TelegramConfig): TelegramBot => {
  const bot = new TelegramBot({
    desk,
    config,
    now: () => EpochMs.parse(Date.now()),
    log: { write: () => undefined },
    changed: () => undefined,
    pollSeconds: 1,
    findSpeaker: () => Promise.resolve(null),
  })
  onTestFinished(() => bot.stop())
  return bot
}

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

import { describe, expect, it } from 'vitest'
import type { ChatId } from '../../contracts/telegram-chat.ts'
import type { CommandRouter } from '../commands/router.ts'
import { OneTimeCode } from '../pairing/one-time-code.ts'
import { Roster } from '../pairing/roster.ts'
import { Strangers } from '../pairing/strangers.ts'
import { aPairedChat } from '../../testkit/command-bench.ts'
import { eventually } from '../../testkit/eventually.ts'
import type { Reply } from '../reply.ts'
import { html } from '../texts/html.ts'
import type { Heard } from './heard.ts'
import { WORDS } from './listener-words.ts'
import { Listener } from './listener.ts'

const ANSWER: Reply = { html: html`Answer` }
const anna = { id: 11, type: 'private', first_name: 'Anna' } as const
const said = (text: string, chat: { id: number; type: 'private' | 'group' } = anna): Heard => ({
  is: 'said',
  chat,
  message: 5,
  text,
  sentMs: 0,
})
const pressed = (data: string, isLate = false): Heard => ({
  is: 'pressed',
  chat: anna,
  message: 7,
  query: 'q',
  data,
  isLate,
})

function aListener(answers: Partial<CommandRouter> = {}) {
  const asked: string[] = []
  const told: (readonly [ChatId, string, number?])[] = []
  const acknowledged: (string | null)[] = []
  const written: string[] = []
  const roster = new Roster()
  roster.restore([aPairedChat('commander'), aPairedChat('spotter', -22)])
  const answer = (chat: ChatId, { html: { text } }: Reply, message?: number) => {
    told.push(message === undefined ? [chat, text] : [chat, text, message])
    return Promise.resolve({ is: 'sent' as const, message: 40 })
  }
  const listener = new Listener({
    desk: { note: () => Promise.resolve({ is: 'done', text: '' }) },
    roster,
    strangers: new Strangers(),
    code: new OneTimeCode(() => 0),
    router: {
      said: ({ text }) => {
        asked.push(text)
        return Promise.resolve(ANSWER)
      },
      pressed: () => ({ toast: 'On its way', reply: Promise.resolve({ ...ANSWER, replaces: true }) }),
      forget: () => undefined,
      end: () => undefined,
      ...answers,
    },
    delivery: {
      answer,
      replace: (chat, message, reply) => answer(chat, reply, message),
      heard: () => undefined,
    },
    acknowledge: (_, toast) => void acknowledged.push(toast),
    botName: () => 'my_bot',
    now: () => 1_000,
    log: { write: (level, text, data) => void written.push(JSON.stringify([level, text, data])) },
    changed: () => undefined,
  })
  return { listener, asked, told, acknowledged, written }
}

describe('A paired chat', () => {
  it('is answered below what it said', async () => {
    const { listener, told } = aListener()
    await listener.handle(said('/status'))
    expect(told).toEqual([[11, 'Answer', 5]])
  })

  it('has its press acknowledged at once, and the message of the button changed', async () => {
    const { listener, told, acknowledged } = aListener()
    await listener.handle(pressed('/status'))
    expect([acknowledged, told]).toEqual([['On its way'], [[11, 'Answer', 7]]])
  })

  it('has its question changed by itself when the question ends', async () => {
    let end = () => {}
    const later = new Promise<Reply>(resolve => (end = () => resolve({ html: html`Ended` })))
    const { listener, told } = aListener({ said: () => Promise.resolve({ ...ANSWER, later }) })
    await listener.handle(said('/fire'))
    end()
    await eventually(() => expect(told.at(-1)).toEqual([11, 'Ended', 40]))
  })

  it('is told when the bot stops that what waits is not answered, in the place of a question that it confirmed', async () => {
    const never = new Promise<null>(() => {})
    const { listener, told } = aListener({
      said: () => never,
      pressed: () => ({ toast: null, reply: never }),
    })
    const handled = [said('/status'), pressed('/fire'), pressed(`n:y:${'A'.repeat(22)}`)]
    const all = Promise.all(handled.map(heard => listener.handle(heard)))
    listener.end()
    await all
    const { text } = WORDS.unanswered.html
    expect(told).toEqual([
      [11, text, 5],
      [11, text],
      [11, text, 7],
    ])
  })

  it('is asked to press again when its press may have waited while nobody listened', async () => {
    const { listener, told, acknowledged } = aListener()
    await listener.handle(pressed('/pause', true))
    expect([acknowledged, told]).toEqual([['This press came late. Press again.'], []])
  })

  it('hears one sentence when something breaks, and the log hears nothing of what it said', async () => {
    const broken = () => {
      throw new Error('the words of a person')
    }
    const { listener, told, written } = aListener({ said: broken, pressed: broken })
    await listener.handle(said('the words of a person'))
    await listener.handle(pressed('/status'))
    expect(told).toEqual([
      [11, WORDS.broken.text],
      [11, WORDS.broken.text],
    ])
    expect(written).toHaveLength(2)
    expect(written.join()).not.toContain('the words of a person')
  })

  it('is told once a minute that only text which it wrote itself is read', async () => {
    const { listener, told, asked } = aListener()
    for (const is of ['foreign', 'foreign', 'wordless'] as const)
      await listener.handle({ is, chat: anna, message: 1 })
    expect(told).toEqual([[11, WORDS.foreign.text]])
    expect(asked).toEqual([])
  })
})

it('leaves the talk of people in a group alone, and answers their commands', async () => {
  const { listener, asked } = aListener()
  const squad = { id: -22, type: 'group' } as const
  await listener.handle(said('status?', squad))
  await listener.handle({ is: 'wordless', chat: squad, message: 1 })
  await listener.handle(said('/status', squad))
  expect(asked).toEqual(['/status'])
})

it('does nothing at a stranger’s press but answer it once', async () => {
  const { listener, told, acknowledged } = aListener()
  const press: Heard = {
    is: 'pressed',
    chat: { id: 66, type: 'private' },
    message: 7,
    query: 'q',
    data: '/flatten',
    isLate: false,
  }
  await listener.handle(press)
  await listener.handle(press)
  expect([acknowledged, told]).toEqual([['This chat is not paired.'], []])
})

it('tells a group that became a supergroup how to go on, under its new number', async () => {
  const { listener, told } = aListener()
  await listener.handle({ is: 'moved', chat: { id: -22, type: 'group' }, to: -100_22 })
  expect(told).toEqual([[-100_22, WORDS.moved.text]])
})

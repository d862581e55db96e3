/**
 * A bot's thread that speaks contracts/telegram-port and knows no Telegram. What it hears it says back as log lines; some
 * wishes make it misbehave, each with its token in its mouth.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { EpochMs, Ulid, unreachable } from '../../contracts/primitives.ts'
import type { DeskAsked, FromTelegram, TelegramConfig, ToTelegram } from '../../contracts/telegram-port.ts'
import type { BotView, TelegramWish } from '../../contracts/telegram.ts'

const host = parentPort
if (!host) throw new Error('scripted-telegram runs as a worker thread')
const post = (message: FromTelegram): void => host.postMessage(message)
const say = (text: string, data: Record<string, unknown>) => post({ kind: 'log', level: 'info', text, data })
const id = Ulid.parse('01KDVDNP00ABCDEFGHJKMNPQRS')
/** What it asks of the desk when it is wished to unpair the chat of that number. */
const ASKED: readonly (readonly DeskAsked[])[] = [
  [{ name: 'about', asks: null }],
  // What a chat sends may claim anything.
  [
    {
      name: 'command',
      asks: { id, command: Object.assign({ kind: 'pause' as const }, { origin: 'window' }) },
    },
  ],
  [{ name: 'command', asks: { id, command: { kind: 'cancelOrder', order: 'EURUSD' } } }],
  [
    {
      name: 'changeSettings',
      asks: { seen: 1, change: { telegram: { apiRoot: 'https://evil.example' } }, typed: null },
    },
  ],
  [{ name: 'changeSettings', asks: { seen: 1, change: { telegram: { digestMinutes: 30 } }, typed: null } }],
  [
    { name: 'view', asks: null },
    { name: 'ask', asks: { kind: 'ledgerSummary' } },
    { name: 'settings', asks: null },
  ],
]
/** What a token has in it that no Telegram knows. */
const UNKNOWN = 'UNKNOWN'
/** And what one has that Telegram is slow to know. */
const SLOW = 'SLOW'
const SLOW_MS = 200
const NOT_KNOWN = { is: 'failed', code: 'TOKEN_REFUSED', text: 'Nobody knows it.' } as const
/** The chat whose unpairing it never comes back from. */
const HANGS = 99
let config = workerData as TelegramConfig
let calls = 0
let isEnding = false

/** As grammY words it: the address has the token in it. */
function fault(): Error {
  const url = `https://api.telegram.org/bot${config.tokens.bot}/sendMessage`
  return new Error(`Network request for 'sendMessage' failed! ${url}`, {
    cause: new TypeError(`fetch ${url}`),
  })
}

const view = (text: string): BotView => ({
  state: 'live',
  text,
  nextStep: null,
  bot: { username: 'scripted_bot', name: 'Scripted' },
  chats: [],
  code: null,
  strangers: { messages: 0, last: [] },
  voice: null,
})

/** It has had an answer to the last that it asked. */
function end(): void {
  say('ended', {})
  post({ kind: 'stopped' })
}

function obey(wish: TelegramWish, call: number): void {
  switch (wish.wish) {
    case 'sayHello':
      throw fault()
    case 'dropCode':
      return void Promise.reject(fault())
    case 'takeOver':
      say(`trouble ${fault().message}`, {
        error: fault(),
        deep: { [String(config.tokens.bot)]: [fault().message] },
      })
      return post({ kind: 'wished', call, done: { is: 'done' } })
    case 'makeCode': {
      const atMs = EpochMs.parse(1)
      post({
        kind: 'view',
        view: { ...view('a code'), code: { code: 'ABCD', role: wish.role, expiresMs: atMs } },
      })
      return post({ kind: 'wished', call, done: { is: 'done' } })
    }
    case 'unpair':
      if (wish.chat === HANGS) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
      ASKED[wish.chat]?.forEach(asked => post({ kind: 'call', call: (calls += 1), asked }))
      return post({ kind: 'wished', call, done: { is: 'done' } })
    case 'keepToken':
      return void setTimeout(
        () => post({ kind: 'wished', call, done: wish.token.includes(UNKNOWN) ? NOT_KNOWN : { is: 'done' } }),
        wish.token.includes(SLOW) ? SLOW_MS : 0,
      )
    case 'forgetToken':
      return
    default:
      return unreachable(wish)
  }
}

host.on('message', (message: ToTelegram) => {
  switch (message.kind) {
    case 'config':
      config = message.config
      return say('config', { kept: config.tokens.bot !== null, digestMinutes: config.settings.digestMinutes })
    case 'told':
      return say('told', { kinds: message.events.map(({ event }) => event.kind) })
    case 'notice':
      return say('notice', { text: message.notice.text })
    case 'answer':
      if (isEnding) return end()
      return say('answer', { call: message.call, value: message.value })
    case 'wish':
      return obey(message.wish, message.call)
    case 'ping':
      return post({ kind: 'pong', n: message.n })
    case 'stop':
      isEnding = true
      return post({ kind: 'call', call: (calls += 1), asked: { name: 'about', asks: null } })
    default:
      return unreachable(message)
  }
})
post({ kind: 'ready' })
say('born', { digestMinutes: config.settings.digestMinutes, voice: config.tokens.voice !== null })
post({ kind: 'view', view: view('alive') })

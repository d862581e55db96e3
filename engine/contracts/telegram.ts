/** The bot: what a trader may set of it, what is asked of it, and how it stands. */
import { z } from 'zod'
import type { Alert } from './alerts.ts'
import { AlertKind, Noise } from './alerts.ts'
import { EpochMs } from './primitives.ts'
import { ChatId, ChatRole, type BotId, type MessageId } from './telegram-chat.ts'

/** Words change with it, facts never. */
export const Persona = z.enum(['SERGEANT', 'CONTROL', 'ANALYST', 'COACH', 'QUIET'])
export type Persona = z.infer<typeof Persona>

/** Over plain HTTP anybody on the way could read the token. */
const ApiRoot = z
  .string()
  .max(300)
  .regex(
    /^(https:\/\/[^\s/@?#]+|http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?)(\/[^\s?#]*)?$/,
    'expected an address that begins with https://, or a server on this computer',
  )

const Proxy = z
  .string()
  .max(300)
  .regex(
    /^(https?|socks5):\/\/[^\s/@?#]+(:\d{1,5})\/?$/,
    'expected http://, https:// or socks5:// with a host and a port, and without a name or password',
  )

const noise = (level: Noise, meaning: string) => Noise.default(level).describe(meaning)
/** How loud each kind of alert is. The message of a mission is kept up to date whatever the others are. */
export const AlertNoise = z.object({
  mission: noise(
    'on',
    'How loud this alert is ([telegram.md](telegram.md)): a mission is issued, and each of its steps.',
  ),
  fired: noise('silent', 'Its order was recorded and sent.'),
  filled: noise('on', 'A part or all of it was filled.'),
  moved: noise('silent', 'A stop or a target was moved.'),
  partial: noise('on', 'A part of a position was closed.'),
  closed: noise('on', 'A trade is over.'),
  expired: noise('off', 'Nobody fired a mission in its time.'),
  denied: noise('on', 'A shot was not fired, and why.'),
  trouble: noise('on', 'Something that a person should look at.'),
  link: noise('on', 'A terminal was lost or came back.'),
  guard: noise('on', 'A guard was raised or ended.'),
  desk: noise('silent', 'Paused, resumed, another selector, everything closed.'),
  drillReport: noise('on', "The day's report."),
  sitrep: noise('on', "The week's report."),
  badge: noise('silent', 'A badge was earned.'),
  rank: noise('on', 'Another rank was reached.'),
} satisfies Record<AlertKind, unknown>)
export type AlertNoise = z.infer<typeof AlertNoise>

export const TelegramSettings = z.object({
  on: z
    .boolean()
    .default(true)
    .describe('A bot runs whenever a token is kept. Off: no connection, and the token stays kept.'),
  apiRoot: ApiRoot.default('https://api.telegram.org').describe(
    'Which Bot API server is asked: https, or one on this computer. Not from a chat.',
  ),
  proxy: Proxy.nullable()
    .default(null)
    .describe(
      'The way there: `http://`, `https://` or `socks5://` with host and port. Not from a chat. `null`: none.',
    ),
  noise: AlertNoise.prefault({}),
  digestMinutes: z
    .number()
    .int()
    .min(5)
    .max(1_440)
    .default(60)
    .describe('How often what is set to `digest` is told.'),
  voice: z
    .object({
      kinds: z
        .array(AlertKind)
        .max(AlertKind.options.length)
        .default([])
        .describe('Alerts that are spoken as well, where this computer has a speech engine.'),
      persona: Persona.default('CONTROL').describe('Who speaks: words change with it, facts never.'),
    })
    .prefault({}),
})
export type TelegramSettings = z.infer<typeof TelegramSettings>

/** As BotFather gives it: https://core.telegram.org/bots/api#authorizing-your-bot */
export const BotToken = z
  .string()
  .trim()
  .regex(/^\d{5,16}:[\w-]{30,80}$/, 'expected the token that BotFather gave, digits:letters')
export type BotToken = z.infer<typeof BotToken>

/** The bot whose token it is: the number stays when @BotFather makes a new token. */
export const botOf = (token: string): BotId => Number(token.slice(0, token.indexOf(':')))

/** What a window or a command line asks of the bot. */
export const TelegramWish = z.discriminatedUnion('wish', [
  /** `voice`: of a second bot that sends voice notes. */
  z.strictObject({ wish: z.literal('keepToken'), token: BotToken, voice: z.boolean().default(false) }),
  z.strictObject({ wish: z.literal('forgetToken'), voice: z.boolean().default(false) }),
  /** A one-time code for one chat; it replaces the one before. */
  z.strictObject({ wish: z.literal('makeCode'), role: ChatRole }),
  z.strictObject({ wish: z.literal('dropCode') }),
  z.strictObject({ wish: z.literal('unpair'), chat: ChatId }),
  /** Somebody has left a webhook on the token: it is taken away. */
  z.strictObject({ wish: z.literal('takeOver') }),
  /** A message to every paired chat, to see that it arrives. */
  z.strictObject({ wish: z.literal('sayHello') }),
])
export type TelegramWish = z.infer<typeof TelegramWish>

/**
 * `refused`: Telegram does not know the token (401). `conflict`: another program polls with it (409). `webhook`: its updates go
 * elsewhere. `limited`: too fast, it waits as told (429). `broken`: the bot's thread ended and is started again.
 */
export const TelegramState = z.enum([
  'off', 'noToken', 'connecting', 'live', 'unreachable', 'conflict', 'webhook', 'refused', 'limited', 'broken',
]) // prettier-ignore
export type TelegramState = z.infer<typeof TelegramState>

const ChatView = z
  .object({
    chat: ChatId,
    name: z.string(),
    role: ChatRole,
    pairedMs: EpochMs,
    /** Alerts that wait to be told. */
    waiting: z.number(),
    lastSentMs: EpochMs.nullable(),
    /** A sentence when Telegram won't let the bot write there; null. */
    problem: z.string().nullable(),
  })
  .readonly()
export type ChatView = z.infer<typeof ChatView>

const Stranger = z.object({ name: z.string(), atMs: EpochMs }).readonly()

/** How the bot itself stands. */
const BotView = z.object({
  state: TelegramState,
  /** A sentence, and what to do next; null where there is nothing to do. */
  text: z.string(),
  nextStep: z.string().nullable(),
  bot: z.object({ username: z.string(), name: z.string() }).readonly().nullable(),
  chats: z.array(ChatView).readonly(),
  code: z.object({ code: z.string(), role: ChatRole, expiresMs: EpochMs }).readonly().nullable(),
  /** Chats that wrote and are not paired: how many messages, and the newest senders. */
  strangers: z.object({ messages: z.number(), last: z.array(Stranger).readonly() }).readonly(),
  /** What makes voice notes here, or what to do for it, as sentences; null: nobody has looked yet. */
  voice: z.string().nullable(),
})
export type BotView = Readonly<z.infer<typeof BotView>>

const Kept = z.enum(['none', 'kept'])

/** And what the host knows beside it: whether a secret can be kept at all, and is. */
export const TelegramView = BotView.extend({
  token: Kept,
  voiceToken: Kept,
  /** How secrets are kept on this computer, as a sentence; `can` false: nothing can be kept, and what to do. */
  secrets: z.object({ can: z.boolean(), text: z.string() }).readonly(),
}).readonly()
export type TelegramView = z.infer<typeof TelegramView>

/** What the ledger knows of alerts and chats: where a bot that starts goes on. */
export const TelegramRecordQuery = z.object({
  kind: z.literal('telegramRecord'),
  /** Somebody knows the ledger up to here, and asks for what was told of it since. */
  after: z.int().min(0).optional(),
})
export type TelegramRecord = Readonly<{
  /** All of it is up to this event. */
  throughSeq: number
  /** A fold over events that goes on from here, as plain values; `domain/alerts` knows what is in it. */
  book: unknown
  chats: readonly PairedChat[]
  /** Alerts that are not over, or not settled by every chat; oldest first. */
  alerts: readonly Alert[]
  /** The newest editions of after the event that was named, in their order, of what is over as well; absent: none was named. */
  missed?: readonly Alert[]
}>

export type PairedChat = Readonly<{
  chat: ChatId
  role: ChatRole
  name: string
  pairedMs: EpochMs
  /** Of the event: what came before it is not told, whatever the clock said then or says since. */
  pairedSeq: number
  /** What came up to this event need not be told here. */
  settledSeq: number
  /** The first bot that it was told by on record; absent: the record does not say. */
  bot?: BotId | undefined
  /** Messages of the alerts above, by key. */
  sent: Readonly<Record<string, SentAlert>>
}>

/** `message` null: taken, and nobody knows whether it arrived. `bot` absent: recorded before bots were told apart. */
export type SentAlert = Readonly<{
  message: MessageId | null
  after: MessageId | null
  bot?: BotId | undefined
  edition?: number | undefined
}>

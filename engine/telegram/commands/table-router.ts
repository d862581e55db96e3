import type { EpochMs } from '../../contracts/primitives.ts'
import type { ChatId, ChatRole } from '../../contracts/telegram-chat.ts'
import type { PairedChat } from '../../contracts/telegram.ts'
import type { Log } from '../../ports/log.ts'
import type { DeskLine } from '../desk-line.ts'
import { placeOf } from '../place-of.ts'
import type { Reply } from '../reply.ts'
import { lines } from '../texts/html.ts'
import { nonceIn } from './button-data.ts'
import type { Command } from './command.ts'
import { LATEST_MS, LateCommands } from './late-commands.ts'
import { QUIET_MS, TokenBucket, type Admission } from './limits.ts'
import { maySay } from './menus.ts'
import { nearestName } from './nearest-name.ts'
import { NonceHands } from './nonce-hands.ts'
import { OwnShots } from './own-shots.ts'
import { readCommand, wordsOf, type Spoken } from './read-command.ts'
import type { CommandRouter, PressAnswer, Pressed, Said } from './router.ts'

export type RouterParts = Readonly<{
  desk: DeskLine
  /** On the computer's clock. */
  now(): EpochMs
  /** `COMMANDS` of table.ts. */
  commands: readonly Command[]
  log: Log
  /** Says something to a chat that is no answer to one message: how many commands came too late. */
  tell(chat: ChatId, reply: Reply): void
  /** Of the chats. */
  shots?: OwnShots
  /** How voice notes are made here, as a sentence. */
  voice?(): string | null
  /** The bot's own name, once it is known: `/status@another_bot` is not ours. */
  botName?(): string | null
  /** Ms that only ever rise, whatever is done to the computer's clock. */
  monotonicMs?(): number
}>

/** Longer is no command that anybody has typed. */
const LONGEST = 1_000
/** Heard in the middle of any flood, and answered there once a second. */
const ALWAYS_HEARD: ReadonlySet<string> = new Set(['pause', 'flatten'])
const ANSWERED_AGAIN_MS = 1_000

type Memory = { bucket: TokenBucket; role: ChatRole; heardInFloodMs: Map<string, number> }

/** Obeys what stands in a table of commands, and nothing else. */
export class TableRouter implements CommandRouter {
  readonly #parts: RouterParts
  readonly #monotonicMs: () => number
  readonly #hands: NonceHands
  readonly #shots: OwnShots
  readonly #late: LateCommands
  readonly #byName: ReadonlyMap<string, Command>
  readonly #chats = new Map<ChatId, Memory>()

  constructor(parts: RouterParts) {
    this.#parts = parts
    this.#monotonicMs = parts.monotonicMs ?? (() => performance.now())
    this.#hands = new NonceHands({ now: () => parts.now(), monotonicMs: this.#monotonicMs })
    this.#shots = parts.shots ?? new OwnShots()
    this.#late = new LateCommands((chat, reply) => parts.tell(chat, reply), parts.now())
    this.#byName = new Map(
      parts.commands.flatMap(command =>
        [command.name, ...(command.aliases ?? [])].map(name => [name, command] as const),
      ),
    )
  }

  async said({ chat, text, sentMs }: Said): Promise<Reply | null> {
    const memory = this.#memoryOf(chat)
    const spoken = text.length > LONGEST ? null : readCommand(text)
    if (spoken && !this.#isForUs(chat, spoken)) return null
    const command = spoken && this.#byName.get(spoken.name)
    if (this.#parts.now() - sentMs > LATEST_MS) {
      if (spoken) this.#late.add(chat.chat, command?.name ?? spoken.name, sentMs)
      return null
    }
    const admission = this.#admit(memory, command?.name ?? null)
    if (admission === 'silence') return null
    if (admission === 'flood') return saying(FLOOD)
    if (text.length > LONGEST) return isGroup(chat) ? null : saying(TOO_LONG)
    if (!spoken) return isGroup(chat) ? null : saying(NO_COMMAND)
    return command ? this.#run(command, spoken.rest, chat) : this.#unknown(spoken, chat)
  }

  pressed({ chat, data }: Pressed): PressAnswer {
    const memory = this.#memoryOf(chat)
    const nonce = nonceIn(data)
    if (nonce) {
      // Made up or ended, it counts like anything else that is said; what stands open is always heard.
      const isHeard = this.#hands.knows(nonce.nonce) || this.#admit(memory, null) === 'yes'
      memory.heardInFloodMs.clear()
      return isHeard ? this.#pressedNonce(chat, nonce) : nothing(null)
    }
    const spoken = data.startsWith('/') ? readCommand(data) : null
    const command = spoken && this.#byName.get(spoken.name)
    if (!spoken || !command) return nothing(NO_SUCH_BUTTON)
    const admission = this.#admit(memory, command.name)
    if (admission === 'silence') return nothing(null)
    if (admission === 'flood') return nothing(FLOOD)
    if (!maySay(command, chat.role)) return nothing(notFor(command, chat.role))
    return { toast: null, reply: this.#run(command, spoken.rest, chat) }
  }

  forget(chat: ChatId): void {
    this.#chats.delete(chat)
    this.#hands.forget(chat)
    this.#late.forget(chat)
  }

  end(): void {
    this.#hands.end()
    this.#late.end()
  }

  /** A chat that was given another role asks anew for what it may. */
  #memoryOf({ chat, role }: PairedChat): Memory {
    const known = this.#chats.get(chat)
    if (known?.role === role) return known
    this.#hands.forget(chat)
    const bucket = known?.bucket ?? new TokenBucket(this.#monotonicMs())
    const memory = { bucket, role, heardInFloodMs: new Map<string, number>() }
    this.#chats.set(chat, memory)
    return memory
  }

  /** In a group other bots are talked to as well. */
  #isForUs(chat: PairedChat, { name, at }: Spoken): boolean {
    if (at === null) return !isGroup(chat) || this.#byName.has(name)
    const own = this.#parts.botName?.()?.toLowerCase() ?? null
    return own === null || at === own
  }

  #admit({ bucket, heardInFloodMs }: Memory, name: string | null): Admission {
    const nowMs = this.#monotonicMs()
    const admission = bucket.admit(nowMs)
    if (admission === 'yes') heardInFloodMs.clear()
    if (admission === 'yes' || name === null || !ALWAYS_HEARD.has(name)) return admission
    if (nowMs - (heardInFloodMs.get(name) ?? -Infinity) < ANSWERED_AGAIN_MS) return 'silence'
    heardInFloodMs.set(name, nowMs)
    return 'yes'
  }

  async #run(command: Command, rest: string, chat: PairedChat): Promise<Reply> {
    if (!maySay(command, chat.role)) return saying(notFor(command, chat.role))
    const { desk, now } = this.#parts
    const voice = () => this.#parts.voice?.() ?? null
    const [hands, shots] = [this.#hands, this.#shots]
    const call = { words: wordsOf(rest), rest, chat, desk, hands, shots, voice, now: () => now() }
    try {
      return await command.run(call)
    } catch (problem: unknown) {
      return this.#brokenOff(`/${command.name}`, problem)
    }
  }

  #pressedNonce(chat: PairedChat, { nonce, yes }: Readonly<{ nonce: string; yes: boolean }>): PressAnswer {
    const { toast, reply } = this.#hands.press(chat.chat, nonce, yes)
    const whole = reply.catch((problem: unknown) => ({
      ...this.#brokenOff('What you confirmed', problem),
      replaces: true,
    }))
    return { toast, reply: whole }
  }

  /** The log gets what was thrown, and nothing of what was typed. */
  #brokenOff(what: string, problem: unknown): Reply {
    this.#parts.log.write('error', 'A command of a chat broke off.', { what, at: placeOf(problem) })
    return saying(`${what} broke off inside BITTEN. Look at /status before you ask again; the log says why.`)
  }

  #unknown({ name }: Spoken, { role }: PairedChat): Reply {
    const elsewhere = ELSEWHERE.get(name)
    if (elsewhere !== undefined) return saying(elsewhere)
    const names = this.#parts.commands.filter(command => maySay(command, role)).map(command => command.name)
    const near = nearestName(name, names)
    return saying(
      `There is no /${name}.${near === null ? '' : ` Did you mean /${near}?`} /help lists what there is.`,
    )
  }
}

/** What is asked for here and belongs elsewhere, on purpose. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ['consent', 'Real money is consented to in the window, in words that are typed there: never from a chat.'],
])

const FLOOD = `Too fast: I am silent until ${QUIET_MS / 1_000} s without a message have passed. /pause and /flatten are heard all the while.`
const TOO_LONG = `That is longer than ${LONGEST} characters, so it is no command: nothing was done. /help lists what there is.`
const NO_COMMAND = 'I only understand commands. /help lists them.'
const NO_SUCH_BUTTON = 'That button means nothing here. /help lists what there is.'

const notFor = ({ name }: Command, role: ChatRole): string =>
  `/${name} is for commanders, and this chat is paired as ${role}. A new code from the window, or from bitten telegram code, changes that.`

/** https://core.telegram.org/bots/api#chat */
const isGroup = ({ chat }: PairedChat): boolean => chat < 0

const saying = (text: string): Reply => ({ html: lines(text) })

const nothing = (toast: string | null): PressAnswer => ({ toast, reply: Promise.resolve(null) })

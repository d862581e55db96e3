/** A whole desk with a training ground, its bot, and a person who is paired with it over a real Bot API server. */
import { BroadcastChannel } from 'node:worker_threads'
import { expect } from 'vitest'
import type { EventKind, EventOf, StoredEvent } from '../contracts/events.ts'
import type { AccountKind } from '../contracts/primitives.ts'
import type { MissionView } from '../contracts/views.ts'
import { environmentSecrets, type Host } from '../host/index.ts'
import { bundleProgram } from './bundle-program.ts'
import { newDataFolder } from './data-folder.ts'
import { eventually } from './eventually.ts'
import type { SeenMessage } from './telegram-server/people/seen-message.ts'
import { telegramBench } from './telegram-server/telegram-bench.ts'
import { bundleHost, startWholeHost, viewOf } from './whole-host.ts'

const KEY = 'a key for the tests of the bot'
/** Market seconds a second while a mission is waited for: one that comes still lives some seconds then. */
const FAST = 300

/** Market time in which a person has read it and pressed twice. */
const LEAST_LEFT_MS = 600_000

/** What a bot says before it repeats what may be there; it is no alert. */
const ASIDE = '↻ Telegram did not say'

type Bench = Awaited<ReturnType<typeof telegramBench>>

let worker = ''

/** Before the tests of a file. */
export async function bundleTelegramDesk(): Promise<void> {
  await bundleHost()
  worker = await bundleProgram('engine/testkit/programs/mortal-telegram.ts')
}

export class TelegramDesk {
  readonly bench: Bench
  readonly folder: string
  host: Host
  readonly stored: StoredEvent[] = []

  private constructor(bench: Bench, folder: string, host: Host) {
    this.bench = bench
    this.folder = folder
    this.host = host
    this.#listen()
  }

  /** Its chat is paired as commander, and its market stands nearly still. */
  static async start(telegram: object = {}): Promise<TelegramDesk> {
    const bench = await telegramBench()
    const folder = newDataFolder({ telegram: { apiRoot: bench.server.url, ...telegram } })
    const desk = new TelegramDesk(bench, folder, await hostOn(folder))
    await desk.host.telegramWish({ wish: 'keepToken', token: bench.bot.token, voice: false })
    await desk.live()
    await desk.host.telegramWish({ wish: 'makeCode', role: 'commander' })
    bench.chat.start(desk.host.telegram().code?.code ?? '')
    await bench.chat.waitFor(({ isFromBot }) => isFromBot)
    return desk
  }

  /** Of one kind, oldest first. */
  told<K extends EventKind>(kind: K): EventOf<K>[] {
    return this.stored.map(({ event }) => event).filter((event): event is EventOf<K> => event.kind === kind)
  }

  live(): Promise<void> {
    return eventually(() => {
      const { state, text } = this.host.telegram()
      if (state !== 'live') throw new Error(`${state}: ${text}`)
    })
  }

  /** Runs the market until a mission can be fired, and holds it nearly still from there on: on a slow machine one may be over by then. */
  async nextMission(): Promise<MissionView> {
    for (;;) {
      this.host.simulate({ kind: 'speed', speed: FAST })
      await eventually(async () => expect(await this.#fireable()).not.toBeUndefined())
      this.host.simulate({ kind: 'speed', speed: 1 })
      const mission = await this.#fireable()
      if (mission) return mission
    }
  }

  async #fireable(): Promise<MissionView | undefined> {
    const { missions, marketMs } = await viewOf(this.host)
    return missions.find(
      ({ state, shot, mission }) =>
        state === 'pending' && shot !== null && mission.expiresMs - (marketMs ?? 0) > LEAST_LEFT_MS,
    )
  }

  /** The message that a mission has of its own, once it says so. */
  missionMessage({ pair }: MissionView['mission'], word: string): Promise<SeenMessage> {
    return this.message(({ text }) => [pair, word, 'Confidence'].every(part => text.includes(part)))
  }

  /** A message of the bot, once it looks so. */
  message(fits: (message: SeenMessage) => boolean): Promise<SeenMessage> {
    return this.bench.chat.waitFor(message => message.isFromBot && fits(message), 90_000)
  }

  /** Presses the button whose label begins so, and waits for what comes of it. */
  async press({ id, buttons }: SeenMessage, start: string): Promise<void> {
    const label = buttons.flat().find(text => text.startsWith(start))
    const press = label === undefined ? 'stale' : this.bench.chat.press(id, label)
    if (press === 'stale') throw new Error(`No button ${start} in ${JSON.stringify(buttons)}`)
    await press.answer
  }

  /**
   * By the ledger each alert is one message, and every mission is among them; by the server's own journal there are no other messages
   * than these and so many answers. Gives the keys of those that are marked as perhaps sent before.
   */
  async expectToldOnce(answers: number): Promise<readonly string[]> {
    return eventually(() => {
      expect(this.host.telegram().chats.map(({ waiting }) => waiting)).toEqual([0])
      const sent = this.told('alertSent')
      const keys = new Set(sent.map(({ key }) => key))
      const issued = this.told('missionIssued').map(({ mission }) => `mission:${mission.id}`)
      expect([...keys]).toEqual(expect.arrayContaining(issued))
      // Written down again by a bot that found its message there: the same message.
      expect(new Set(sent.map(({ key, message }) => `${key} ${message}`)).size).toBe(keys.size)
      const messages = this.bench.server.journal.of('sendMessage').filter(({ accepted }) => accepted)
      const heads = messages.flatMap(({ text }) => text?.split('\n')[0] ?? [])
      const told = heads.filter(head => !head.startsWith(ASIDE))
      expect(told, [...keys].join(', ')).toHaveLength(keys.size + answers)
      return sent.filter(({ repeat }) => repeat).map(({ key }) => key)
    })
  }

  /** Ends the bot's thread. */
  endBot(): void {
    const line = new BroadcastChannel('telegram-switch')
    line.postMessage('end')
    line.close()
  }

  /** Ends the desk in order, and starts it again on its folder. */
  async restart(): Promise<void> {
    await this.host.stop()
    this.host = await hostOn(this.folder)
    this.#listen()
  }

  async trades(account: AccountKind) {
    const page = await this.host.ask({ kind: 'tradesPage', account, beforeSeq: null, limit: 100 })
    if (page.is === 'failed') throw new Error(page.text)
    return page.value
  }

  #listen(): void {
    this.host.onTold(events => this.stored.push(...events))
  }
}

function hostOn(folder: string): Promise<Host> {
  const telegram = { worker, secrets: environmentSecrets(folder, KEY) }
  return startWholeHost(folder, { seed: 7, speed: 1 }, { telegram })
}

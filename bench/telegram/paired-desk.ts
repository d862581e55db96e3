import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openLedger } from '../../engine/adapters/ledger/index.ts'
import { EngineEvent } from '../../engine/contracts/events.ts'
import { EpochMs } from '../../engine/contracts/primitives.ts'
import { AlertNoise } from '../../engine/contracts/telegram.ts'
import { createHost, environmentSecrets, nodeSpawner } from '../../engine/host/index.ts'
import { aPerson, privateChat } from '../../engine/testkit/telegram-server/people/people.ts'
import { TelegramServer } from '../../engine/testkit/telegram-server/telegram-server.ts'
import { tradeHistory } from '../../engine/testkit/trade-history.ts'
import { program, sqliteBinding, temporaryFolder } from '../lib/built-app.ts'

const KEY = 'a key for the bench of the bot'
/** Of the simulated account, behind the desk. */
const TRADES = 300
const LOOK_EVERY_MS = 20

/** Rises evenly, finer than a millisecond, and is the time of day, by which the bot judges how old a message is. */
const clock = () => performance.timeOrigin + performance.now()

/**
 * The built app without its window, as it is started: host, engine, archive, bot and a simulated terminal, each in its thread or
 * process, over a ledger of some hundred trades; and chats that were paired, on a Bot API server in this thread. It tells
 * nothing by itself but what `noise` lets through.
 */
export async function pairedDesk(chats: number, noise: Partial<AlertNoise>) {
  const server = await TelegramServer.start({ now: clock })
  const bot = server.addBot('bitten_whole_bot')
  const people = Array.from({ length: chats }, (_, k) => privateChat(bot, aPerson(401 + k, `Person ${k}`)))
  for (const chat of people) chat.send('/start')
  bot.updates.drop()
  const dataFolder = temporaryFolder()
  const telegram = { apiRoot: server.url, noise: { ...silence(), ...noise } }
  writeFileSync(path.join(dataFolder, 'settings.json'), JSON.stringify({ version: 1, port: 0, telegram }))
  writeLedger(dataFolder, people.map(({ chatId, person }) => paired(chatId, person.first_name))) // prettier-ignore
  const host = await startHost(dataFolder)
  await host.telegramWish({ wish: 'keepToken', token: bot.token, voice: false })
  const isArmed = async () => {
    const view = await host.view()
    return view.is === 'answer' && view.value.links.some(({ armed }) => armed)
  }
  while (host.telegram().state !== 'live' || !bot.updates.isPolled || !(await isArmed()))
    await pause(LOOK_EVERY_MS)
  const stop = async () => {
    await host.stop()
    await server.close()
  }
  return { host, server, people, stop }
}

const silence = () => Object.fromEntries(Object.keys(AlertNoise.parse({})).map(kind => [kind, 'off']))

const paired = (chat: number, name: string): EngineEvent =>
  EngineEvent.parse({ kind: 'chatPaired', atMs: Date.now(), chat, role: 'commander', name })

function writeLedger(dataFolder: string, pairings: readonly EngineEvent[]): void {
  const ledger = openLedger({ file: path.join(dataFolder, 'ledger.db'), binding: sqliteBinding() })
  const trades = [...tradeHistory({ trades: TRADES, account: 'simulated' })]
  ledger.append([...trades.map(({ event }) => event), ...pairings], EpochMs.parse(Date.now()))
  ledger.close()
}

async function startHost(dataFolder: string) {
  const host = await createHost({
    dataFolder,
    version: 'bench',
    paths: {
      engineWorker: program('engine.worker.js'),
      archiveWorker: program('archive.worker.js'),
      terminalSim: program('terminal-sim.js'),
    },
    sqliteBinding: sqliteBinding(),
    spawner: nodeSpawner,
    training: { seed: 7, speed: 1 },
    telegram: { worker: program('telegram.worker.js'), secrets: environmentSecrets(dataFolder, KEY) },
    log: { write: () => undefined },
  })
  if (host.is === 'refused') throw new Error(host.text)
  return host
}

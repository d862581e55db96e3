/** A host over an engine, an archive and a training ground that do as a test tells them; it is stopped after each test. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { Command } from '../contracts/commands.ts'
import { TerminalId } from '../contracts/primitives.ts'
import { createHost, environmentSecrets, nodeSpawner, type Host, type HostOptions } from '../host/index.ts'
import { bundleProgram } from './bundle-program.ts'
import { newDataFolder } from './data-folder.ts'
import type { DealerTerminal } from './dealer-terminal.ts'
import { dealerOf } from './host-dealer.ts'
import type { Behaviour } from './programs/scripted-engine.ts'

export const ONE = TerminalId.parse('terminal-1')
/** Seals the secrets of the folder. */
export const SOME_KEY = 'sixteen characters or more'
export const SOME_ID = '01KDVDNP00ABCDEFGHJKMNPQRS'

let paths = { engineWorker: '', archiveWorker: '', terminalSim: '' }
let telegramWorker = ''

/** Before the tests of a file: the programs that the host starts. */
export async function bundleScripted(): Promise<void> {
  paths = {
    engineWorker: await bundleProgram('engine/testkit/programs/scripted-engine.ts'),
    archiveWorker: await bundleProgram('engine/testkit/programs/scripted-archive.ts'),
    terminalSim: await bundleProgram('engine/testkit/programs/scripted-simulator.ts'),
  }
  telegramWorker = await bundleProgram('engine/testkit/programs/scripted-telegram.ts')
}

export function folderWith(behave: Behaviour = {}, settings: object = {}): string {
  const folder = newDataFolder(settings)
  writeFileSync(path.join(folder, 'behave.json'), JSON.stringify(behave))
  return folder
}

/** The options, and what was logged: what the scripted engine hears it says as log lines. */
export function optionsFor(folder: string, fields: Partial<HostOptions> = {}) {
  const lines: { text: string; data?: Record<string, unknown> }[] = []
  const log = {
    write: (_level: string, text: string, data?: Record<string, unknown>) =>
      lines.push(data ? { text, data } : { text }),
  }
  const options: HostOptions = {
    dataFolder: folder,
    version: '0.1.0',
    paths,
    sqliteBinding: null,
    spawner: nodeSpawner,
    training: null,
    telegram: { worker: telegramWorker, secrets: environmentSecrets(folder, SOME_KEY) },
    log,
    ...fields,
  }
  const heard = (text: string) => lines.filter(line => line.text === text).map(line => line.data)
  return { options, lines, heard }
}

export async function startHost(folder = folderWith(), fields: Partial<HostOptions> = {}) {
  const { options, lines, heard } = optionsFor(folder, fields)
  const host = await createHost(options)
  if (host.is === 'refused') throw new Error(host.text)
  onTestFinished(() => host.stop())
  return { host, folder, lines, heard }
}

export async function linkTo(host: Host, key?: Uint8Array): Promise<DealerTerminal> {
  const terminal = dealerOf(host, {}, key)
  await terminal.link()
  return terminal
}

export const commandOf = (kind: string, fields: object = {}, id = SOME_ID) =>
  Command.parse({ kind, id, origin: 'cli', ...fields })

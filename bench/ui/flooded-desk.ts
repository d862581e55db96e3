/** The desk in its window, linked to a terminal that sends ticks of fifteen symbols and nothing else. */
import { fork, type ChildProcess } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { formatPairingKey, newPairingKey } from '../../engine/wire/index.ts'
import { desk, launch, newDataFolder } from '../lib/electron-apps.ts'
import type { FloodJob } from '../lib/flood-terminal.ts'
import type { Market } from './busy-share.ts'

export type FloodedDesk = Readonly<{
  app: ElectronApplication
  page: Page
  terminal: ChildProcess
  /** Its ticks as the page shows them. */
  shown: Market
}>

/** `program` is a bench that floods when it is started with `--flood JOB`. */
export async function floodedDesk(
  program: string,
  ticksPerSecond: number,
  seconds: number,
): Promise<FloodedDesk> {
  const port = await newPort()
  const { dataFolder, terminal } = floodedBy(program, port, ticksPerSecond, seconds)
  const app = await launch(desk, { BITTEN_DATA: dataFolder }, '--no-training')
  const page = await app.firstWindow()
  await page.getByText('15 of 15 pairs quoted').waitFor({ timeout: 60_000 })
  const hasEnded = () => terminal.exitCode !== null || terminal.signalCode !== null
  return { app, page, terminal, shown: { ticksPerSecond, hasEnded, told: () => ticksShown(page) } }
}

/** A data folder whose desk will listen at `port`, and a terminal that tries to reach it there. */
export function floodedBy(
  program: string,
  port: number,
  ticksPerSecond: number,
  seconds: number,
): Readonly<{ dataFolder: string; terminal: ChildProcess }> {
  const dataFolder = newDataFolder()
  const pairingKey = formatPairingKey(newPairingKey())
  writeFileSync(path.join(dataFolder, 'settings.json'), JSON.stringify({ version: 1, port }))
  writeFileSync(path.join(dataFolder, 'pairing.key'), `${pairingKey}\n`, { mode: 0o600 })
  const endpoint = `tcp://127.0.0.1:${port}`
  const job: FloodJob = { kind: 'ticks', endpoint, pairingKey, ticksPerSecond, seconds }
  return { dataFolder, terminal: fork(program, ['--flood', JSON.stringify(job)]) }
}

async function ticksShown(page: Page): Promise<number> {
  const beat = page.locator('footer dt', { hasText: /^Ticks$/ }).locator('xpath=following-sibling::dd')
  return Number((await beat.textContent({ timeout: 5_000 }))?.replaceAll(/\D/g, '') || Number.NaN)
}

export function newPort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0))
    })
  })
}

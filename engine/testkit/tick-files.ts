import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { openTickSource, type TickSourceOptions } from '../adapters/importers/index.ts'
import type { DataFault } from '../ports/tick-source.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** A folder with these files in it. */
export function aFolder(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = temporaryFolder()
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), content)
  }
  return folder
}

type Tick = readonly [pair: string, timeMs: number, bid: number, ask: number]

export async function readTicks(options: TickSourceOptions) {
  const told: DataFault[] = []
  const opened = await openTickSource({ ...options, onFault: fault => told.push(fault) })
  if (opened.is === 'refused') throw new Error(opened.text)
  const { source } = opened
  const ticks: Tick[] = []
  for await (const { length, timeMs, pair, bid, ask } of source.batches())
    for (let at = 0; at < length; at++)
      ticks.push([source.pairs[pair[at] ?? -1] ?? '', timeMs[at] ?? 0, bid[at] ?? 0, ask[at] ?? 0])
  return { ticks, source, told, report: source.report() }
}

export async function refusalOf(options: TickSourceOptions) {
  const opened = await openTickSource(options)
  return opened.is === 'refused' ? opened : null
}

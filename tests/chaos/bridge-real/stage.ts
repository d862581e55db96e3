/** What all runs share: the programs, the mission to fire, and where their folders are. */
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bundleDeskProcess, type DeskPrograms } from '../../../engine/testkit/bundle-program.ts'
import { sqliteBinding } from '../../../engine/testkit/sqlite-binding.ts'
import { templateFor, type Template } from '../bridge/template.ts'
import { HELLO, SERVER_OFFSET_S } from '../bridge/world.ts'

export type Stage = Readonly<{
  /** Of the Expert Advisor: our own copy, that no build replaces meanwhile. */
  binary: string
  programs: DeskPrograms
  binding: string | null
  template: Template
  /** Hours of the past, by which the Expert Advisor learns the broker's time zone. */
  bars: string
  folder: string
  close(): void
}>

export async function openStage(binary: string): Promise<Stage> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bitten-chaos-'))
  const own = path.join(folder, 'bitten-ea')
  copyFileSync(binary, own)
  const programs = await bundleDeskProcess(`chaos-desk-${process.pid}`)
  const template = templateFor(HELLO)
  return {
    binary: own,
    programs,
    binding: sqliteBinding(),
    template,
    bars: pastHours(folder, template),
    folder,
    close() {
      rmSync(folder, { recursive: true, force: true })
      rmSync(programs.folder, { recursive: true, force: true })
    },
  }
}

const HOUR_MS = 3_600_000
const PAST_HOURS = 21 * 24
/** Of the market's week, in New York's winter: from Sunday to Friday, 22:00 UTC. */
const isOpen = (utcMs: number): boolean => new Date(utcMs + 2 * HOUR_MS).getUTCDay() % 6 !== 0

/** A minute in each open hour of three weeks. */
function pastHours(folder: string, { atMs, mission }: Template): string {
  const file = path.join(folder, 'past-hours.csv')
  const price = (mission.entry / 10 ** mission.digits).toFixed(mission.digits)
  const lastMs = atMs - (atMs % HOUR_MS)
  const hours = Array.from({ length: PAST_HOURS }, (_, at) => lastMs - (PAST_HOURS - at) * HOUR_MS)
  const line = (utcMs: number) => `${utcMs / 1_000 + SERVER_OFFSET_S} ${Array(4).fill(price).join(' ')} 10 6`
  writeFileSync(file, hours.filter(isOpen).map(line).join('\n'))
  return file
}

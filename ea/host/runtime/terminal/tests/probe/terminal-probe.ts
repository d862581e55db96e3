import path from 'node:path'
import { buildEa } from '../../../../build/index.ts'
import { commands } from '../../../../driver/commands.ts'
import { textsOf, type TerminalLine } from '../../../../driver/lines.ts'
import { VirtualTerminal } from '../../../../driver/virtual-terminal.ts'

/** Monday 2026-01-05 00:00 UTC; the trade server's clock is two hours ahead. */
export const MONDAY_MS = 1_767_571_200_000
export const SERVER_MS = MONDAY_MS + 2 * 3_600_000

export type Facts = Readonly<Record<string, unknown>>

/** Translates and compiles the probe program, or finds it in the cache. */
export async function probeBinary(): Promise<string> {
  const program = path.join(import.meta.dirname, 'TerminalProbe.mq5')
  const build = await buildEa({ program, variant: 'release' })
  if (!build.ok) throw new Error(`the probe program does not build:\n${build.errors.join('\n')}`)
  return build.binary
}

/** The command that makes the probe program call built-ins: `name key=value …`. */
export const call = (line: string): string => commands.chartEvent(1, 0, 0, line)

function facts(text: string): Facts {
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null) throw new Error(`the probe printed no object: ${text}`)
  return Object.fromEntries(Object.entries(value))
}

/** What the probe printed: its answer, and the events that its handlers saw. */
export const printed = (lines: readonly TerminalLine[]): Facts[] => textsOf(lines, 'print').map(facts)

/** A terminal with the probe program in it, an account of 10,000 USD and quotes of three symbols. */
export class ProbeTerminal {
  readonly terminal: VirtualTerminal

  constructor(binary: string) {
    this.terminal = new VirtualTerminal(binary)
  }

  begin(...settings: string[]): void {
    this.terminal.wipe()
    this.terminal.run(
      `clock set ${MONDAY_MS}`,
      'zone server 7200',
      ...['EURUSD', 'USDJPY', 'GBPUSD'].map(name => `symbol ${name}`),
      ...settings,
      'tick EURUSD 1.10000 1.10010',
      'tick USDJPY 150.000 150.010',
      'tick GBPUSD 1.25000 1.25020',
      'init',
    )
  }

  run(...lines: string[]): Facts[] {
    return printed(this.terminal.run(...lines))
  }

  /** What the built-ins answered. */
  ask(line: string): Facts {
    return this.run(call(line)).find(fact => fact['answer'] !== undefined) ?? {}
  }

  /** The types of the transactions that the program was told by a command. */
  transactions(lines: readonly Facts[]): unknown[] {
    return lines.filter(fact => fact['event'] === 'transaction').map(fact => fact['type'])
  }

  /** A part of what the trade server holds. */
  state(part: string): unknown {
    const line = this.terminal.run(`state ${part}`)[0]
    const state: unknown = line?.['state']
    return typeof state === 'object' && state !== null ? Object.entries(state)[0]?.[1] : undefined
  }

  list(part: string): Facts[] {
    const rows: unknown = this.state(part)
    return Array.isArray(rows) ? rows.map(row => facts(JSON.stringify(row))) : []
  }

  close(): void {
    this.terminal.close()
  }
}

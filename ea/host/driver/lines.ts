/** One JSON line of a host binary: what the program printed, what it sent, what a verb answered. */
export type TerminalLine = Readonly<Record<string, unknown>>

/** A verb that the host did not understand or could not do: the message is the host's own sentence. */
export class VerbRefused extends Error {
  constructor(verb: string, why: string) {
    super(`the host refused ${verb}: ${why}`)
    this.name = 'VerbRefused'
  }
}

/** The process is gone: killed, ended by `die`, or stopped by a critical error, whose text it has then. */
export class TerminalGone extends Error {
  readonly lines: readonly TerminalLine[]

  constructor(lines: readonly TerminalLine[]) {
    const critical = textsOf(lines, 'critical')[0]
    super(critical === undefined ? 'the host process has ended' : `critical error: ${critical}`)
    this.name = 'TerminalGone'
    this.lines = lines
  }
}

export function parseLine(text: string): TerminalLine {
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`the host wrote a line that is no object: ${text}`)
  }
  return Object.fromEntries(Object.entries(value))
}

/** The texts of all lines that have a text under this name: `print`, `alert`, `comment`, `critical` … */
export function textsOf(lines: readonly TerminalLine[], name: string): string[] {
  return lines.map(line => line[name]).filter(value => typeof value === 'string')
}

/** What the program sent on a connection of the virtual network. */
export function sentOn(lines: readonly TerminalLine[], connection: number): Buffer {
  const parts = lines.filter(line => line['net'] === connection)
  return Buffer.from(textsOf(parts, 'sent').join(''), 'hex')
}

/** Connections that the program began (`opened`) or that it closed (`closed`), in order. */
export function connectionsThat(lines: readonly TerminalLine[], did: 'opened' | 'closed'): number[] {
  return lines
    .filter(line => line[did] !== undefined)
    .map(line => line['net'])
    .filter(connection => typeof connection === 'number')
}

export function throwIfRefused(lines: readonly TerminalLine[]): void {
  for (const line of lines) {
    if (typeof line['refused'] === 'string') throw new VerbRefused(line['refused'], String(line['why']))
  }
}

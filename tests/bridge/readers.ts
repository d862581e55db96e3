/** The EA's readers as a program of this machine: lines of programs/Readers.mq5, and what it made of them. */
import { buildEa, type Variant } from '../../ea/host/build/index.ts'
import { commands } from '../../ea/host/driver/commands.ts'
import { textsOf } from '../../ea/host/driver/lines.ts'
import { VirtualTerminal } from '../../ea/host/driver/virtual-terminal.ts'

const PROGRAM = 'tests/bridge/programs/Readers.mq5'

export const hex = (bytes: Uint8Array | string): string =>
  bytes.length === 0 ? '-' : Buffer.from(bytes as string).toString('hex')
export const unhex = (text: string): Buffer => Buffer.from(text === '-' ? '' : text, 'hex')

export class Readers {
  readonly #terminal: VirtualTerminal

  private constructor(binary: string) {
    this.#terminal = new VirtualTerminal(binary)
    this.#terminal.init()
  }

  static async open(variant: Variant): Promise<Readers> {
    const build = await buildEa({ program: PROGRAM, variant })
    if (!build.ok) throw new Error(`Readers.mq5 does not build:\n${build.errors.join('\n')}`)
    return new Readers(build.binary)
  }

  /** One answer for each line, in order. */
  askAll(lines: readonly string[]): string[] {
    return inPortions(lines).flatMap(portion => {
      const answers = this.#terminal.run(...portion.map(line => commands.chartEvent(1, 0, 0, line)))
      return textsOf(answers, 'print')
    })
  }

  ask(line: string): string {
    const [answer] = this.askAll([line])
    if (answer === undefined) throw new Error(`no answer to ${line.slice(0, 80)}`)
    return answer
  }

  close(): void {
    this.#terminal.close()
  }
}

/** The driver writes all lines before it reads an answer, so what it asks at once must leave room in the pipe for the answers. */
const PORTION_CHARACTERS = 8_000

function inPortions(lines: readonly string[]): string[][] {
  const portions: string[][] = [[]]
  let size = 0
  for (const line of lines) {
    if (size > 0 && size + line.length > PORTION_CHARACTERS) {
      portions.push([])
      size = 0
    }
    portions.at(-1)?.push(line)
    size += line.length
  }
  return portions
}

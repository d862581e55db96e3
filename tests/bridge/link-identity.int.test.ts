/** By what the EA knows itself and the time: its uuid on disk, its clock. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { commands } from '../../ea/host/driver/commands.ts'
import { formatPairingKey } from '../../engine/wire/index.ts'
import { LinkBench } from './link-bench.ts'

let bench = new LinkBench()
beforeEach(() => {
  bench.terminal.close()
  bench = new LinkBench()
})
afterAll(() => bench.terminal.close())

describe('the clock', () => {
  it('knows the millisecond after a second has passed, and tells when it was set', () => {
    bench.start()
    bench.pass(2_500)
    expect(Number(bench.ask('state').split(' within ')[1])).toBeLessThanOrEqual(20)
    bench.run('clock jump 3600000')
    bench.pass(50)
    const jump = Number(bench.until('jumped').split(' ')[1])
    expect(Math.abs(jump - 3_600_000)).toBeLessThan(1_100)
  })
})

describe('the uuid', () => {
  const told = () => bench.prints.filter(line => line.startsWith('uuid') || line.startsWith('refused')).at(-1)
  const fileName = (): string => {
    const [line] = bench.terminal.run('file list').filter(entry => JSON.stringify(entry).includes('chart_'))
    const [name] = JSON.stringify(line).match(/BITTEN[^"]*chart_\d+\.txt/) ?? []
    if (name === undefined) throw new Error('the EA has written no file for its uuid')
    return name.replaceAll('\\\\', '/')
  }

  it('is kept over crashes of the terminal', () => {
    bench.start()
    const first = bench.terminalId()
    expect(told()).toBe(`uuid ${first} true`)
    bench.run('crash', 'init')
    expect(told()).toBe(`uuid ${first} false`)
  })

  it.each(['0b0b0b0b-0b0b-4b0b-8b0b-0b0b0b0b0b0b 0123456789abcdef\n', '', 'x'.repeat(600)])(
    'is a new one when the file is of another chart or broken',
    content => {
      bench.start()
      const first = bench.terminalId()
      const name = fileName()
      bench.run('crash', commands.putFile(name, Buffer.from(content)), 'init')
      expect(told()).toMatch(/^uuid [0-9a-f-]{36} true$/)
      expect(told()).not.toContain(first)
      expect(told()).not.toContain('0b0b0b0b')
    },
  )

  it('is not made anew because another program holds its file', () => {
    bench.start()
    const first = bench.terminalId()
    const name = fileName()
    bench.run('crash', `file hold ${name}`, 'init')
    expect(told()).toContain('cannot be opened')
    bench.run(`file release ${name}`, 'init')
    expect(told()).toBe(`uuid ${first} false`)
  })

  it('that cannot be kept is none, and the EA does not start', () => {
    bench.terminal.wipe()
    bench.terminal.run(commands.diskFull())
    bench.terminal.input('InpKey', formatPairingKey(Buffer.alloc(32, 9)))
    const lines = bench.terminal.init()
    expect(JSON.stringify(lines)).toContain('cannot be written')
  })
})

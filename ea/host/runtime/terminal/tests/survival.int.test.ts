import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commands } from '../../../driver/commands.ts'
import { TerminalGone } from '../../../driver/lines.ts'
import { RealTerminal } from '../../../driver/real-terminal.ts'
import { buy } from './probe/requests.ts'
import { call, printed, probeBinary, type Facts } from './probe/terminal-probe.ts'

const binary = await probeBinary()
let folder = ''
let terminal: RealTerminal

const start = (): RealTerminal =>
  new RealTerminal(binary, { files: path.join(folder, 'files'), server: path.join(folder, 'server') })
const stateOf = async (): Promise<Facts> => {
  const state: unknown = (await terminal.run('state'))[0]?.['state']
  return typeof state === 'object' && state !== null ? Object.fromEntries(Object.entries(state)) : {}
}
const market = ['symbol EURUSD', 'account balance=1000000', 'tick EURUSD 1.10000 1.10010', 'init']

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'bitten-server-'))
  terminal = start()
  for (const line of market) await terminal.run(line)
})
afterEach(async () => {
  await terminal.kill()
  rmSync(folder, { recursive: true, force: true })
})

describe('the trade server', () => {
  it('keeps everything through a kill -9', async () => {
    await terminal.run('fault slip 5 nth=2')
    await terminal.run(call(buy('sl=1.09 tp=1.12 magic=7 comment=first')))
    await terminal.run('order place EURUSD buy-limit 0.2 1.09')
    const before = await stateOf()
    await terminal.kill()
    terminal = start()
    const after = await stateOf()
    expect({ ...after, account: null }).toEqual({ ...before, account: null })
    expect(after).toMatchObject({
      positions: [{ ticket: 1001, stop: 1.09 }],
      orders: [{ ticket: 1002 }],
      faults: 1,
    })
    await terminal.run('init')
    const [answer] = printed(await terminal.run(call('positions')))
    expect(answer).toMatchObject({ positions: [{ ticket: 1001, magic: 7, comment: 'first' }] })
    const [ticks] = printed(await terminal.run(call('ticks symbol=EURUSD')))
    expect(ticks).toMatchObject({ count: 1, ticks: [{ bid: 1.1 }] })
  })

  it('has the fill of an order whose sender died after it was executed', async () => {
    await terminal.run(commands.die({ step: 'order.send', phase: 'after' }))
    await expect(terminal.run(call(buy()))).rejects.toBeInstanceOf(TerminalGone)
    await terminal.ended
    terminal = start()
    expect(await stateOf()).toMatchObject({ positions: [{ ticket: 1001 }], deals: [{ entry: 'in' }] })
  })

  it('holds whole states only, whenever it is killed', async () => {
    for (let round = 0; round < 10; round++) {
      const orders = Array.from({ length: 100 }, () => terminal.run(call(buy('volume=0.01'))))
      const settled = Promise.allSettled(orders)
      await orders[round * 7]
      await terminal.kill()
      await settled
      terminal = start()
      const { positions, deals, history, orders: active } = await stateOf()
      const ids = (rows: unknown): unknown[] => (rows as Facts[]).map(row => row['position'] ?? row['ticket'])
      expect(ids(deals)).toEqual(ids(positions))
      expect(ids(history)).toEqual(ids(positions))
      expect(active).toEqual([])
      expect(ids(positions)).toEqual(ids(positions).map((_, index) => 1001 + index))
      await terminal.run('init')
    }
  })
})

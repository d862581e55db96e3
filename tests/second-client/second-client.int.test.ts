import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { EpochMs } from '../../engine/contracts/primitives.ts'
import { AppSide } from '../../engine/testkit/app-side.ts'
import { eventually } from '../../engine/testkit/eventually.ts'
import { fireOf, idOf } from '../../engine/testkit/sim-broker.ts'
import { formatPairingKey, newPairingKey } from '../../engine/wire/index.ts'
import { findPythonWithZmq } from '../../tools/prepare/python-zmq.mjs'

const PROGRAM = path.resolve(import.meta.dirname, 'terminal.py')

async function pair(key = newPairingKey(), typed = key) {
  const app = await AppSide.open({ pairingKey: key })
  onTestFinished(() => app.close())
  const python = findPythonWithZmq()
  if (python === null) throw new Error('No Python here has zmq. Type: apt-get install -y python3-zmq')
  const client = spawn(python, [PROGRAM, String(app.port), formatPairingKey(typed)])
  onTestFinished(() => void client.kill('SIGKILL'))
  const said: string[] = []
  client.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  return { app, client, said }
}

const fire = (over = {}) => fireOf(1, { symbol: 'EURUSD.x', ...over })

describe('a second client, written over libzmq from docs/protocol.md alone', () => {
  it('pairs, specifies its symbol and streams ticks without a gap', async () => {
    const { app } = await pair()
    expect((await app.first('specs')).body.symbols).toMatchObject([{ name: 'EURUSD.x', pair: 'EURUSD' }])
    expect((await app.first('account')).body).toMatchObject({ balance: 1_000_000, kind: 'demo' })
    await eventually(() => expect(app.ticks.length).toBeGreaterThanOrEqual(150))
    expect(app.ticks[0]).toMatchObject({ index: 0, bid: 1.1, ask: 1.10006, flags: 6 })
    expect(app.lines).toEqual(['up'])
  })

  it('answers a fire once, and its repeat with the same verdict', async () => {
    const { app } = await pair()
    await app.first('positions')
    app.send('fire', fire())
    expect((await app.first('verdict')).body).toMatchObject({ id: idOf(1), is: 'accepted', price: '1.10010' })
    expect((await app.first('deal')).body).toMatchObject({ id: idOf(1), entry: 'in', lots: '0.10' })
    app.send('fire', fire())
    const repeat = await app.first('verdict', (_, header) => header.pd === 1)
    expect(repeat.body).toEqual(app.all('verdict')[0]?.body)
    expect(app.all('deal')).toHaveLength(1)
  })

  it('takes no order that waits, and answers a cancel with the truth', async () => {
    const { app } = await pair()
    await app.first('positions')
    expect(app.hello?.takes).toBeUndefined()
    const { deviation: _, ...limit } = fire()
    app.send('place', { ...limit, untilMs: EpochMs.parse(Date.now() + 60_000) })
    expect((await app.first('verdict')).body).toMatchObject({ id: idOf(1), is: 'denied' })
    app.send('cancel', { id: idOf(3), order: idOf(2) })
    const said = await app.first('verdict', ({ id }) => id === idOf(3))
    expect(said.body).toMatchObject({ is: 'accepted', position: null })
    app.send('fire', fire({ id: idOf(2) }))
    expect((await app.first('verdict', (_body, header) => header.pd === 1)).body).toMatchObject({
      id: idOf(2),
      is: 'buried',
    })
    expect(app.all('deal')).toEqual([])
    expect(app.all('orders')).toEqual([])
  })

  it('answers sync with what became of each id, and history with its bars', async () => {
    const { app } = await pair()
    await app.first('positions')
    app.send('sync', { id: idOf(8), commands: [idOf(7)], dealsSinceMs: EpochMs.parse(0) })
    expect((await app.first('synced')).body.id).toBe(idOf(8))
    expect(app.all('verdict')[0]?.body).toMatchObject({ id: idOf(7), is: 'buried' })
    app.send('history', { id: idOf(9), index: 0, tf: 1, fromMs: EpochMs.parse(0), max: 10 })
    await eventually(() => expect(app.barsOf(idOf(9))).toEqual([]))
  })

  it('is told that its key is another one, and stops', async () => {
    const { client, said } = await pair(newPairingKey(), newPairingKey())
    const [code] = (await once(client, 'exit')) as [number]
    expect(code).toBe(1)
    expect(said.join('')).toContain('WRONG_KEY')
  })
})

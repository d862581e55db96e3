/** `bitten cancel ORDER` and `bitten settle ORDER`, against a control channel that a test holds the other end of. */
import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import type { ControlReply, ControlRequest } from '../../contracts/control.ts'
import type { WarRoomView } from '../../contracts/views.ts'
import { EpochMs } from '../../contracts/primitives.ts'
import { aUlid } from '../../testkit/events.ts'
import { openChannel } from '../../testkit/control-channel.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { aWarRoom } from '../../testkit/views.ts'
import { statusOf } from '../../host/control/desk-status.ts'
import { runCli } from '../cli.ts'

const LOST = aUlid(3)
const WORDS = 'I end buy 0.10 EURUSD without a result'
const ORDER: WarRoomView['orders'][number] = {
  order: LOST, mission: aUlid(4), terminal: 'mt5-1', pair: 'EURUSD', symbol: 'EURUSD', side: 'buy', lots: 0.1, state: 'managed',
  text: 'Position 77 is gone.', sinceMs: EpochMs.parse(0), waits: null, external: false, settle: WORDS,
} // prettier-ignore
const FINE = { ...ORDER, order: aUlid(5), settle: null }
const STRANGE = { ...FINE, order: aUlid(6), external: true }

type Person = Readonly<{ types?: string; isTTY?: boolean }>

/** A desk with three orders that says yes to everything, and one command line on it. */
async function atDesk({ types = '', isTTY = true }: Person, ...argv: readonly string[]) {
  const folder = temporaryFolder()
  const heard: ControlRequest[] = []
  const status = await statusOf({
    version: 'test',
    ready: () => ({ dataFolder: folder }) as never,
    health: () => ({ is: 'running' }),
    links: () => [],
    view: () => Promise.resolve({ is: 'answer', value: aWarRoom({ orders: [ORDER, FINE, STRANGE] }) }),
  })
  const answer = (request: ControlRequest): Promise<ControlReply> => {
    if (request.ask !== 'status') heard.push(request)
    const value = request.ask === 'status' ? status : { is: 'done', text: 'Done.' }
    return Promise.resolve({ is: 'answer', value })
  }
  await openChannel(folder, { answer })
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()]
  stdin.end(types)
  const code = await runCli([...argv, '--data-folder', folder], {
    version: 'test',
    paths: {
      self: '',
      engineWorker: '',
      archiveWorker: '',
      telegramWorker: '',
      labWorker: '',
      terminalSim: '',
      ea: '',
      models: '',
    },
    environment: { dataFolder: folder, sqliteBinding: null, secretKey: null },
    hasDisplay: false,
    stdin: Object.assign(stdin, { isTTY }),
    stdout,
    stderr,
    stop: new AbortController().signal,
  })
  const textOf = (stream: PassThrough) => String(stream.read() ?? '')
  return { code, heard, stdout: textOf(stdout), stderr: textOf(stderr) }
}

it('cancel takes back one order, and without an id everything that is pending', async () => {
  expect(await atDesk({}, 'cancel', FINE.order.toLowerCase())).toMatchObject({
    code: 0,
    stdout: 'Done.\n',
    heard: [{ ask: 'cancelOrder', order: FINE.order }],
  })
  expect(await atDesk({}, 'cancel')).toMatchObject({ code: 0, heard: [{ ask: 'cancel' }] })
})

it('test-fire asks for one at the terminal that is named', async () => {
  expect(await atDesk({}, 'test-fire', 'mt5-1')).toMatchObject({
    code: 0,
    stdout: 'Done.\n',
    heard: [{ ask: 'testFire', terminal: 'mt5-1' }],
  })
  expect(await atDesk({}, 'test-fire', 'x')).toMatchObject({ code: 2, heard: [] })
  expect(await atDesk({}, 'test-fire')).toMatchObject({ code: 2, heard: [] })
})

it('what is no id is refused before the desk is asked', async () => {
  for (const command of ['cancel', 'settle'])
    expect(await atDesk({}, command, '88001234')).toMatchObject({
      code: 2,
      heard: [],
      stderr: expect.stringContaining('as bitten status shows it') as string,
    })
})

it('settle says which order and what is given up, and sends the words that are typed', async () => {
  const { code, heard, stdout } = await atDesk({ types: `${WORDS}\n` }, 'settle', LOST)

  expect(code).toBe(0)
  expect(stdout).toContain('buy 0.10 EURUSD, managed: Position 77 is gone')
  expect(stdout).toContain('Look in MetaTrader first')
  expect(stdout).toContain('counted nowhere')
  expect(stdout).toContain(WORDS)
  expect(heard).toEqual([{ ask: 'settleOrder', order: LOST, typed: WORDS }])
})

it.each([
  ['nothing is typed', { types: '\n' }, [], 'the order is left open'],
  ['the input ends', { types: '' }, [], 'the order is left open'],
  ['nobody sits there', { types: `${WORDS}\n`, isTTY: false }, [], `add: --words "${WORDS}"`],
  ['a program reads the answer', { types: `${WORDS}\n` }, ['--json'], 'at a terminal'],
])('settle sends nothing while %s', async (_, person, more, text) => {
  const { code, heard, stdout, stderr } = await atDesk(person, 'settle', LOST, ...more)

  expect([code, heard]).toEqual([1, []])
  expect((stdout + stderr).replaceAll('\\"', '"')).toContain(text)
})

it('settle takes the words of a program as they are: the desk judges them', async () => {
  expect(await atDesk({ isTTY: false }, 'settle', LOST, '--words', 'yes', '--json')).toMatchObject({
    code: 0,
    heard: [{ ask: 'settleOrder', order: LOST, typed: 'yes' }],
  })
})

it.each([
  ['the terminal still speaks for', FINE.order, 'still speaks for it'],
  ['was not placed by BITTEN', STRANGE.order, 'never touches it'],
  ['nobody knows', aUlid(9), 'No open order'],
])('settle refuses an order that %s', async (_, id, text) => {
  const { code, heard, stderr } = await atDesk({ types: `${WORDS}\n` }, 'settle', id, '--words', WORDS)

  expect([code, heard]).toEqual([1, []])
  expect(stderr).toContain(text)
})

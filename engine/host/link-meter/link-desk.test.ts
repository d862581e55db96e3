import { expect, it } from 'vitest'
import { EpochMs } from '../../contracts/primitives.ts'
import { aHello } from '../../testkit/protocol-peer.ts'
import { Redactor } from '../log/redactor.ts'
import { LinkDesk } from './link-desk.ts'

const FOLDER = 'C:\\Users\\Anna\\MQL5\\Files'
const nobody = {
  terminalUp: () => undefined,
  terminalDown: () => undefined,
  frame: () => undefined,
  faulted: () => undefined,
}

const desk = () =>
  new LinkDesk({
    now: () => EpochMs.parse(1_700_000_000_000),
    redactor: new Redactor(['THE-KEY']),
    folders: [FOLDER],
    ask: () => Promise.resolve({ is: 'failed', code: 'ENGINE_DOWN', text: 'The engine is starting.' }),
  })
const facts = { version: '0.1.0', port: 5_577, portTaken: null }

it('names no folder and no key of this computer, whoever put them into a sentence', async () => {
  const links = desk()
  const listener = links.metered('files', nobody)
  const { uuid } = aHello()
  listener.terminalUp(uuid, 'session-1', aHello())
  listener.counted?.(uuid, 'RESULT_REPEAT')
  listener.faulted(uuid, 'RESULT_REPEAT', `${FOLDER}: it came again with THE-KEY.`, 1)
  listener.terminalDown(uuid, `The folder ${FOLDER} can't be used.`)
  listener.counted?.(null, 'LEGACY_REFUSED')
  listener.faulted(null, 'LEGACY_REFUSED', `THEKEY in ${FOLDER}`, 1)
  const report = await links.report(facts)
  expect(report.terminals[0]?.traffic).toMatchObject({
    lastFault: { text: '[folder]: it came again with [hidden].' },
    lastEnd: { reason: "The folder [folder] can't be used." },
  })
  expect(report.strangers).toMatchObject([{ code: 'LEGACY_REFUSED', count: 1, text: '[hidden] in [folder]' }])
  expect(JSON.stringify(report)).not.toMatch(/Anna|THE-?KEY/)
})

it('without an engine has what was counted, and says why there is no more', async () => {
  const links = desk()
  links.metered('zmq', nobody).terminalUp(aHello().uuid, 'session-1', aHello())
  const report = await links.report(facts)
  expect(report).toMatchObject({ noEngine: 'The engine is starting.', computer: null, port: 5_577 })
  expect(report.terminals).toMatchObject([{ desk: null, traffic: { sessions: 1, isUp: true } }])
})

import { expect, it } from 'vitest'
import type { Command } from '../../contracts/commands.ts'
import { ControlRequest } from '../../contracts/control.ts'
import { aUlid } from '../../testkit/events.ts'
import { answerRequest, type ControlledHost } from './control-desk.ts'

const order = aUlid(3)

/** Only what a command needs of a host: the others would be a defect here. */
const hostThatHears = (heard: Command[]) =>
  ({
    nextId: () => aUlid(1),
    command: (command: Command) => {
      heard.push(command)
      return Promise.resolve({ is: 'done', text: 'Done.' })
    },
  }) as unknown as ControlledHost

it.each([
  [{ ask: 'flatten' }, { kind: 'flattenAll' }],
  [{ ask: 'pause' }, { kind: 'pause' }],
  [{ ask: 'cancel' }, { kind: 'cancelAll' }],
  [
    { ask: 'cancelOrder', order },
    { kind: 'cancelOrder', order },
  ],
  [
    { ask: 'settleOrder', order, typed: 'yes' },
    { kind: 'settleOrder', order, typed: 'yes' },
  ],
  [
    { ask: 'testFire', terminal: 'alpha' },
    { kind: 'testFire', terminal: 'alpha' },
  ],
  [
    { ask: 'squad', wish: { wish: 'leaveSquad' } },
    { kind: 'squad', squad: { wish: 'leaveSquad' } },
  ],
  [
    { ask: 'selector', selector: 'SAFE' },
    { kind: 'setSelector', selector: 'SAFE' },
  ],
])('%o is one command with the origin cli', async (request, command) => {
  const heard: Command[] = []

  await answerRequest(hostThatHears(heard), ControlRequest.parse(request))

  expect(heard).toEqual([{ ...command, id: aUlid(1), origin: 'cli' }])
})

it.each([
  { ask: 'cancelOrder' },
  { ask: 'cancelOrder', order: '88001234' },
  { ask: 'cancel', order },
  { ask: 'squad', wish: { wish: 'leaveSquad', origin: 'window' } },
  { ask: 'settleOrder', order },
  { ask: 'telegramWish', wish: { wish: 'keepToken', token: 'hunter2' } },
  { ask: 'telegramWish', wish: { wish: 'sayHello', chat: 7 } },
  { ask: 'settleOrder', order, typed: 'x'.repeat(201) },
  { ask: 'settleOrder', order, typed: 'yes', origin: 'window' },
  { ask: 'testFire', terminal: '../x' },
  { ask: 'testFire', terminal: 'alpha', lots: 5 },
])('%o is no request', request => {
  expect(ControlRequest.safeParse(request).success).toBe(false)
})

import type { Command, CommandAnswer } from '../../contracts/commands.ts'
import type { ControlAnswers, ControlReply, ControlRequest } from '../../contracts/control.ts'
import { unreachable, type Ulid } from '../../contracts/primitives.ts'
import type { CallFailed } from '../../contracts/window-bridge.ts'
import type { Host } from '../host-api.ts'
import { statusOf, type StatusSource } from './desk-status.ts'

/** What a caller may ask about or of, and what of it a desk without a window can't do. */
export type ControlledHost = StatusSource &
  Pick<
    Host,
    | 'command'
    | 'settings'
    | 'changeSettings'
    | 'settingsHistory'
    | 'restoreSettings'
    | 'telegram'
    | 'telegramWish'
  > &
  Readonly<{
    nextId(): Ulid
    /** False when there is no window. */
    show(): boolean
  }>

/** Carries out one request. The caller is the desk's own user, at a command line. */
export async function answerRequest(host: ControlledHost, request: ControlRequest): Promise<ControlReply> {
  const value = await valueOf(host, request)
  return isFailure(value) ? { is: 'refused', code: value.code, text: value.text } : { is: 'answer', value }
}

type Value = ControlAnswers[keyof ControlAnswers] | CallFailed

const isFailure = (value: Value): value is CallFailed => 'is' in value && value.is === 'failed'

async function valueOf(host: ControlledHost, request: ControlRequest): Promise<Value> {
  switch (request.ask) {
    case 'status':
      return statusOf(host)
    case 'settings':
      return host.settings()
    case 'changeSettings':
      return host.changeSettings(request.wish, 'cli')
    case 'settingsHistory':
      return host.settingsHistory()
    case 'restoreSettings':
      return host.restoreSettings(request.wish, 'cli')
    case 'telegram':
      return host.telegram()
    case 'telegramWish':
      return host.telegramWish(request.wish)
    case 'show':
      return host.show() ? SHOWN : NO_WINDOW
    case 'flatten':
    case 'pause':
    case 'resume':
    case 'cancel':
    case 'cancelOrder':
    case 'settleOrder':
    case 'testFire':
    case 'selector':
    case 'squad':
      return host.command(commandOf(request, host.nextId()))
    default:
      return unreachable(request)
  }
}

type Ordered = Extract<
  ControlRequest,
  {
    ask:
      | 'flatten'
      | 'pause'
      | 'resume'
      | 'cancel'
      | 'cancelOrder'
      | 'settleOrder'
      | 'testFire'
      | 'selector'
      | 'squad'
  }
>

function commandOf(request: Ordered, id: Ulid): Command {
  const from = { id, origin: 'cli' as const }
  switch (request.ask) {
    case 'flatten':
      return { kind: 'flattenAll', ...from }
    case 'cancel':
      return { kind: 'cancelAll', ...from }
    case 'cancelOrder':
      return { kind: 'cancelOrder', order: request.order, ...from }
    case 'settleOrder':
      return { kind: 'settleOrder', order: request.order, typed: request.typed, ...from }
    case 'testFire':
      return { kind: 'testFire', terminal: request.terminal, ...from }
    case 'selector':
      return { kind: 'setSelector', selector: request.selector, ...from }
    case 'squad':
      return { kind: 'squad', squad: request.wish, ...from }
    case 'pause':
    case 'resume':
      return { kind: request.ask, ...from }
    default:
      return unreachable(request)
  }
}

const SHOWN: CommandAnswer = { is: 'done', text: 'The window comes to the front.' }
const NO_WINDOW: CommandAnswer = {
  is: 'refused',
  code: 'NO_WINDOW',
  text: 'This desk runs without a window.',
}

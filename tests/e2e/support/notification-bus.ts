/** A session bus of the test's own with a notification service on it: what a desktop shows, and a hand that clicks it. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { NOTIFICATION_PYTHON } from '../../../tools/prepare/notifications.mjs'

export type Shown = Readonly<{ id: number; app: string; title: string; body: string; actions: string[] }>
type Said = Readonly<{ is_: 'ready' }> | Readonly<{ is_: 'closed'; id: number }> | (Shown & { is_: 'shown' })

export class NotificationBus {
  /** Oldest first; what was closed again stays here. */
  readonly shown: Shown[] = []
  readonly address: string
  readonly #daemon: ChildProcess
  readonly #service: ChildProcess

  private constructor(address: string, daemon: ChildProcess, service: ChildProcess) {
    this.address = address
    this.#daemon = daemon
    this.#service = service
  }

  static async open(): Promise<NotificationBus> {
    const args = ['--session', '--nofork', '--nopidfile', '--print-address']
    const daemon = spawn('dbus-daemon', args, { stdio: ['ignore', 'pipe', 'ignore'] })
    const [line] = (await once(daemon.stdout, 'data')) as [Buffer]
    const address = line.toString().trim()
    const service = spawn(NOTIFICATION_PYTHON, [path.join(import.meta.dirname, 'notification_service.py')], {
      env: { ...process.env, DBUS_SESSION_BUS_ADDRESS: address },
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    const bus = new NotificationBus(address, daemon, service)
    const ready = new Promise<void>(resolve => {
      createInterface({ input: service.stdout }).on('line', text => {
        const said = JSON.parse(text) as Said
        if (said.is_ === 'ready') resolve()
        if (said.is_ === 'shown') bus.shown.push(said)
      })
    })
    await ready
    return bus
  }

  /** As a person who clicks it: what it does by default. */
  click({ id }: Shown): void {
    this.#service.stdin?.write(`${id}\n`)
  }

  close(): void {
    this.#service.kill()
    this.#daemon.kill()
  }
}

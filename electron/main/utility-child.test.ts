import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { childLink } from './utility-child.ts'

/** As Electron's manual has it: it can be killed from `spawn` on, and once; until then `kill` does nothing and says so. */
class FakeChild extends EventEmitter {
  readonly sent: unknown[] = []
  #state: 'starting' | 'runs' | 'gone' = 'starting'

  get isGone(): boolean {
    return this.#state === 'gone'
  }

  spawned(): void {
    this.#state = 'runs'
    this.emit('spawn')
  }

  kill(): boolean {
    if (this.#state !== 'runs') return false
    this.#state = 'gone'
    this.emit('exit', 15)
    return true
  }

  postMessage(message: unknown): void {
    this.sent.push(message)
  }
}

function aLink() {
  const child = new FakeChild()
  const heard: unknown[] = []
  const link = childLink(child, {
    message: message => heard.push(message),
    exited: (code, lastWords) => heard.push({ code, lastWords }),
  })
  return { child, link, heard }
}

describe('a child of the app', () => {
  it('that is ended while it is only being started is gone as soon as it has started', () => {
    const { child, link, heard } = aLink()
    link.kill()
    expect([child.isGone, heard]).toEqual([false, []])
    child.spawned()
    expect([child.isGone, heard]).toEqual([true, [{ code: 15, lastWords: '' }]])
  })

  it('that runs is ended at once, and lives on when nobody ends it', () => {
    const { child, link, heard } = aLink()
    child.spawned()
    expect(child.isGone).toBe(false)
    link.kill()
    expect([child.isGone, heard]).toEqual([true, [{ code: 15, lastWords: '' }]])
    link.kill()
    expect(heard).toHaveLength(1)
  })

  it('talks both ways, and leaves its last words when it runs out of memory', () => {
    const { child, link, heard } = aLink()
    child.spawned()
    link.send({ kind: 'order' })
    child.emit('message', { kind: 'note' })
    child.emit('error', 'FatalError', 'v8::Heap', '{}')
    child.emit('exit', 5)
    expect(child.sent).toEqual([{ kind: 'order' }])
    expect(heard).toEqual([{ kind: 'note' }, { code: 5, lastWords: 'FatalError at v8::Heap' }])
  })
})

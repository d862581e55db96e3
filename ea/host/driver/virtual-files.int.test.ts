import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { commands } from './commands.ts'
import { call, FILE, result } from './probe/probe.ts'
import { probeBinary } from './probe/probe-binary.ts'
import { textsOf } from './lines.ts'
import { VirtualTerminal } from './virtual-terminal.ts'

const terminal = new VirtualTerminal(await probeBinary())
const does = (line: string): string => result(terminal.run(call(line)))
const content = (name: string): string | undefined => terminal.file(name)?.toString('latin1')
const UTF8 = 65001
const APPEND = FILE.read | FILE.write | FILE.text | FILE.ansi

beforeEach(() => {
  terminal.wipe()
  terminal.init()
})
afterAll(() => terminal.close())

describe('bytes on their way to the disk', () => {
  it('are in the file only after FileFlush', () => {
    does(`open a.txt ${APPEND}`)
    does('write 1 hello')
    expect(content('a.txt')).toBe('')
    does('flush 1')
    expect(content('a.txt')).toBe('hello')
  })

  it('are seen by the program itself before that', () => {
    does(`open a.txt ${APPEND}`)
    does('write 1 hello')
    does('seek 1 1 0')
    expect(does('read 1')).toBe('ello')
    expect(does('size 1')).toBe('5')
  })

  it('are lost, kept or torn by a crash, as the driver asks', () => {
    const after = (files: 'lost' | 'kept' | { tornBytes: number }): string | undefined => {
      terminal.wipe()
      terminal.init()
      does(`open a.txt ${APPEND}`)
      does('write 1 safe')
      does('flush 1')
      does('write 1 lost')
      terminal.crash({ files })
      return content('a.txt')
    }
    expect(after('lost')).toBe('safe')
    expect(after('kept')).toBe('safelost')
    expect(after({ tornBytes: 2 })).toBe('safelo')
  })

  it('reach the file when the program ends properly', () => {
    does(`open a.txt ${APPEND}`)
    does('write 1 hello')
    terminal.deinit(1)
    expect(content('a.txt')).toBe('hello')
  })

  it('are torn at the same place by the same seed', () => {
    const torn = (): string | undefined => {
      terminal.wipe()
      terminal.run('init')
      does(`open a.txt ${APPEND}`)
      does('write 1 abcdefghijklmnopqrstuvwxyz')
      terminal.crash({ files: 'torn' })
      return content('a.txt')
    }
    expect(torn()).toBe(torn())
  })
})

describe('a death at a step', () => {
  it('before the flush leaves nothing, after it everything', () => {
    for (const [phase, left] of [
      ['before', ''],
      ['after', 'hello'],
    ] as const) {
      terminal.wipe()
      terminal.init()
      does(`open a.txt ${APPEND}`)
      terminal.die({ step: 'file.flush', phase })
      does('write 1 hello')
      expect(textsOf(terminal.run(call('flush 1')), 'life')).toEqual(['crashed'])
      expect(content('a.txt')).toBe(left)
      terminal.init()
    }
  })

  it('comes at the step that was counted to', () => {
    does(`open a.txt ${APPEND}`)
    terminal.die({ step: 'any', phase: 'any', nth: 3 })
    terminal.run(call('write 1 a'))
    expect(textsOf(terminal.run(call('flush 1')), 'life')).toEqual(['crashed'])
  })

  it('can be placed by the points that a run has passed', () => {
    terminal.run('points clear')
    does(`open a.txt ${APPEND}`)
    does('write 1 a')
    does('close 1')
    const points = terminal.run('points tell')[0]
    expect(points?.['total']).toBe(6)
    expect(points?.['points']).toContainEqual({ step: 'file.write', phase: 'before', count: 1 })
  })
})

describe('a full disk', () => {
  it('refuses the write at once', () => {
    does(`open a.txt ${APPEND}`)
    terminal.run(commands.diskFull(3))
    expect(does('write 1 hello')).toBe('0 error 5026')
  })

  it('can show itself at the flush only, which writes what fits', () => {
    does(`open a.txt ${APPEND}`)
    terminal.run(commands.diskFull(3, 'late'))
    expect(does('write 1 hello')).toBe('5')
    expect(does('flush 1')).toBe(' error 5026')
    expect(content('a.txt')).toBe('hel')
    terminal.run('disk ok')
    does('flush 1')
    expect(content('a.txt')).toBe('hello')
  })
})

describe('names and modes', () => {
  it('lead nowhere out of the sandbox', () => {
    expect(does(`open ../a.txt ${APPEND}`)).toBe('-1 error 5002')
    expect(does(`open C:\\a.txt ${APPEND}`)).toBe('-1 error 5002')
    expect(does(`open x\\y/a.txt ${APPEND}`)).toBe('1')
    expect(content('x/y/a.txt')).toBe('')
  })

  it('put FILE_COMMON into the other folder', () => {
    does(`open a.txt ${APPEND | FILE.common}`)
    does('write 1 shared')
    does('close 1')
    expect(content('common:a.txt')).toBe('shared')
    expect(content('a.txt')).toBeUndefined()
  })

  it('move over an existing file only with FILE_REWRITE', () => {
    terminal.run(commands.putFile('new', Buffer.from('new')), commands.putFile('old', Buffer.from('old')))
    expect(does('move new 0 old 0')).toBe('false error 5020')
    expect(does(`move new 0 old ${FILE.rewrite}`)).toBe('true')
    expect(content('old')).toBe('new')
    expect(does('exists new 0')).toBe('false error 5019')
  })

  it('keep a file that is open from being moved, deleted or opened by others', () => {
    does(`open a.txt ${APPEND}`)
    expect(does(`open a.txt ${FILE.read | FILE.text | FILE.ansi}`)).toBe('-1 error 5004')
    expect(does('delete a.txt 0')).toBe('false error 5006')
    expect(does('move a.txt 0 b.txt 0')).toBe('false error 5004')
  })

  it('let another program on the computer hold a file', () => {
    terminal.run(commands.putFile('fire.txt', Buffer.from('{}')), 'file hold fire.txt')
    expect(does(`open fire.txt ${FILE.read | FILE.text | FILE.ansi | FILE.shareRead}`)).toBe('-1 error 5004')
    terminal.run('file release fire.txt')
    expect(does(`open fire.txt ${FILE.read | FILE.text | FILE.ansi | FILE.shareRead}`)).toBe('1')
  })

  it('write UTF-16 with its mark, UTF-8 and the ANSI code page', () => {
    does(`open u.txt ${FILE.write | FILE.text}`)
    does('write 1 é')
    does(`open a.txt ${FILE.write | FILE.text | FILE.ansi}`)
    does('write 2 é')
    does(`open 8.txt ${FILE.write | FILE.text | FILE.ansi} ${UTF8}`)
    does('write 3 é')
    terminal.deinit(1)
    expect(terminal.file('u.txt')?.toString('hex')).toBe('fffee900')
    expect(terminal.file('a.txt')?.toString('hex')).toBe('e9')
    expect(terminal.file('8.txt')?.toString('hex')).toBe('c3a9')
  })

  it('read text by lines and tell the end', () => {
    terminal.run(commands.putFile('a.txt', Buffer.from('one\r\ntwo\nthree')))
    does(`open a.txt ${FILE.read | FILE.text | FILE.ansi}`)
    expect([does('read 1'), does('read 1'), does('ending 1'), does('read 1')]).toEqual([
      'one',
      'two',
      'false',
      'three',
    ])
    expect(does('ending 1')).toBe('true')
  })

  it('find files and folders by Windows wildcards', () => {
    for (const name of ['B/r-1.txt', 'B/r-2.TXT', 'B/x.log', 'B/sub/y.txt']) {
      terminal.run(commands.putFile(name, Buffer.alloc(0)))
    }
    expect(does('find B\\*.txt 0')).toBe('r-1.txt r-2.TXT')
    expect(does('find B\\* 0')).toBe('r-1.txt r-2.TXT sub\\ x.log')
    expect(does('find C\\* 0')).toBe('nothing error 5019')
  })
})

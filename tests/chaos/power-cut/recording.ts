import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { bundleProgram } from '../../../engine/testkit/bundle-program.ts'
import { sqliteBinding } from '../../../engine/testkit/sqlite-binding.ts'

/** One thing that was asked of the disk. `path` is relative to the folder; '' is the folder itself. */
export type DiskCall =
  | Readonly<{ is: 'write'; path: string; offset: number; bytes: Buffer }>
  | Readonly<{ is: 'truncate'; path: string; length: number }>
  | Readonly<{ is: 'unlink'; path: string }>
  | Readonly<{ is: 'sync'; path: string }>
  /** `append` had returned: so many events, and the hash of the last one. */
  | Readonly<{ is: 'mark'; events: number; hash: string }>

export type Recording = Readonly<{ calls: readonly DiskCall[]; folder: string }>

const HEAD_BYTES = 17

/** Why nothing can be recorded here; null when it can. */
export function whyNotRecorded(): string | null {
  if (process.platform !== 'linux') return 'the recorder is made for Linux'
  return spawnSync('g++', ['--version']).status === 0
    ? null
    : 'the recorder is compiled with g++, which is not here'
}

/** Runs the writer of `events` events and gives what it asked of the disk, from the empty folder on. */
export async function recordWriter(
  place: string,
  events: number,
  synchronous: 'FULL' | 'NORMAL' = 'FULL',
): Promise<Recording> {
  const program = await bundleProgram('engine/testkit/programs/recorded-writer.ts')
  const [folder, trace, recorder] = ['data', 'trace', 'recorder.so'].map(name => path.join(place, name)) as [
    string,
    string,
    string,
  ]
  mkdirSync(folder)
  const source = path.join(import.meta.dirname, 'recorder.cpp')
  execFileSync('g++', ['-O1', '-shared', '-fPIC', '-o', recorder, source, '-ldl'])
  const env = { ...process.env, LD_PRELOAD: recorder, RECORDER_FOLDER: folder, RECORDER_TRACE: trace }
  execFileSync(process.execPath, [program, folder, sqliteBinding() ?? '', synchronous, String(events)], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (!existsSync(trace)) throw new Error('the recorder wrote nothing down')
  return { calls: [...callsIn(readFileSync(trace), folder)], folder }
}

function* callsIn(trace: Buffer, folder: string): Generator<DiskCall> {
  for (let at = 0; at < trace.length;) {
    const kind = String.fromCharCode(trace.readUInt8(at))
    const pathLength = trace.readUInt32LE(at + 1)
    const length = trace.readUInt32LE(at + 5)
    const offset = Number(trace.readBigUInt64LE(at + 9))
    const pathEnd = at + HEAD_BYTES + pathLength
    const name = path.relative(folder, trace.toString('utf8', at + HEAD_BYTES, pathEnd))
    yield callOf(kind, name, offset, trace.subarray(pathEnd, pathEnd + length))
    at = pathEnd + length
  }
}

function callOf(kind: string, name: string, offset: number, bytes: Buffer): DiskCall {
  if (name === 'marks') {
    const [events = '', hash = ''] = bytes.toString().trim().split(' ')
    return { is: 'mark', events: Number(events), hash }
  }
  switch (kind) {
    case 'w':
      return { is: 'write', path: name, offset, bytes }
    case 't':
      return { is: 'truncate', path: name, length: offset }
    case 'u':
      return { is: 'unlink', path: name }
    case 's':
      return { is: 'sync', path: name }
    default:
      throw new Error(`the trace has a call of kind ${kind}`)
  }
}

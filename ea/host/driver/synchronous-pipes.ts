import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { closeSync, constants, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface PipedProcess {
  readonly child: ChildProcess
  /** Blocking file descriptors: what is written is its standard input, what is read its standard output. */
  readonly writeFd: number
  readonly readFd: number
}

interface PipeEnds {
  readonly readFd: number
  readonly writeFd: number
}

/** Opening one end of a named pipe waits for the other, unless somebody holds both: so hold both first. */
function openBothEnds(path: string): PipeEnds {
  const both = openSync(path, constants.O_RDWR)
  const readFd = openSync(path, constants.O_RDONLY)
  const writeFd = openSync(path, constants.O_WRONLY)
  closeSync(both)
  return { readFd, writeFd }
}

/** Node's own pipes do not block, so readSync on them fails; named pipes do. They leave the disk at once. */
export function spawnWithSynchronousPipes(binary: string, words: readonly string[]): PipedProcess {
  const folder = mkdtempSync(join(tmpdir(), 'bitten-host-'))
  try {
    const paths = [join(folder, 'in'), join(folder, 'out')] as const
    execFileSync('mkfifo', paths)
    const input = openBothEnds(paths[0])
    const output = openBothEnds(paths[1])
    const child = spawn(binary, words, { stdio: [input.readFd, output.writeFd, 'inherit'] })
    closeSync(input.readFd)
    closeSync(output.writeFd)
    return { child, writeFd: input.writeFd, readFd: output.readFd }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

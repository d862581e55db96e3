/** A Python that has libzmq's binding: the second client of docs/protocol.md is written in it. */
import { spawnSync } from 'node:child_process'

export const PYTHON_ZMQ_PACKAGE = 'python3-zmq'

/** A Python of the trader's own often comes first and knows nothing of Debian's packages. */
const CANDIDATES = ['python3', '/usr/bin/python3']

/** @returns {string | null} the program to run */
export function findPythonWithZmq() {
  return CANDIDATES.find(python => spawnSync(python, ['-c', 'import zmq']).status === 0) ?? null
}

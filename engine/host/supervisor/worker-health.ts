/** How a worker is, as the host sees it. */
export type WorkerHealth =
  | Readonly<{ is: 'starting' }>
  | Readonly<{ is: 'running' }>
  /** It is started again by itself; with a code, as soon as what it said is mended. */
  | Readonly<{ is: 'waiting'; text: string; code?: string }>
  | Readonly<{ is: 'failed'; code: string; text: string }>
  | Readonly<{ is: 'stopped' }>

/** What every worker of the house says about itself. */
export type Vital =
  | { kind: 'ready' }
  | { kind: 'failed'; code: string; text: string }
  | { kind: 'stopped' }
  | { kind: 'pong'; n: number }

export const isVital = (message: { kind: string }): message is Vital =>
  message.kind === 'ready' ||
  message.kind === 'failed' ||
  message.kind === 'stopped' ||
  message.kind === 'pong'

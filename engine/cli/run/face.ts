/** How a running desk shows itself. */
export interface Face {
  /** Resolves when the person at it wants the desk to end; of some faces never. */
  readonly closed: Promise<void>
  close(): void
}

/** A face that nobody can close from inside. */
export function oneWayFace(...closers: readonly (() => void)[]): Face {
  return {
    closed: new Promise(() => undefined),
    close: () => closers.forEach(close => close()),
  }
}

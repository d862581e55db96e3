/** A child process of ours that talks by messages. After `exited` was called nothing more is heard from it. */
export interface ChildLink {
  /** Neither throws nor blocks; a message to a child that has gone is lost. */
  send(message: unknown): void
  /** Ends it without asking. */
  kill(): void
}

export type ChildListener = Readonly<{
  message(message: unknown): void
  /** `code` is null when a signal ended it; `lastWords` is the end of what it wrote to its error output. */
  exited(code: number | null, lastWords?: string): void
}>

/** Starts a program of this app, by the path of its file: with Node or with Electron, whichever runs the app. */
export interface ProcessSpawner {
  spawn(file: string, listener: ChildListener): ChildLink
}

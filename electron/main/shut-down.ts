import { app } from 'electron'

/**
 * Whatever ends the app (the window, the tray, the system) ends it once and in order: what the person sees first, the host
 * last, which takes at most three seconds.
 */
export function shutDownWith(stop: () => Promise<void>): void {
  let stopping: Promise<void> | null = null
  app.on('before-quit', event => {
    event.preventDefault()
    stopping ??= stop().finally(() => app.exit(0))
  })
}

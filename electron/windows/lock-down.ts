/** What no page of this app may ever do, whatever gets into it. */
import { app, session } from 'electron'
import { isGranted } from './permissions.ts'

export function lockDown(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', event => event.preventDefault())
    contents.on('will-redirect', event => event.preventDefault())
    contents.on('will-attach-webview', event => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

/** Must be called when the app is ready. */
export function denyPermissions(): void {
  const own = session.defaultSession
  own.setPermissionRequestHandler((_contents, permission, decide, { requestingUrl }) =>
    decide(isGranted(permission, requestingUrl)),
  )
  own.setPermissionCheckHandler((_contents, permission, origin) => isGranted(permission, origin))
  own.setDevicePermissionHandler(() => false)
}

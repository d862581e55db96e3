/** @typedef {import('../prepare/prepare-runtime.mjs').Runtime} Runtime */

/**
 * What the app's programs read when they run under this Node.
 * @param {Runtime} runtime
 * @returns {NodeJS.ProcessEnv}
 */
export function environmentForNode({ sqliteBinding }) {
  return { ...process.env, BITTEN_SQLITE_BINDING: sqliteBinding ?? undefined }
}

/**
 * What the app and the tools that start it read when it runs in Electron.
 * @param {Runtime} runtime
 * @returns {NodeJS.ProcessEnv}
 */
export function environmentForElectron({ electronDist, sqliteBindingForElectron, chromium }) {
  return {
    ...process.env,
    // An editor that is an Electron app itself sets this in its terminal; ours would start without windows.
    ELECTRON_RUN_AS_NODE: undefined,
    ELECTRON_OVERRIDE_DIST_PATH: electronDist ?? undefined,
    BITTEN_SQLITE_BINDING: sqliteBindingForElectron ?? undefined,
    BITTEN_CHROMIUM: chromium ?? undefined,
  }
}

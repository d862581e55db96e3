import { good, type Check } from '../check.ts'

/** A desk runs without a window too, so a missing display is no failure. */
export function checkDisplay(hasDisplay: boolean): Check {
  if (!hasDisplay)
    return good('display', 'none', 'The desk runs here without its window: bitten run --headless --training')
  if (process.platform !== 'linux') return good('display', 'there is one')
  return good(
    'display',
    'there is one',
    'GNOME shows the tray icon only with its AppIndicator extension; everything works without it.',
  )
}

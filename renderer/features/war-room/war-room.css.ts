import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'
import { EDGE } from './live/live-frame.css.ts'

export const room = style({
  height: '100%',
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.small,
  // A map grid under the panels, lit from above.
  background: `
    radial-gradient(120% 70% at 50% -10%, ${theme.colour.fieldLight}, transparent 70%),
    repeating-linear-gradient(0deg, ${theme.colour.fieldGrid} 0 1px, transparent 1px 2.5rem),
    repeating-linear-gradient(90deg, ${theme.colour.fieldGrid} 0 1px, transparent 1px 2.5rem),
    ${theme.colour.field}`,
})

/** The colour of the money runs around the whole window where the money isn't play money. */
const framed = style({
  selectors: {
    '&::after': {
      content: '',
      position: 'fixed',
      zIndex: 20,
      inset: 0,
      border: '3px solid currentColor',
      pointerEvents: 'none',
    },
  },
})

export const frame = styleVariants({
  unlinked: {},
  simulated: {},
  contest: [
    framed,
    { padding: `0 ${EDGE}`, selectors: { '&::after': { borderColor: theme.colour.contest } } },
  ],
  demo: [framed, { selectors: { '&::after': { borderColor: theme.colour.demo } } }],
  live: [framed, { padding: `0 ${EDGE}`, selectors: { '&::after': { borderColor: theme.colour.live } } }],
})

/** What is between the frame's head and its foot: the rail, and the screen that is open. */
export const middle = style({
  flex: 1,
  minHeight: 0,
  display: 'flex',
  gap: theme.space.tight,
})

export const page = style({ flex: 1, minWidth: 0, minHeight: 0, display: 'flex' })

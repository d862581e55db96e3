import { style } from '@vanilla-extract/css'
import { theme } from '../theme/theme.css.ts'

/** Below this width there is no room for words beside the market board; a key's title still says them. */
const NARROW = '(max-width: 1239px)'
/** Above this height all doors fit with room to spare, a trouble bar or not. */
const LOW = '(max-height: 999px)'
/** Below this one they fit without their words only. */
const LOWEST = '(max-height: 859px)'

export const rail = style({
  flex: 'none',
  width: '3.75rem',
  '@media': { [NARROW]: { width: '2.5rem' } },
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.hair,
  paddingLeft: theme.space.tight,
})
/** Where they don't all fit, the doors are scrolled and the foot stays. */
export const doors = style({
  flex: 1,
  minHeight: 0,
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.hair,
  overflowY: 'auto',
})

export const door = style({
  display: 'flex',
  flexDirection: 'column',
  flex: 'none',
  alignItems: 'center',
  gap: theme.space.hair,
  padding: `${theme.space.tight} 0`,
  '@media': { [LOW]: { padding: `${theme.space.hair} 0` } },
  border: '1px solid transparent',
  borderRadius: theme.radius.small,
  background: 'transparent',
  color: theme.colour.inkFaint,
  fontFamily: theme.font.heading,
  fontSize: theme.size.tiny,
  fontWeight: 600,
  letterSpacing: '0.06em',
  lineHeight: 1.15,
  textTransform: 'uppercase',
  cursor: 'pointer',
  transition: `color ${theme.motion.quick}, background ${theme.motion.quick}`,
  selectors: {
    '&:hover': { color: theme.colour.ink, background: theme.colour.goldWash },
    '&:focus-visible': { outline: `2px solid ${theme.colour.goldBright}`, outlineOffset: '-2px' },
    '&[aria-current]': {
      color: theme.colour.gold,
      background: theme.colour.goldWash,
      borderColor: theme.colour.goldLine,
    },
  },
})

export const word = style({ '@media': { [`${NARROW}, ${LOWEST}`]: { display: 'none' } } })

export const sign = style({
  width: '1.25rem',
  height: '1.25rem',
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.4,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
})

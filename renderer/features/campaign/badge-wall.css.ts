import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'

export const panel = style({ flex: '1 0 auto' })

export const wall = style({
  flex: 1,
  minHeight: 0,
  display: 'grid',
  gridTemplateColumns: 'repeat(4, minmax(0, 1fr))',
  gridAutoRows: 'minmax(9rem, 1fr)',
  gap: theme.space.tight,
  padding: theme.space.small,
})
export const place = style({ display: 'flex', minWidth: 0 })

export const badge = style({
  flex: 1,
  minWidth: 0,
  display: 'grid',
  gridTemplateRows: 'minmax(3.5rem, 1fr) auto auto auto',
  justifyItems: 'center',
  alignItems: 'center',
  padding: `${theme.space.small} ${theme.space.tight} ${theme.space.tight}`,
  border: '1px solid transparent',
  borderRadius: theme.radius.medium,
  background: 'transparent',
  color: theme.colour.ink,
  textAlign: 'center',
  cursor: 'pointer',
  transition: `background ${theme.motion.quick}, border-color ${theme.motion.quick}`,
  selectors: { '&:hover': { background: theme.colour.goldWash, borderColor: theme.colour.goldLine } },
})
export const medal = style({ height: '100%', minHeight: 0, display: 'block' })

const title_ = style({
  marginTop: theme.space.tight,
  fontFamily: theme.font.heading,
  fontSize: theme.size.lead,
  fontWeight: 600,
  letterSpacing: '0.05em',
  textTransform: 'uppercase',
  lineHeight: 1.15,
})
export const title = styleVariants({
  earned: [title_, { color: theme.colour.goldBright }],
  open: [title_, { color: theme.colour.inkDim }],
})
const state_ = style({ fontSize: theme.size.tiny, lineHeight: 1.4 })
export const state = styleVariants({
  earned: [state_, { color: theme.colour.gold }],
  open: [state_, { color: theme.colour.ink }],
})
/** Two lines are kept for it, so that the medals of a row are of one size. */
export const how = style({
  minHeight: '2.5em',
  maxWidth: '14rem',
  fontSize: theme.size.tiny,
  lineHeight: 1.25,
  color: theme.colour.inkFaint,
})
export const xp = style({ color: theme.colour.inkFaint })

import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

export const auto = style({
  flex: 'none',
  display: 'flex',
  flexDirection: 'column',
  justifyContent: 'center',
  gap: theme.space.hair,
  minHeight: '2rem',
  padding: `${theme.space.tight} ${theme.space.medium}`,
  borderLeft: `1px solid ${theme.colour.line}`,
  fontSize: theme.size.small,
  lineHeight: 1.3,
})

const plate = style({
  padding: `0 ${theme.space.tight}`,
  border: '1px solid currentColor',
  borderRadius: theme.radius.small,
  fontFamily: theme.font.heading,
  fontWeight: 700,
  letterSpacing: '0.08em',
  textTransform: 'uppercase',
  whiteSpace: 'nowrap',
})
/** Solid at work, an outline of dashes when not. */
export const word = styleVariants({
  atWork: [
    plate,
    {
      color: theme.colour.inkOnGold,
      background: theme.colour.goldFillBright,
      borderColor: theme.colour.goldFillBright,
    },
  ],
  waits: [plate, { color: theme.colour.warn, borderStyle: 'dashed' }],
  off: [plate, { color: theme.colour.inkDim, borderStyle: 'dashed' }],
})

export const line = style({ display: 'flex', alignItems: 'center', gap: theme.space.small })
export const facts = style({
  display: 'flex',
  gap: theme.space.medium,
  fontVariantNumeric: 'tabular-nums',
  color: theme.colour.ink,
  whiteSpace: 'nowrap',
})
/** As wide as the line above it, however long its sentence. */
export const why = style({ width: 0, minWidth: '100%', color: theme.colour.inkDim })

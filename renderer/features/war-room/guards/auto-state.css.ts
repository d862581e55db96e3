import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

export const auto = style({
  flex: '0 1 auto',
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  alignContent: 'center',
  columnGap: theme.space.small,
  minHeight: '2rem',
  minWidth: '13rem',
  maxWidth: '34rem',
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
      color: theme.colour.inkOnBright,
      background: theme.colour.goldBright,
      borderColor: theme.colour.goldBright,
    },
  ],
  off: [plate, { color: theme.colour.inkDim, borderStyle: 'dashed' }],
})

export const facts = style({
  display: 'flex',
  gap: theme.space.medium,
  fontVariantNumeric: 'tabular-nums',
  color: theme.colour.ink,
  whiteSpace: 'nowrap',
})
export const why = style({ color: theme.colour.inkDim })

import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

export const ladder = style({ display: 'flex', flexDirection: 'column', minHeight: '13rem' })

const line = style({
  display: 'flex',
  alignItems: 'baseline',
  justifyContent: 'space-between',
  gap: theme.space.small,
  padding: `${theme.space.hair} ${theme.space.small}`,
  borderLeft: '3px solid',
  background: theme.colour.inset,
})

export const rung = styleVariants({
  target: [line, { borderColor: theme.colour.long }],
  entry: [line, { borderColor: theme.colour.gold }],
  stop: [line, { borderColor: theme.colour.short }],
})

export const rungName = style({
  fontFamily: theme.font.heading,
  fontSize: theme.size.body,
  fontWeight: 600,
  letterSpacing: '0.09em',
  textTransform: 'uppercase',
  color: theme.colour.inkDim,
})
export const rungPrice = style({ fontFamily: theme.font.numbers, fontSize: theme.size.lead, fontWeight: 600 })

const stretch = style({
  flexBasis: '1.5rem',
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'flex-end',
  padding: `0 ${theme.space.small}`,
  borderLeft: '3px solid',
  fontFamily: theme.font.heading,
  fontSize: theme.size.body,
  fontWeight: 500,
  letterSpacing: '0.05em',
})

export const zone = styleVariants({
  reward: [
    stretch,
    {
      borderColor: theme.colour.long,
      color: theme.colour.long,
      background: `linear-gradient(90deg, color-mix(in srgb, ${theme.colour.long} 22%, transparent), ${theme.colour.longWash} 70%, transparent)`,
    },
  ],
  risk: [
    stretch,
    {
      borderColor: theme.colour.short,
      color: theme.colour.short,
      background: `repeating-linear-gradient(-45deg, ${theme.colour.shortWash} 0 0.375rem, transparent 0.375rem 0.75rem)`,
    },
  ],
})

import PinIcon from '@mui/icons-material/PushPin'
import type { ExchangeMark } from '#contract/exchange.ts'
import { ColourShape, markColours } from './markColours.tsx'

/** The pin and the colour of a row, each as shape and word; the row's styles hide the words where there is no room. */
export function RowMark({ mark }: { readonly mark: ExchangeMark }) {
  return (
    <>
      {mark.pinned && (
        <span className="mark" title="Pinned">
          <PinIcon sx={{ fontSize: 14, display: 'block' }} />
          <span>pinned</span>
        </span>
      )}
      {mark.colour && (
        <span className="mark" title={markColours[mark.colour].name}>
          <ColourShape colour={mark.colour} size={12} />
          <span>{markColours[mark.colour].name.toLowerCase()}</span>
        </span>
      )}
    </>
  )
}

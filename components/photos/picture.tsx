import type { PhotoView } from '@/domain/articles/views'
import { type PhotoFormat, photoPath, THUMB_RATIO, thumbPath } from '@/lib/photo-paths'
import './picture.css'

type Props = {
	photo: PhotoView
	/** Printed width, for the `sizes` attribute. */
	sizes: string
	/** The first large picture of a page: loaded eagerly, with high priority. */
	priority?: boolean
	/** Printed in a column or less, in the aspect ratio of a thumbnail. */
	small?: boolean
}

/** Width in pixels of the JPEG for browsers without AVIF and WebP: wide enough for a column. */
const PLAIN_WIDTH = 960

/** Media query for screens within the AVIF widths; larger and denser screens get WebP. */
const AVIF_SCREENS = '(max-width: 40rem), (max-resolution: 1.2dppx)'

/** The available widths, in ascending order, and the path of each file. */
type Offer = {
	widths: number[]
	avifWidths: number[]
	ratio: number
	pathOf: (width: number, format: PhotoFormat) => string
}

export function Picture({ photo, sizes, priority = false, small = false }: Props) {
	const thumbs = small && photo.thumbWidths.length > 0
	const offer = thumbs ? thumbsOf(photo) : wholeOf(photo)
	const widest = offer.widths.at(-1) ?? photo.width
	const plain = offer.widths.find((width) => width >= PLAIN_WIDTH) ?? widest
	return (
		<span className="picture">
			{photo.colour && <svg color={photo.colour} aria-hidden="true" />}
			<picture>
				{offer.avifWidths.length > 0 && (
					<source
						type="image/avif"
						media={offer.avifWidths.at(-1) === widest ? undefined : AVIF_SCREENS}
						srcSet={sourceSet(offer, 'avif')}
						sizes={sizes}
					/>
				)}
				<source type="image/webp" srcSet={sourceSet(offer, 'webp')} sizes={sizes} />
				<img
					className={classesOf(photo, thumbs)}
					src={offer.pathOf(plain, 'jpg')}
					width={widest}
					height={Math.round(widest / offer.ratio)}
					alt={photo.alt}
					loading={priority ? undefined : 'lazy'}
					decoding={priority ? undefined : 'async'}
					fetchPriority={priority ? 'high' : undefined}
				/>
			</picture>
		</span>
	)
}

const wholeOf = (photo: PhotoView): Offer => ({
	widths: photo.widths,
	avifWidths: photo.avifWidths,
	ratio: photo.width / photo.height,
	pathOf: (width, format) => photoPath(photo.hash, width, format),
})

const thumbsOf = (photo: PhotoView): Offer => ({
	widths: photo.thumbWidths,
	avifWidths: photo.thumbWidths,
	ratio: THUMB_RATIO,
	pathOf: (width, format) => thumbPath(photo.hash, width, photo, format),
})

const sourceSet = ({ widths, avifWidths, pathOf }: Offer, format: PhotoFormat): string =>
	(format === 'avif' ? avifWidths : widths).map((width) => `${pathOf(width, format)} ${width}w`).join(', ')

/** Focal-point classes, which a cropped thumbnail does not need, and the colour class of the alt text. */
function classesOf({ focalX, focalY, colour }: PhotoView, thumbs: boolean): string | undefined {
	const classes = thumbs ? [] : [`picture-x${nearest(focalX)}`, `picture-y${nearest(focalY)}`]
	if (colour) classes.push(isDark(colour) ? 'picture-light' : 'picture-dark')
	return classes.join(' ') || undefined
}

/** Rounds thousandths to tenths: the style sheet has a class for each, as the CSP forbids inline styles. */
const nearest = (focal: number): number => Math.round(focal / 100)

/** WCAG's weights of the channels, and the luminance at which black and white text have equal contrast. */
const WEIGHTS = [0.2126, 0.7152, 0.0722]
const EQUAL_LUMINANCE = 0.179

function isDark(colour: string): boolean {
	const luminance = WEIGHTS.reduce((sum, weight, index) => {
		const channel = Number.parseInt(colour.slice(1 + 2 * index, 3 + 2 * index), 16) / 255
		return sum + weight * (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)
	}, 0)
	return luminance < EQUAL_LUMINANCE
}

import type { PhotoView } from '@/domain/articles/views'
import { type MediaFormat, mediaPath } from '@/lib/media'
import styles from './picture.module.css'

type Props = {
	photo: PhotoView
	/** As in the `sizes` attribute: how wide the picture is printed. */
	sizes: string
	/** The page's first large picture: loaded at once, before the others. */
	priority?: boolean
}

/** For browsers that know no `srcset`: wide enough for a column. */
const PLAIN_WIDTH = 960

export function Picture({ photo, sizes, priority = false }: Props) {
	const widest = photo.widths.at(-1) ?? photo.width
	const plain = photo.widths.find((width) => width >= PLAIN_WIDTH) ?? widest
	return (
		<picture className={styles.picture}>
			<source type="image/webp" srcSet={sourceSet(photo, 'webp')} sizes={sizes} />
			<img
				className={`${styles[`x${nearest(photo.focalX)}`]} ${styles[`y${nearest(photo.focalY)}`]}`}
				src={mediaPath(photo.hash, plain, 'jpg')}
				srcSet={sourceSet(photo, 'jpg')}
				sizes={sizes}
				width={widest}
				height={Math.round((photo.height * widest) / photo.width)}
				alt={photo.alt}
				loading={priority ? undefined : 'lazy'}
				decoding={priority ? undefined : 'async'}
				fetchPriority={priority ? 'high' : undefined}
			/>
		</picture>
	)
}

const sourceSet = (photo: PhotoView, format: MediaFormat): string =>
	photo.widths.map((width) => `${mediaPath(photo.hash, width, format)} ${width}w`).join(', ')

/** Thousandths to the nearest tenth: the style sheet has a class for each, as inline styles are forbidden. */
const nearest = (focal: number): number => Math.round(focal / 100)

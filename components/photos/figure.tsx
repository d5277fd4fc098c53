import type { PhotoView } from '@/domain/articles/views'
import { creditLine } from '@/lib/photo-paths'
import styles from './figure.module.css'
import { Picture } from './picture'

type Props = {
	photo: PhotoView
	/** Replaces the photo's own caption, unless null or empty. */
	caption?: string | null
	placement: 'hero' | 'inline'
	priority?: boolean
	/** Id of the figure, and the address of the photograph's own page. */
	id?: string | undefined
	href?: string | undefined
}

/** Printed widths for the `sizes` attribute, as laid out by the style sheets. */
const SIZES = {
	hero: '(min-width: 58rem) 54rem, 88vw',
	inline: '(min-width: 40rem) 37rem, 92vw',
	portrait: '(min-width: 40rem) 37rem, 92vw',
}

/** A photo with its caption and credit, printed as `Caption © Credit`. */
export function Figure({ photo, caption, placement, priority, id, href }: Props) {
	const portrait = photo.height > photo.width
	const words = caption || photo.caption
	const credit = creditLine(photo.credit)
	const picture = (
		<Picture photo={photo} sizes={SIZES[portrait ? 'portrait' : placement]} priority={priority} />
	)
	return (
		<figure
			id={id}
			className={`${styles.figure} ${styles[placement]} ${portrait ? styles.portrait : ''}`.trimEnd()}
		>
			{href ? (
				<a className={styles.larger} href={href}>
					{picture}
				</a>
			) : (
				picture
			)}
			{(words || credit) && (
				<figcaption className={styles.words} dir="auto">
					<CaptionAndCredit caption={words} credit={photo.credit} />
				</figcaption>
			)}
		</figure>
	)
}

/** `Caption © Credit`, either of which may be empty. */
export function CaptionAndCredit({ caption, credit }: { caption: string; credit: string }) {
	const line = creditLine(credit)
	return (
		<>
			{caption && <span className={styles.caption}>{caption}</span>}
			{caption && line && ' '}
			{line && <Credit line={line} />}
		</>
	)
}

/** Keeps the sign on one line with the first word. */
function Credit({ line }: { line: string }) {
	const [sign, first, ...rest] = line.split(' ')
	return (
		<span className={styles.credit}>
			<span className={styles.start}>{`${sign} ${first}`}</span>
			{rest.length > 0 && ` ${rest.join(' ')}`}
		</span>
	)
}

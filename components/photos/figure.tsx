import type { PhotoView } from '@/domain/articles/views'
import { creditLine } from '@/lib/photo-paths'
import styles from './figure.module.css'
import { Picture } from './picture'

type Props = {
	photo: PhotoView
	/** In place of the photograph's own caption; an empty one changes nothing. */
	caption?: string | null
	placement: 'hero' | 'inline'
	priority?: boolean
}

/** Printed widths, as the style sheets lay them out. */
const SIZES = {
	hero: '(min-width: 58rem) 54rem, 88vw',
	inline: '(min-width: 40rem) 37rem, 92vw',
	portrait: '(min-width: 40rem) 37rem, 92vw',
}

/** A photograph with its caption and credit, printed as `Caption © Credit`. */
export function Figure({ photo, caption, placement, priority }: Props) {
	const portrait = photo.height > photo.width
	const words = caption || photo.caption
	const credit = creditLine(photo.credit)
	return (
		<figure className={`${styles.figure} ${styles[placement]} ${portrait ? styles.portrait : ''}`.trimEnd()}>
			<Picture photo={photo} sizes={SIZES[portrait ? 'portrait' : placement]} priority={priority} />
			{(words || credit) && (
				<figcaption className={styles.words} dir="auto">
					{words && <span className={styles.caption}>{words}</span>}
					{words && credit && ' '}
					{credit && <Credit line={credit} />}
				</figcaption>
			)}
		</figure>
	)
}

/** The sign keeps to the first word, so that no line ends with it. */
function Credit({ line }: { line: string }) {
	const [sign, first, ...rest] = line.split(' ')
	return (
		<span className={styles.credit}>
			<span className={styles.start}>{`${sign} ${first}`}</span>
			{rest.length > 0 && ` ${rest.join(' ')}`}
		</span>
	)
}

import type { PhotoView } from '@/domain/articles/views'
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
	hero: '(min-width: 58rem) 54rem, 100vw',
	inline: '(min-width: 40rem) 37rem, 92vw',
	portrait: '(min-width: 40rem) 37rem, 92vw',
}

/** A photograph with its caption and credit, printed as `Caption © Credit`. */
export function Figure({ photo, caption, placement, priority }: Props) {
	const portrait = photo.height > photo.width
	const words = caption || photo.caption
	const credit = withoutSign(photo.credit)
	return (
		<figure className={`${styles.figure} ${styles[placement]} ${portrait ? styles.portrait : ''}`.trimEnd()}>
			<Picture photo={photo} sizes={SIZES[portrait ? 'portrait' : placement]} priority={priority} />
			{(words || credit) && (
				<figcaption className={styles.words}>
					{words && <span className={styles.caption}>{words}</span>}
					{words && credit && ' '}
					{credit && <span className={styles.credit}>{`© ${credit}`}</span>}
				</figcaption>
			)}
		</figure>
	)
}

/** A credit line may bring its own sign, and one is enough. */
const withoutSign = (credit: string): string => credit.replace(/^\s*(?:©|\(c\))\s*/i, '').trim()

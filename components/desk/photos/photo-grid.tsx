import { Picture } from '@/components/photos/picture'
import type { PhotoView } from '@/domain/articles/views'
import type { MissingPart } from '@/domain/photos/read'
import styles from './photos.module.css'

export type GridPhoto = PhotoView & {
	missing: MissingPart[]
	noCreditReason: string | null
	/** The end of the rights, if it has come or comes soon. */
	rights: string
}

const WORDS = { credit: 'No credit', alt: 'No description' }

function missingWords({ missing, rights }: GridPhoto): string {
	const words = missing.map((part) => (part === 'rights' ? rights : WORDS[part]))
	return words.join(', ')
}

export function PhotoGrid({ photos }: { photos: GridPhoto[] }) {
	return (
		<ul className={styles.grid}>
			{photos.map((photo) => (
				<li key={photo.id}>
					<a href={`/desk/photographs/${photo.id}`}>
						<Picture photo={{ ...photo, alt: '' }} sizes="(min-width: 40rem) 14rem, 45vw" small />
						<span className={styles.caption} dir="auto">
							{photo.caption || `Photograph ${photo.id}`}
						</span>
					</a>
					<p className={styles.credit}>No. {photo.id}</p>
					{photo.credit && (
						<p className={styles.credit} dir="auto">
							{photo.credit}
						</p>
					)}
					{photo.noCreditReason && <p className={styles.credit}>No credit known</p>}
					{photo.rights && !photo.missing.includes('rights') && (
						<p className={styles.credit}>{photo.rights}</p>
					)}
					{photo.missing.length > 0 && <p className={styles.missing}>{missingWords(photo)}</p>}
				</li>
			))}
		</ul>
	)
}

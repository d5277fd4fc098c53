import { Picture } from '@/components/photos/picture'
import type { PhotoView } from '@/domain/articles/views'
import styles from './photos.module.css'

export type GridPhoto = PhotoView & { missing: ('credit' | 'alt')[]; noCreditReason: string | null }

const WORDS = { credit: 'No credit', alt: 'No description' }

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
					{photo.missing.length > 0 && (
						<p className={styles.missing}>{photo.missing.map((field) => WORDS[field]).join(', ')}</p>
					)}
				</li>
			))}
		</ul>
	)
}

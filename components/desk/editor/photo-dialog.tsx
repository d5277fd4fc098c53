import type { Editor } from '@tiptap/react'
import type { JSX } from 'react'
import type { PhotoView } from '@/domain/articles/views'
import { mediaPath } from '@/lib/media'
import { Dialog } from './dialog'
import styles from './dialog.module.css'

type Props = { editor: Editor; photos: PhotoView[]; onClose: () => void }

export function PhotoDialog({ editor, photos, onClose }: Props): JSX.Element {
	function insert(photoId: number): void {
		onClose()
		editor
			.chain()
			.focus()
			.insertContent({ type: 'figure', attrs: { photoId, caption: '' } })
			.run()
	}
	return (
		<Dialog title="Put in a photograph" onClose={onClose}>
			{photos.length === 0 && <p>The photo desk is empty. Add a photograph there first.</p>}
			<ul className={styles.photos}>
				{photos.map((photo) => (
					<li key={photo.id}>
						<button type="button" onClick={() => insert(photo.id)}>
							<img
								src={mediaPath(photo.hash, photo.widths[0] ?? photo.width, 'webp')}
								width={photo.width}
								height={photo.height}
								alt={photo.alt}
								loading="lazy"
							/>
							<span>{photo.caption || photo.alt}</span>
						</button>
					</li>
				))}
			</ul>
			<p className={styles.actions}>
				<button type="button" onClick={onClose}>
					Cancel
				</button>
			</p>
		</Dialog>
	)
}

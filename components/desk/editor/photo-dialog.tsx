import type { Editor } from '@tiptap/react'
import { type JSX, type KeyboardEvent, useId, useState } from 'react'
import type { PhotoView } from '@/domain/articles/views'
import { mediaPath } from '@/lib/media'
import { Dialog } from './dialog'
import styles from './dialog.module.css'
import { findPhotos } from './find-photos'
import { insertBlock } from './insert-block'

type Props = { editor: Editor; photos: PhotoView[]; onClose: () => void }

export function PhotoDialog({ editor, photos, onClose }: Props): JSX.Element {
	const [search, setSearch] = useState('')
	const found = findPhotos(photos, search)

	function insert(photoId: number): void {
		onClose()
		insertBlock(editor, { type: 'figure', attrs: { photoId, caption: '' } })
	}

	return (
		<Dialog title="Put in a photograph" onClose={onClose}>
			<SearchField search={search} onSearch={setSearch} />
			<p role="status" className={styles.found}>
				{photos.length === 0
					? 'The photo desk is empty. Add a photograph there first.'
					: found.length === 0 && 'No photograph has these words in its caption or credit.'}
			</p>
			<ul className={styles.photos}>
				{found.map((photo) => (
					<li key={photo.id}>
						<PhotoButton photo={photo} onClick={() => insert(photo.id)} />
					</li>
				))}
			</ul>
			<p className={styles.actions}>
				<button type="button" onClick={onClose}>
					Cancel
				</button>
				<a href="/desk/photographs" target="_blank" rel="noopener">
					Add photographs (opens the photo desk in a new tab)
				</a>
			</p>
		</Dialog>
	)
}

type SearchProps = { search: string; onSearch: (search: string) => void }

function SearchField({ search, onSearch }: SearchProps): JSX.Element {
	const id = useId()
	return (
		<>
			<label htmlFor={id}>Find by caption or credit</label>
			<input
				id={id}
				type="search"
				dir="auto"
				value={search}
				autoComplete="off"
				onChange={(event) => onSearch(event.target.value)}
				onKeyDown={keepFromSending}
			/>
		</>
	)
}

/** The dialog stands inside the form of the story, which Enter would send. */
function keepFromSending(event: KeyboardEvent): void {
	if (event.key === 'Enter') event.preventDefault()
}

const PhotoButton = ({ photo, onClick }: { photo: PhotoView; onClick: () => void }): JSX.Element => (
	<button type="button" onClick={onClick}>
		<img
			src={mediaPath(photo.hash, photo.widths[0] ?? photo.width, 'webp')}
			width={photo.width}
			height={photo.height}
			alt={photo.alt}
			loading="lazy"
		/>
		<span dir="auto">{photo.caption || photo.alt}</span>
	</button>
)

import type { Editor } from '@tiptap/react'
import { type JSX, type KeyboardEvent, useId } from 'react'
import formStyles from '@/components/desk/form/form.module.css'
import { usePhotoSearch } from '@/components/desk/photos/photo-search'
import { PhotoUploader } from '@/components/desk/photos/photo-uploader'
import type { PhotoView } from '@/domain/articles/views'
import { photoPath } from '@/lib/photo-paths'
import { closeDialog, Dialog } from './dialog'
import styles from './dialog.module.css'
import { insertBlock } from './insert-block'
import { usePhotos } from './photos-context'

type Props = {
	editor: Editor
	/** Files of a drop or a paste, to be uploaded. */
	files?: readonly File[]
	onClose: () => void
}

/** Puts photographs at the cursor: new ones from the device, or one of the library. */
export function PhotoDialog({ editor, files = [], onClose }: Props): JSX.Element {
	const { photos: known, add } = usePhotos()
	const { photos, more, search, setSearch, status, showMore } = usePhotoSearch(known)

	function insert(chosen: PhotoView[]): void {
		closeDialog(onClose, editor)
		for (const photo of chosen) {
			add(photo)
			insertBlock(editor, { type: 'figure', attrs: { photoId: photo.id, caption: '' } })
		}
	}

	return (
		<Dialog title="Put in photographs" onClose={onClose}>
			<PhotoUploader files={files} multiple doneLabel="Put in the story" onDone={insert} />
			<h3>Or choose one of the library</h3>
			<SearchField search={search} onSearch={setSearch} />
			<p role="status" className={styles.found}>
				{status}
			</p>
			<ul className={styles.photos}>
				{photos.map((photo) => (
					<li key={photo.id}>
						<PhotoButton photo={photo} onClick={() => insert([photo])} />
					</li>
				))}
			</ul>
			<p className={styles.actions}>
				{more && (
					<button type="button" className={formStyles.plain} onClick={showMore}>
						Show more
					</button>
				)}
				<button type="button" className={formStyles.plain} onClick={onClose}>
					Cancel
				</button>
			</p>
		</Dialog>
	)
}

type SearchProps = { search: string; onSearch: (search: string) => void }

function SearchField({ search, onSearch }: SearchProps): JSX.Element {
	const id = useId()
	return (
		<>
			<label htmlFor={id}>Find by caption, credit or number</label>
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

/** Prevents submission: the dialog lies inside the story's form. */
function keepFromSending(event: KeyboardEvent): void {
	if (event.key === 'Enter') event.preventDefault()
}

const PhotoButton = ({ photo, onClick }: { photo: PhotoView; onClick: () => void }): JSX.Element => (
	<button type="button" onClick={onClick}>
		<img
			src={photoPath(photo.hash, photo.widths[0] ?? photo.width, 'webp')}
			width={photo.width}
			height={photo.height}
			alt={photo.alt}
			loading="lazy"
		/>
		<span dir="auto">{photo.caption || photo.alt || `Photograph ${photo.id}`}</span>
	</button>
)

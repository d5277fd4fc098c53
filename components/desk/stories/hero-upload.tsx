import { useEffect, useRef, useState } from 'react'
import { Dialog } from '@/components/desk/editor/dialog'
import dialogStyles from '@/components/desk/editor/dialog.module.css'
import formStyles from '@/components/desk/form/form.module.css'
import styles from '@/components/desk/photos/photo-choice.module.css'
import { PhotoUploader } from '@/components/desk/photos/photo-uploader'
import type { PhotoView } from '@/domain/articles/views'

/** Button with a dialog that uploads the lead photograph; `onUpload` adds its choice to the group. */
export function HeroUpload({ onUpload }: { onUpload: (photo: PhotoView) => void }) {
	const [open, setOpen] = useState(false)
	const [photo, setPhoto] = useState<PhotoView>()
	const place = useRef<HTMLDivElement>(null)
	// A click, so that the form notices the change as one of the editor's.
	useEffect(() => {
		const choice = `input[name="heroPhotoId"][value="${photo?.id}"]`
		place.current?.closest('fieldset')?.querySelector<HTMLInputElement>(choice)?.click()
	}, [photo])
	return (
		<div ref={place} className={styles.upload}>
			<button type="button" className={formStyles.plain} aria-haspopup="dialog" onClick={() => setOpen(true)}>
				Add a photograph
			</button>
			{open && (
				<Dialog title="Add the lead photograph" onClose={() => setOpen(false)}>
					<PhotoUploader
						doneLabel="Use as lead photograph"
						onDone={([added]) => {
							setOpen(false)
							if (!added) return
							onUpload(added)
							setPhoto(added)
						}}
					/>
					<p className={dialogStyles.actions}>
						<button type="button" className={formStyles.plain} onClick={() => setOpen(false)}>
							Cancel
						</button>
					</p>
				</Dialog>
			)}
		</div>
	)
}

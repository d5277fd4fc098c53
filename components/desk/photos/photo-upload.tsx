import deskStyles from '@/components/desk/desk.module.css'
import { DeskForm } from '@/components/desk/form/desk-form'
import { FileField, Submit } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import { PHOTO_BYTES_MAX, PHOTO_TYPES } from '@/lib/photo-paths'
import { PhotoTextFields } from './photo-text-fields'
import styles from './photos.module.css'

const MEGABYTE = 1024 * 1024

export function PhotoUpload({ action }: { action: FormAction }) {
	return (
		<section id="add" className={styles.add} aria-labelledby="add-title">
			<h2 id="add-title">Add a photograph</h2>
			<DeskForm id="photo" action={action} label="Add a photograph">
				<FileField
					name="photo"
					label="File"
					hint={`JPEG, PNG or WebP, up to ${PHOTO_BYTES_MAX / MEGABYTE} MB`}
					accept={PHOTO_TYPES.join(',')}
				/>
				<p className={deskStyles.soft}>What you leave empty is read from the file, if it says.</p>
				<PhotoTextFields values={{}} />
				<Submit variant="primary">Upload</Submit>
			</DeskForm>
		</section>
	)
}

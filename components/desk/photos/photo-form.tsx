import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit, TextField } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import type { PhotoView } from '@/domain/articles/views'
import type { PhotoRecord } from '@/domain/photos/fields'
import { FocalField } from './focal-field'
import { PhotoWords } from './photo-words'
import styles from './photos.module.css'

type Props = { photo: PhotoRecord; view: PhotoView; action: FormAction; notice: string | null }

export function PhotoForm({ photo, view, action, notice }: Props) {
	return (
		<DeskForm id="photo" action={action} notice={notice} label="Photograph">
			<input type="hidden" name="photo" value={photo.id} />
			<div className={styles.columns}>
				<FocalField photo={view} />
				<div className={styles.words}>
					<PhotoWords values={photo} />
					<TextField name="rights" label="Rights" value={photo.rights ?? ''} />
					<TextField name="licence" label="Licence" value={photo.licence ?? ''} />
					<TextField name="city" label="City" value={photo.city ?? ''} />
					<TextField name="takenAt" label="Taken" hint="A date or a year" value={photo.takenAt ?? ''} />
					<Submit look="primary">Save</Submit>
				</div>
			</div>
		</DeskForm>
	)
}

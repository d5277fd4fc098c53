import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit, TextField } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import type { PhotoView } from '@/domain/articles/views'
import type { LengthWarnings, PhotoRecord } from '@/domain/photos/fields'
import type { MetadataNotes } from '@/domain/photos/metadata'
import { FocalField } from './focal-field'
import { PhotoNotes } from './photo-notes'
import { PhotoTextFields, withWarning } from './photo-text-fields'
import styles from './photos.module.css'

type Props = {
	photo: PhotoRecord
	view: PhotoView
	notes: MetadataNotes
	warnings: LengthWarnings
	creditOffered: boolean
	action: FormAction
	notice: string | null
}

const DETAILS = [
	{ name: 'rights', label: 'Rights', hint: '' },
	{ name: 'licence', label: 'Licence', hint: '' },
	{ name: 'city', label: 'City', hint: '' },
	{ name: 'takenAt', label: 'Taken', hint: 'A date or a year' },
] as const

export function PhotoForm({ photo, view, notes, warnings, creditOffered, action, notice }: Props) {
	return (
		<DeskForm id="photo" action={action} notice={notice} label="Photograph">
			<input type="hidden" name="photo" value={photo.id} />
			<div className={styles.columns}>
				<FocalField photo={view} />
				<div className={styles.words}>
					<PhotoNotes notes={notes} />
					<PhotoTextFields values={photo} warnings={warnings} creditOffered={creditOffered} />
					{DETAILS.map(({ name, label, hint }) => (
						<TextField
							key={name}
							name={name}
							label={label}
							hint={withWarning(hint, warnings[name])}
							value={photo[name] ?? ''}
						/>
					))}
					<Submit variant="primary">Save</Submit>
				</div>
			</div>
		</DeskForm>
	)
}

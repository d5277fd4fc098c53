import { ChoiceGroup, FileField, TextField } from '@/components/desk/form/fields'
import { useForm } from '@/components/desk/form/form-context'
import { PHOTO_BYTES_MAX, PHOTO_TYPES } from '@/lib/photo-paths'
import styles from './new-photo-fields.module.css'

/** Upload of a photograph with the next save, for browsers without scripts. */
export function NewPhotoFields() {
	const place = useForm().state.values?.newPhotoPlace?.[0] ?? 'hero'
	return (
		<noscript>
			<fieldset className={styles.fields}>
				<legend>Add a photograph with the next save</legend>
				<FileField
					name="newPhoto"
					label="File"
					hint={`JPEG, PNG or WebP, up to ${PHOTO_BYTES_MAX / 1024 / 1024} MB`}
					accept={PHOTO_TYPES.join(',')}
				/>
				<TextField name="newPhotoCaption" label="Its caption" />
				<TextField name="newPhotoCredit" label="Its credit, printed after ©" />
				<TextField name="newPhotoAlt" label="Its description for blind readers" />
				<TextField name="newPhotoRightsEndOn" type="date" label="Its rights end on, if they do" />
				<ChoiceGroup name="newPhotoPlace" legend="Where it goes">
					<label className={styles.choice}>
						<input type="radio" name="newPhotoPlace" value="hero" defaultChecked={place === 'hero'} /> Lead
						photograph
					</label>
					<label className={styles.choice}>
						<input type="radio" name="newPhotoPlace" value="text" defaultChecked={place === 'text'} /> At the
						end of the text
					</label>
				</ChoiceGroup>
			</fieldset>
		</noscript>
	)
}

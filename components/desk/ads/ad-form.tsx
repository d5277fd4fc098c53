import { DeskForm } from '@/components/desk/form/desk-form'
import { SelectField, Submit, TextArea, TextField } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import styles from './ads.module.css'

type Props = { action: FormAction; photos: { id: number; caption: string }[]; notice: string | null }

export function AdForm({ action, photos, notice }: Props) {
	return (
		<section className={styles.add} aria-labelledby="place-heading">
			<h2 id="place-heading">Place an advertisement</h2>
			<DeskForm id="ad" action={action} notice={notice} label="Place an advertisement" clears>
				<TextField name="title" label="Title" />
				<TextArea name="text" label="Text" hint="A sentence or two" rows={3} />
				<TextField
					name="url"
					type="url"
					label="Link"
					hint="Where it leads, beginning with https://"
					autoCapitalize="none"
				/>
				<SelectField
					name="photoId"
					label="Photograph"
					hint={photos.length > 0 && 'The newest of the photo desk'}
					options={[
						{ value: '', label: 'None' },
						...photos.map(({ id, caption }) => ({ value: String(id), label: caption || `Photograph ${id}` })),
					]}
				/>
				<TextField
					name="photoNumber"
					label="Or its number"
					hint="An older photograph by the number that the photo desk shows"
					inputMode="numeric"
				/>
				<Submit variant="primary">Place advertisement</Submit>
			</DeskForm>
		</section>
	)
}

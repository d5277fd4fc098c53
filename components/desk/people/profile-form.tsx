import { DeskForm } from '@/components/desk/form/desk-form'
import { FileField, SelectField, Submit, TextArea, TextField } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import { PictureField } from '@/components/desk/photos/picture-field'
import type { PhotoView } from '@/domain/articles/views'
import type { ProfileFields, ProfileLink } from '@/domain/profile-fields'
import { PHOTO_TYPES } from '@/lib/photo-paths'
import styles from './people.module.css'

type Props = {
	id: string
	action: FormAction
	fields: ProfileFields
	/** Photographs to choose from; null for a viewer without the photo desk. */
	photos: PhotoView[] | null
	/** Id of the person; absent for a new one. */
	person?: string
	/** Whether the kind may be chosen: of an author without an account. */
	kinds: boolean
	notice: string | null
	submit: string
}

/** The public profile, as shown by the author's page and the box under stories. */
export function ProfileForm({ id, action, fields, photos, person, kinds, notice, submit }: Props) {
	return (
		<DeskForm id={id} action={action} notice={notice} label="Public profile">
			{person && <input type="hidden" name="person" value={person} />}
			<TextField name="name" label="Name" hint="As in bylines" value={fields.name} autoComplete="off" />
			{kinds && (
				<SelectField
					name="kind"
					label="Kind"
					value={fields.kind}
					options={[
						{ value: 'person', label: 'A person' },
						{ value: 'organisation', label: 'An organisation, such as an agency or a desk' },
					]}
				/>
			)}
			<TextField
				name="slug"
				label="Address of the page"
				hint={
					person
						? 'After /people/. The earlier address leads to a new one.'
						: 'After /people/. Made from the name if empty.'
				}
				value={fields.slug}
				autoCapitalize="none"
				spellCheck={false}
			/>
			<TextField
				name="beat"
				label="Beat"
				hint="A line under the name, such as “Harbour and trade”"
				value={fields.beat}
			/>
			<TextArea
				name="bio"
				label="About"
				hint="One paragraph. For a link write [words](https://example.org)."
				value={fields.bio}
				rows={5}
			/>
			{photos && (
				<PictureField
					legend="Picture"
					hint="Stands beside the name, cropped to a square."
					photos={photos}
					chosen={fields.photoId ? String(fields.photoId) : ''}
					square
				>
					<FileField
						name="photo"
						label="Upload one"
						hint="JPEG, PNG or WebP. It is kept at the photo desk."
						accept={PHOTO_TYPES.join(',')}
					/>
				</PictureField>
			)}
			<LinkFields
				legend="Link after the text"
				hint="Such as “Visit Shop”"
				labelField="callToActionLabel"
				urlField="callToActionUrl"
				link={fields.callToAction}
			/>
			<Profiles profiles={fields.profiles} />
			<TextField
				name="fediverse"
				label="Fediverse handle"
				hint="Such as @ada@example.social. Mastodon then names the author beside shared stories."
				value={fields.fediverse}
				autoCapitalize="none"
				spellCheck={false}
			/>
			<Submit variant="primary">{submit}</Submit>
		</DeskForm>
	)
}

/** Empty rows after the last one. */
const MORE_ROWS = 2
/** The limit of the domain. */
const ROWS_MAX = 8

function Profiles({ profiles }: { profiles: ProfileLink[] }) {
	const count = Math.min(ROWS_MAX, profiles.length + MORE_ROWS)
	return (
		<fieldset className={styles.rows}>
			<legend>Profiles elsewhere</legend>
			{Array.from({ length: count }, (_, index) => index + 1).map((number) => (
				<LinkFields
					key={number}
					labelField={`profileLabel${number}`}
					urlField={`profileUrl${number}`}
					link={profiles[number - 1]}
					number={number}
				/>
			))}
			<p className={styles.soft}>
				{count < ROWS_MAX
					? 'Empty both fields to remove a profile. More rows appear after saving.'
					: 'Empty both fields to remove a profile.'}
			</p>
		</fieldset>
	)
}

type LinkProps = {
	legend?: string
	hint?: string
	labelField: string
	urlField: string
	link?: ProfileLink
	/** Number of the row, for the names of its fields. */
	number?: number
}

function LinkFields({ legend, hint, labelField, urlField, link, number }: LinkProps) {
	const suffix = number ? ` of profile ${number}` : ''
	const fields = (
		<div className={styles.link}>
			<TextField
				name={labelField}
				label="Words"
				aria-label={`Words${suffix || ` of the ${legend?.toLowerCase()}`}`}
				hint={hint}
				value={link?.label}
			/>
			<TextField
				name={urlField}
				type="url"
				label="Link"
				aria-label={`Link${suffix || ` of the ${legend?.toLowerCase()}`}`}
				hint={hint && 'Beginning with https://'}
				value={link?.url}
				autoCapitalize="none"
			/>
		</div>
	)
	if (!legend) return fields
	return (
		<fieldset className={styles.rows}>
			<legend>{legend}</legend>
			{fields}
		</fieldset>
	)
}

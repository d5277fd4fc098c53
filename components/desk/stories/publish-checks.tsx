import deskStyles from '@/components/desk/desk.module.css'
import { TextArea, TextField } from '@/components/desk/form/fields'
import { Picture } from '@/components/photos/picture'
import type { PhotoView } from '@/domain/articles/views'
import type { CheckItem } from '@/domain/body/story-checks'
import type { MissingPart } from '@/domain/photos/read'
import { photoFieldName } from './photo-text-fields'
import styles from './publish-checks.module.css'

/** A photograph that is not ready for publication, or has rights that end soon. */
export type PhotoCheck = PhotoView & {
	missing: MissingPart[]
	/** The end of the rights in words, if it has come or comes soon. */
	rights: string
	/** Whether the viewer may fill in what is missing. */
	mayChange: boolean
}

export type Checks = {
	photos: PhotoCheck[]
	ending: PhotoCheck[]
	blocks: CheckItem[]
	warnings: CheckItem[]
}

type Props = Checks & {
	/** Whether these are checks of the text in the form, which may be unsaved. */
	live: boolean
}

/** What is missing, with links to the fields; target of the link of a refused publication. */
export function PublishChecks({ photos, ending, blocks, warnings, live }: Props) {
	if (photos.length + ending.length + blocks.length + warnings.length === 0)
		return (
			<p className={deskStyles.soft}>
				{live
					? 'Nothing is missing from the text as it is now.'
					: 'Nothing is missing from the saved version.'}
			</p>
		)
	return (
		<>
			{photos.length + blocks.length > 0 && (
				<div id="story-publish" tabIndex={-1} className={styles.checks} data-kind="block">
					<h3>Before it can be published</h3>
					<ul>
						{photos.map((photo) => (
							<PhotoItem key={photo.id} photo={photo} parts={photo.missing} />
						))}
						<Items items={blocks} />
					</ul>
				</div>
			)}
			{ending.length + warnings.length > 0 && (
				<div className={styles.checks} data-kind="warning">
					<h3>Worth a look</h3>
					<ul>
						{ending.map((photo) => (
							<PhotoItem key={photo.id} photo={photo} parts={['rights']} />
						))}
						<Items items={warnings} />
					</ul>
				</div>
			)}
		</>
	)
}

const Items = ({ items }: { items: CheckItem[] }) =>
	items.map(({ text, field }) => (
		<li key={`${field} ${text}`}>
			<a href={`#story-${field}`} dir="auto">
				{text}
			</a>
		</li>
	))

type PhotoItemProps = { photo: PhotoCheck; parts: MissingPart[] }

/** Thumbnail and name of a photograph, with fields for some of its parts if the viewer may fill them in. */
function PhotoItem({ photo, parts }: PhotoItemProps) {
	const { id, caption, rights, mayChange } = photo
	const name = caption || photo.alt || `Photograph ${id}`
	return (
		<li className={styles.photo}>
			<Picture photo={{ ...photo, alt: '' }} sizes="5rem" small />
			<div>
				<p className={styles.name} dir="auto">
					{mayChange ? <a href={`/desk/photographs/${id}`}>{name}</a> : name}
				</p>
				{parts.includes('rights') && (
					<p>
						{rights}.{!mayChange && ' An editor can change that day.'}
					</p>
				)}
				{!mayChange &&
					parts
						.filter((part) => part !== 'rights')
						.map((part) => <p key={part}>{MISSING[part]}; an editor can fill it in.</p>)}
			</div>
			{mayChange && <PhotoFields id={id} parts={parts} />}
		</li>
	)
}

const MISSING = { credit: 'No credit', alt: 'No description for blind readers' }

function PhotoFields({ id, parts }: { id: number; parts: MissingPart[] }) {
	return (
		<div className={styles.fields}>
			<input type="hidden" name="photoTexts" value={id} />
			{parts.includes('alt') && (
				<TextArea name={photoFieldName(id, 'alt')} label="What it shows, for blind readers" rows={2} />
			)}
			{parts.includes('credit') && (
				<>
					<TextField name={photoFieldName(id, 'credit')} label="Credit" />
					<TextField name={photoFieldName(id, 'noCreditReason')} label="Or why no credit is known" />
				</>
			)}
			{parts.includes('rights') && (
				<TextField name={photoFieldName(id, 'rightsEndOn')} type="date" label="Rights now end on" />
			)}
		</div>
	)
}

import deskStyles from '@/components/desk/desk.module.css'
import { TextArea, TextField } from '@/components/desk/form/fields'
import { Picture } from '@/components/photos/picture'
import type { PhotoView } from '@/domain/articles/views'
import type { CheckItem } from '@/domain/body/story-checks'
import { photoFieldName } from './photo-text-fields'
import styles from './publish-checks.module.css'

/** A photograph that is not ready for publication. */
export type PhotoCheck = PhotoView & {
	missing: ('credit' | 'alt')[]
	/** Whether the viewer may fill in what is missing. */
	mayChange: boolean
}

export type Checks = { photos: PhotoCheck[]; blocks: CheckItem[]; warnings: CheckItem[] }

type Props = Checks & {
	/** Whether these are checks of the text in the form, which may be unsaved. */
	live: boolean
}

/** What is missing, with links to the fields; target of the link of a refused publication. */
export function PublishChecks({ photos, blocks, warnings, live }: Props) {
	if (photos.length + blocks.length + warnings.length === 0)
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
							<PhotoItem key={photo.id} photo={photo} />
						))}
						<Items items={blocks} />
					</ul>
				</div>
			)}
			{warnings.length > 0 && (
				<div className={styles.checks} data-kind="warning">
					<h3>Worth a look</h3>
					<ul>
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

/** Thumbnail and name of a photograph, with fields for what is missing if the viewer may fill them in. */
function PhotoItem({ photo }: { photo: PhotoCheck }) {
	const { id, caption, missing, mayChange } = photo
	const name = caption || photo.alt || `Photograph ${id}`
	return (
		<li className={styles.photo}>
			<Picture photo={{ ...photo, alt: '' }} sizes="5rem" small />
			<div>
				<p className={styles.name} dir="auto">
					{mayChange ? <a href={`/desk/photographs/${id}`}>{name}</a> : name}
				</p>
				{!mayChange && missing.map((field) => <p key={field}>{MISSING[field]}; an editor can fill it in.</p>)}
			</div>
			{mayChange && <PhotoFields id={id} missing={missing} />}
		</li>
	)
}

const MISSING = { credit: 'No credit', alt: 'No description for blind readers' }

function PhotoFields({ id, missing }: Pick<PhotoCheck, 'id' | 'missing'>) {
	return (
		<div className={styles.fields}>
			<input type="hidden" name="photoTexts" value={id} />
			{missing.includes('alt') && (
				<TextArea name={photoFieldName(id, 'alt')} label="What it shows, for blind readers" rows={2} />
			)}
			{missing.includes('credit') && (
				<>
					<TextField name={photoFieldName(id, 'credit')} label="Credit" />
					<TextField name={photoFieldName(id, 'noCreditReason')} label="Or why no credit is known" />
				</>
			)}
		</div>
	)
}

import { Picture } from '@/components/photos/picture'
import type { CheckItem } from '@/domain/articles/checklist'
import type { PhotoView } from '@/domain/articles/views'
import styles from './publish-checks.module.css'

/** A photograph that is not ready for publication. */
export type PhotoCheck = PhotoView & {
	missing: ('credit' | 'alt')[]
	/** Whether the viewer may fill in what is missing. */
	mayChange: boolean
}

export type Checks = { photos: PhotoCheck[]; blocks: CheckItem[]; warnings: CheckItem[] }

/** What the saved version lacks, with links to the fields; target of the link of a refused publication. */
export function PublishChecks({ photos, blocks, warnings }: Checks) {
	if (photos.length + blocks.length + warnings.length === 0)
		return <p className={styles.soft}>Nothing is missing from the saved version.</p>
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
		<li key={field}>
			<a href={`#story-${field}`}>{text}</a>
		</li>
	))

const WORDS = {
	credit: { missing: 'No credit', fill: 'Give its credit' },
	alt: { missing: 'No description for blind readers', fill: 'Describe it for blind readers' },
}

/** Links to the missing fields, or names them if the viewer may not fill them in. */
function PhotoItem({ photo }: { photo: PhotoCheck }) {
	const { id, caption, missing, mayChange } = photo
	const name = caption || photo.alt || `Photograph ${id}`
	return (
		<li className={styles.photo}>
			<Picture photo={{ ...photo, alt: '' }} sizes="5rem" small />
			<div>
				<p className={styles.name} dir="auto">
					{name}
				</p>
				{missing.map((field) => (
					<p key={field}>
						{mayChange ? (
							<a href={`/desk/photographs/${id}#photo-${field}`} aria-label={`${WORDS[field].fill}: ${name}`}>
								{WORDS[field].fill}
							</a>
						) : (
							`${WORDS[field].missing}; an editor can fill it in.`
						)}
					</p>
				))}
			</div>
		</li>
	)
}

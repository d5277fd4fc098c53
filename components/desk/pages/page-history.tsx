import { Body } from '@/components/articles/body'
import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import type { PhotoView } from '@/domain/articles/views'
import type { BodyDocument } from '@/domain/body/document'
import styles from './pages.module.css'

export type ListedRevision = {
	id: number
	title: string
	body: BodyDocument
	/** `12:03 by Mara Ellison`. */
	saved: string
	isPublished: boolean
	isNewest: boolean
}

type Props = {
	pageId: number
	revisions: ListedRevision[]
	headRevisionId: number
	photos: Record<number, PhotoView>
	action: FormAction
}

/** Saves of a page, newest first, each with its text. */
export function PageHistory({ pageId, revisions, headRevisionId, photos, action }: Props) {
	return (
		<ol className={styles.history}>
			{revisions.map(({ id, title, body, saved, isPublished, isNewest }) => (
				<li key={id}>
					<p>
						<strong>{saved}</strong>
						{isNewest && ' · the newest'}
						{isPublished && ' · readers see this'}
					</p>
					<details>
						<summary>
							Text of <bdi>{title}</bdi>
						</summary>
						<div className={styles.text} dir="auto">
							<Body body={body} photos={photos} />
						</div>
					</details>
					{!isNewest && (
						<DeskForm id={`page-restore-${id}`} action={action} label={`Restore the version of ${saved}`}>
							<input type="hidden" name="page" value={pageId} />
							<input type="hidden" name="revision" value={id} />
							<input type="hidden" name="base" value={headRevisionId} />
							<Submit label={`Make it the newest: the version of ${saved}`}>Make it the newest</Submit>
						</DeskForm>
					)}
				</li>
			))}
		</ol>
	)
}
